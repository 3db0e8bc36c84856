#include "tests/support/random_articles.h"

#include <array>
#include <string_view>

namespace lectern {
namespace {

constexpr auto vocabulary = std::to_array<std::string_view>(
    {"trade", "war",       "relations", "relation", "related",  "minister", "ministers", "talks",
     "talk",  "talked",    "harbour",   "ferry",    "ferries",  "budget",   "budgets",   "said",
     "says",  "statement", "report",    "reports",  "reported", "country",  "countries", "of",
     "the",   "in",        "国防部",    "谭克非",   "u.s.",     "covid-19", "wi-fi",     "2020"});

}  // namespace

std::string RandomArticles::words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) text += ' ';
        // some words are frequent, others rare
        text += vocabulary[below(1 + below(vocabulary.size()))];
    }
    return text;
}

std::string RandomArticles::outlet() {
    return "Outlet " + std::to_string(below(5));
}

Article RandomArticles::operator()() {
    Article article;
    article.id = "a" + std::to_string(++made_);
    article.title = words(1 + below(6));
    for (std::size_t i = below(4); i > 0; --i) article.body += words(1 + below(40)) + ".\n\n";
    if (below(3) != 0) article.outlet = outlet();
    for (std::size_t i = below(3); i > 0; --i)
        article.authors.push_back("Ann Lee" + std::to_string(below(4)));
    for (std::size_t i = below(3); i > 0; --i) {
        article.spokespersons.push_back({.name = "Tan " + std::to_string(below(6)),
                                         .organization = below(2) == 0 ? "" : "Ministry of Talks"});
    }
    if (below(4) == 0) article.dateline = "VARNHOLT";
    article.language = below(3) == 0 ? "" : "en";
    article.type = "text";
    if (below(5) != 0) {
        article.published = parse_moment("2020-0" + std::to_string(1 + below(9)) + "-1" +
                                         std::to_string(below(10)));
    }
    article.source.path = "folder" + std::to_string(below(3)) + "/" + article.id + ".txt";
    return article;
}

std::vector<Article> RandomArticles::operator()(std::size_t count) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) articles.push_back((*this)());
    return articles;
}

}  // namespace lectern
