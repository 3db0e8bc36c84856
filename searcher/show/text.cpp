#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/show/formats.h"
#include "searcher/show/table.h"

#include <algorithm>
#include <ostream>

namespace lectern {
namespace {

constexpr std::size_t widest_outlet = 26;

/// A break between paragraphs is one blank here.
std::string with_single_blanks(const std::string& text) {
    std::string single;
    for (const char c : text) {
        if (c != ' ' || single.empty() || single.back() != ' ') single += c;
    }
    return single;
}

std::string snippet_line(const Snippet& snippet, const Painter& painter) {
    std::string line = snippet.cut_before ? "… " : "";
    std::size_t at = 0;
    const std::string_view text = snippet.text;
    for (const Span& mark : snippet.marks) {
        line += printable(text.substr(at, mark.begin - at));
        line += painter.marked(printable(text.substr(mark.begin, mark.end - mark.begin)));
        at = mark.end;
    }
    line += printable(text.substr(at));
    return with_single_blanks(line) + (snippet.cut_after ? " …" : "");
}

std::string outlet_of(const Hit& hit) {
    return clipped(printable(hit.article.outlet), widest_outlet);
}

void write_hits(const Response& response, const Showing& showing, std::ostream& out) {
    constexpr std::size_t date_columns = 10;
    const Painter painter{showing};
    std::size_t outlets = 0;
    for (const Hit& hit : response.hits) {
        outlets = std::max(outlets, display_width(outlet_of(hit)));
    }
    const std::size_t number_columns = std::to_string(showing.offset + response.hits.size()).size();
    std::size_t number = showing.offset;
    for (const Hit& hit : response.hits) {
        const auto& published = hit.article.published;
        out << padded_left(std::to_string(++number), number_columns) << "  "
            << padded(published ? day_text(published->day) : "undated", date_columns) << "  "
            << padded(outlet_of(hit), outlets) << "  "
            << painter.bold(printable(hit.article.title));
        const std::string people = hit_field(hit, "spokesperson");
        if (!people.empty()) out << "  [" << printable(people) << ']';
        out << '\n';
        if (hit.snippet.text.empty()) continue;
        out << std::string(number_columns + 2, ' ') << snippet_line(hit.snippet, painter) << '\n';
    }
}

void write_fields(const Response& response, const Showing& showing, std::ostream& out) {
    for (const Hit& hit : response.hits) {
        for (std::size_t i = 0; i < showing.fields.size(); ++i) {
            if (i != 0) out << '\t';
            out << printable(hit_field(hit, showing.fields[i]));
        }
        out << '\n';
    }
}

}  // namespace

void show_text(const Response& response, const Showing& showing, std::ostream& out) {
    if (showing.hits && showing.fields.empty()) write_hits(response, showing, out);
    if (showing.hits && !showing.fields.empty()) write_fields(response, showing, out);
    out << with_thousands(response.total) << (response.total == 1 ? " article" : " articles")
        << " (exact)\n";
    write_facets(response.facets, showing, out);
}

}  // namespace lectern
