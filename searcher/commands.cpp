#include "searcher/commands.h"

#include "common/index/snapshot.h"

namespace lectern {
namespace {

const std::vector<Option> search_options{
    {"facet", "FIELD[:BY]", "count the matches by a field; date:month, spokesperson, …"},
    {"filter", "FIELD:VALUE", "keep what has the value; several of a field: any of them"},
    {"facet-limit", "N", "most values of a facet (10; 0 for all)"},
    {"sort", "HOW", "relevance, newest or oldest"},
    {"limit,n", "N", "most articles shown (10; 0 for all)"},
    {"offset", "N", "pass over the first N"},
    {"count", "", "print the number of articles alone"},
    {"format,f", "NAME", "text, json, jsonl, csv or tsv"},
    {"fields", "LIST", "what to show of an article: date,outlet,title,id"},
    {"explain", "", "say how the query was understood"},
};

const std::vector<Option> facets_options{
    {"facet", "FIELD[:BY]", "a field to count by; may be given more than once"},
    {"filter", "FIELD:VALUE", "keep what has the value"},
    {"facet-limit", "N", "most values of a facet (10; 0 for all)"},
    {"format,f", "NAME", "text, json, jsonl, csv or tsv"},
};

}  // namespace

Program searcher_program() {
    return {.name = "lectern-search",
            .help = "searches the news by who said what",
            .usual = "search",
            .examples = {"lectern-search 'ceasefire -talks date:2024' --facet spokesperson",
                         "lectern-search facets 'title:tariff OR \"customs duty\"' --facet outlet "
                         "--facet date:month",
                         "lectern-search explain 'spokesperson:brandt patrol*'"},
            .index_folder = index_folder};
}

std::span<const Command> searcher_commands() {
    static const std::vector<Command> commands{
        {"search", "QUERY",
         "articles that match, the best first; - reads the query from standard input",
         search_options, search_command},
        {"facets", "QUERY", "only the counts of the matches by fields", facets_options,
         facets_command},
        {"show",
         "ID|PATH",
         "one article whole",
         {{"format,f", "NAME", "text or json"}},
         show_article_command},
        {"explain",
         "QUERY",
         "how a query is understood: text, tree, terms, Xapian's query",
         {},
         explain_command},
    };
    return commands;
}

}  // namespace lectern
