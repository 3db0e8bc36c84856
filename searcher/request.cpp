#include "searcher/request.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/index/snapshot.h"
#include "searcher/match/facet.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace lectern {
namespace {

constexpr std::size_t deepest_page = 10'000;  // a hit further down costs memory for all before it

Sort sort_of(const std::string& name) {
    if (name == "relevance") return Sort::Relevance;
    if (name == "newest") return Sort::Newest;
    if (name == "oldest") return Sort::Oldest;
    throw Error{Fault::Usage, "--sort: not relevance, newest or oldest: \"" + name + '"'};
}

void add_filter(const std::string& text, std::vector<Filter>& filters) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon + 1 == text.size()) {
        throw Error{Fault::Usage, "--filter: not FIELD:VALUE: \"" + text + '"',
                    "for example --filter spokesperson:\"Hale Brandt\""};
    }
    const std::string field = ascii_lower(text.substr(0, colon));
    const auto same = [&](const Filter& filter) { return filter.field == field; };
    auto found = std::find_if(filters.begin(), filters.end(), same);
    if (found == filters.end()) found = filters.insert(found, {.field = field});
    found->values.push_back(text.substr(colon + 1));
}

bool wants_color(const Arguments& arguments) {
    const std::string when = arguments.value("color", "auto");
    if (when == "always") return true;
    if (when == "never") return false;
    if (when != "auto")
        throw Error{Fault::Usage, "--color: not auto, always or never: \"" + when + '"'};
    const char* no_color = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

std::size_t screen_width() {
    constexpr std::size_t usual = 100;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return size.ws_col;
}

std::string not_empty(std::string query) {
    if (!trim(query).empty()) return query;
    throw Error{Fault::Usage, "search for what?",
                "give a query: lectern-search 'ceasefire date:2024'; '*' matches every article"};
}

/// Whether what was wrong with the query has left nothing of it.
bool nothing_left(const std::string& text, const Parsed& parsed) {
    const bool asked_for_all = parsed.problems.empty() && text.find('*') != std::string::npos;
    return parsed.query == Query{Everything{}} && !asked_for_all;
}

}  // namespace

std::string query_of(const Arguments& arguments) {
    if (arguments.words() != std::vector<std::string>{"-"})
        return not_empty(join(arguments.words(), " "));
    // As long as a query may be, its line end, and a byte more if it is longer.
    std::string text(QueryLimits{}.bytes + 2, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return not_empty(std::move(text));  // when longer than may be, parse() says so
}

Parsed understood(const std::string& text) {
    Parsed parsed = parse(text);
    if (!parsed.problems.empty()) {
        std::string problems = problems_text(text, parsed.problems);
        problems.pop_back();  // the last line end
        for (const std::string_view line : split(problems, '\n')) {
            if (line.starts_with("query: ")) std::cerr << "lectern-search: ";
            std::cerr << line << '\n';
        }
    }
    for (const std::string& hint : parsed.hints) std::cerr << "hint: " << printable(hint) << '\n';
    if (nothing_left(text, parsed))
        std::cerr << "hint: nothing is left to search for, so every article matches\n";
    return parsed;
}

Request request_of(const Arguments& arguments) {
    constexpr std::size_t usual_limit = 10;
    Request request{.sort = sort_of(arguments.value("sort", "relevance")),
                    .offset = arguments.number("offset", 0),
                    .limit = arguments.number("limit", usual_limit)};
    if (request.limit != 0 && (request.offset > deepest_page || request.limit > deepest_page ||
                               request.offset + request.limit > deepest_page)) {
        throw Error{Fault::Usage, "--offset and --limit together reach beyond 10,000",
                    "--limit 0 shows all; or narrow the query, by date: for instance"};
    }
    for (const std::string& list : arguments.values("facet")) {
        for (const std::string_view facet : split(list, ',')) {
            request.facets.push_back(parse_facet(trim(facet)));
            request.facets.back().limit =
                arguments.number("facet-limit", request.facets.back().limit);
        }
    }
    for (const std::string& filter : arguments.values("filter"))
        add_filter(filter, request.filters);
    return request;
}

Showing showing_of(const Arguments& arguments) {
    return {.fields = parse_hit_fields(arguments.value("fields")),
            .offset = arguments.number("offset", 0),
            .color = wants_color(arguments),
            .width = screen_width()};
}

std::vector<std::string> indexes_of(const Arguments& arguments) {
    std::vector<std::string> indexes = arguments.values("index");
    if (indexes.empty()) indexes.push_back(index_folder(""));
    return indexes;
}

}  // namespace lectern
