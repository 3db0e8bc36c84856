#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/query/query.h"

#include <charconv>
#include <optional>
#include <set>

namespace lectern {
namespace {

constexpr std::size_t indent = 2;

/// The column of `query:8` in the query as shown, or nothing if it is no such place.
std::optional<std::size_t> column(std::string_view query, std::string_view where) {
    constexpr std::string_view prefix = "query:";
    if (!where.starts_with(prefix)) return std::nullopt;
    where.remove_prefix(prefix.size());
    std::size_t byte = 0;
    const auto read = std::from_chars(where.data(), where.data() + where.size(), byte);
    const bool within = read.ec == std::errc{} && byte > 0 && byte <= query.size() + 1;
    if (!within) return std::nullopt;
    return display_width(printable(query.substr(0, byte - 1)));
}

}  // namespace

std::string problems_text(std::string_view query, const std::vector<Problem>& problems) {
    std::string text;
    std::set<std::size_t> columns;
    for (const Problem& problem : problems) {
        text += "query: " + printable(problem.message) + '\n';
        if (const auto at = column(query, problem.where)) columns.insert(*at);
    }
    if (columns.empty()) return text;
    std::string carets;
    for (const std::size_t at : columns) {
        carets.append(indent + at - carets.size(), ' ');
        carets += '^';
    }
    text += std::string(indent, ' ') + printable(query) + '\n';
    return text + carets + '\n';
}

}  // namespace lectern
