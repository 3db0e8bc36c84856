#include "indexer/commands.h"

#include "common/index/snapshot.h"

namespace lectern {

Program indexer_program() {
    return {.name = "lectern-index",
            .help = "builds and keeps an index of news articles, for lectern-search",
            .usual = "add",
            .examples =
                {"lectern-index add articles            # index a folder; again: only what changed",
                 "lectern-index show articles/x.txt     # what is understood of a file",
                 "lectern-index status"},
            .index_folder = index_folder};
}

std::span<const Command> indexer_commands() {
    static const std::vector<Command> commands{
        {"add",
         "DIR|FILE…",
         "index files and folders: new, changed and vanished articles",
         {{"format", "NAME", "read all files as text or jsonl, whatever they are called"},
          {"outlet", "NAME", "outlet of articles that name none"},
          {"jobs,j", "N", "threads (all processors)"},
          {"full", "", "read everything again, changed or not"},
          {"progress", "HOW", "auto, json (a line a commit on stderr) or none"}},
         add_command},
        {"remove",
         "PATH|ID…",
         "take articles out of the index, by file, folder or id",
         {},
         remove_command},
        {"status",
         "",
         "what the index holds",
         {{"format", "NAME", "text or json"}},
         status_command},
        {"check", "", "read the whole index and say whether it is sound", {}, check_command},
        {"compact",
         "",
         "one segment, without what was removed",
         {{"to", "PATH", "into a new index there, a copy; the old one stays as it is"}},
         compact_command},
        {"show",
         "FILE…",
         "what is understood of a file, as JSON; nothing is indexed",
         {{"format", "NAME", "read it as text or jsonl"}},
         show_command},
        {"tokens",
         "TEXT…",
         "the terms of a text, with stem and bytes",
         {{"lang", "CODE", "stem as this language (en)"}},
         tokens_command},
    };
    return commands;
}

}  // namespace lectern
