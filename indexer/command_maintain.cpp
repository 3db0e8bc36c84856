#include "common/base/file.h"
#include "common/base/json.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/index/snapshot.h"
#include "indexer/commands.h"
#include "indexer/find/tree.h"
#include "indexer/write/check.h"
#include "indexer/write/writer.h"

#include <filesystem>
#include <iostream>
#include <map>

namespace lectern {
namespace {

/// `1 article`, `1,024 articles`.
std::string counted(std::size_t count, std::string_view noun) {
    return with_thousands(count) + ' ' + std::string{noun} + (count == 1 ? "" : "s");
}

void take_out(const Snapshot& index, const std::vector<ArticleRef>& refs, Change& change) {
    for (const ArticleRef& ref : refs) {
        change.deaths.push_back({index.segments()[ref.segment].entry().name, ref.number});
    }
}

/// What takes the room, by part of the segments.
Json parts_of(const Snapshot& index) {
    std::map<std::string, std::uint64_t> parts;
    for (const Segment& segment : index.segments()) {
        parts["postings"] += segment.entry().postings.bytes;
        for (const SectionFile::Entry& section : segment.store().sections()) {
            const std::string_view kind = section.name.substr(0, section.name.find('.'));
            parts[std::string{kind}] += section.bytes.size();
        }
    }
    return parts;
}

Json status_json(const Snapshot& index, const std::string& folder) {
    const Manifest& manifest = index.manifest();
    std::uint64_t text = 0;
    std::uint64_t bytes = manifest.catalogue.bytes;
    std::uint64_t dead = 0;
    for (const SegmentEntry& segment : manifest.segments) {
        text += segment.text_bytes;
        bytes += segment.postings.bytes + segment.store.bytes;
        dead += segment.dead;
    }
    return {{"schema", 1},
            {"index", folder},
            {"uuid", manifest.uuid},
            {"revision", manifest.revision},
            {"articles", manifest.living()},
            {"removed_but_kept", dead},
            {"segments", manifest.segments.size()},
            {"text_bytes", text},
            {"index_bytes", bytes},
            {"parts", parts_of(index)}};
}

void print_compacted(const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const SegmentEntry& segment : manifest.segments) {
        bytes += segment.postings.bytes + segment.store.bytes;
    }
    std::cout << counted(manifest.living(), "article") << " in "
              << counted(manifest.segments.size(), "segment") << ", " << counted(bytes, "byte")
              << '\n';
}

/// Makes a compacted copy of the index at `folder`; a copy that cannot be finished is taken away
/// again.
Manifest copied(const std::string& folder, const std::string& copy) {
    std::error_code error;
    if (std::filesystem::exists(copy, error)) {
        throw Error{Fault::Usage, copy + " is there already", "name a place that is not"};
    }
    try {
        Writer writer{copy, Writer::Mode::CreateOrOpen};
        writer.copy_from(folder);
        writer.compact();
        return writer.manifest();
    } catch (...) {
        std::filesystem::remove_all(copy, error);
        throw;
    }
}

}  // namespace

int remove_command(const Arguments& arguments) {
    if (arguments.words().empty()) {
        throw Error{Fault::Usage, "remove what?",
                    "name files, folders or ids: lectern-index remove PATH"};
    }
    const std::string folder = index_folder(arguments.value("index"));
    Writer writer{folder, Writer::Mode::OpenOnly};
    const Snapshot index{folder};
    const Catalogue catalogue = writer.catalogue();
    Change change;
    bool all_found = true;
    for (const std::string& word : arguments.words()) {
        const std::size_t before = change.deaths.size() + change.catalogue_lines.size();
        const std::string path = stored_path(word, folder);
        const StoredFolder below{path, folder};
        for (const auto& [known, record] : catalogue.files()) {
            if (known != path && !below.holds(known)) continue;
            take_out(index, index.with_path(known), change);
            change.catalogue_lines += catalogue_gone_line(known);
        }
        take_out(index, index.with_id(word), change);
        if (change.deaths.size() + change.catalogue_lines.size() > before) continue;
        std::cerr << "lectern-index: there is no file, folder or id " << printable(word)
                  << " in the index\n";
        all_found = false;
    }
    const std::uint64_t had = writer.manifest().living();
    if (!change.deaths.empty() || !change.catalogue_lines.empty()) writer.commit(change);
    writer.tidy();
    std::cout << "removed " << counted(had - writer.manifest().living(), "article") << '\n';
    return all_found ? 0 : 1;
}

int status_command(const Arguments& arguments) {
    const bool as_json = arguments.choice("format", {"text", "json"}) == "json";
    const std::string folder = index_folder(arguments.value("index"));
    const Snapshot index{folder};
    const Json status = status_json(index, folder);
    if (as_json) {
        std::cout << json_text(status) << '\n';
        return 0;
    }
    for (const auto& [name, value] : status.items()) {
        if (name == "schema") continue;
        std::cout << name << ": "
                  << (value.is_string() ? printable(value.get<std::string>()) : value.dump())
                  << '\n';
    }
    return 0;
}

int check_command(const Arguments& arguments) {
    const std::string folder = index_folder(arguments.value("index"));
    const CheckReport report = check_index(folder);
    for (const Problem& problem : report.problems) {
        std::cout << printable(problem.where) << ": " << printable(problem.message) << '\n';
    }
    if (!report.problems.empty()) {
        throw Error{Fault::Damaged, folder + " is damaged",
                    "restore it from a copy, or remove it and add again"};
    }
    std::cout << "sound: " << counted(report.articles, "article") << " in "
              << counted(report.segments, "segment") << ", " << counted(report.bytes, "byte")
              << '\n';
    return 0;
}

int compact_command(const Arguments& arguments) {
    const std::string folder = index_folder(arguments.value("index"));
    const std::string copy = arguments.value("to");
    if (!copy.empty()) {
        print_compacted(copied(folder, copy));
        return 0;
    }
    Writer writer{folder, Writer::Mode::OpenOnly};
    writer.compact();
    print_compacted(writer.manifest());
    return 0;
}

}  // namespace lectern
