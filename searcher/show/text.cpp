#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/show/formats.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace lectern {
namespace {

constexpr std::size_t gap = 4;          // columns between two facets side by side
constexpr std::size_t widest_value = 40;

/// `text` filled with blanks to that many columns.
std::string padded(std::string text, std::size_t columns) {
    const std::size_t width = display_width(text);
    if (width < columns) text.append(columns - width, ' ');
    return text;
}

std::string padded_left(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return width < columns ? std::string(columns - width, ' ') + text : text;
}

/// At most that many columns, `…` in place of what is cut.
std::string clipped(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string{text};
    std::string kept;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const std::string_view bytes = text.substr(at, character.bytes);
        width += display_width(bytes);
        if (width + 1 > columns) break;
        kept += bytes;
        at += character.bytes;
    }
    return kept + "…";
}

class Painter {
public:
    explicit Painter(const Showing& showing) : color_{showing.color} {}

    std::string marked(const std::string& text) const {
        return color_ ? "\x1b[1;31m" + text + "\x1b[0m" : "**" + text + "**";
    }
    std::string bold(const std::string& text) const {
        return color_ ? "\x1b[1m" + text + "\x1b[0m" : text;
    }

private:
    bool color_;
};

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
    return line + (snippet.cut_after ? " …" : "");
}

void write_hits(const Response& response, const Showing& showing, const Painter& painter, std::ostream& out) {
    constexpr std::size_t date_columns = 10;
    std::size_t outlets = 0;
    for (const Hit& hit : response.hits) {
        outlets = std::max(outlets, std::min(display_width(hit.article.outlet), widest_value / 2 + 6));
    }
    const std::size_t number_columns = std::to_string(showing.offset + response.hits.size()).size();
    std::size_t number = showing.offset;
    for (const Hit& hit : response.hits) {
        const std::string date = hit.article.published ? day_text(hit.article.published->day) : "undated";
        out << padded_left(std::to_string(++number), number_columns) << "  " << padded(date, date_columns)
            << "  " << padded(clipped(printable(hit.article.outlet), outlets), outlets) << "  "
            << painter.bold(printable(hit.article.title));
        const std::string people = hit_field(hit, "spokesperson");
        if (!people.empty()) out << "  [" << printable(people) << ']';
        out << '\n';
        if (!hit.snippet.text.empty()) {
            out << std::string(number_columns + 2, ' ') << snippet_line(hit.snippet, painter) << '\n';
        }
    }
}

void write_fields(const Response& response, const Showing& showing, std::ostream& out) {
    for (const Hit& hit : response.hits) {
        for (const std::string& name : showing.fields) {
            if (name != showing.fields.front()) out << '\t';
            out << printable(hit_field(hit, name));
        }
        out << '\n';
    }
}

std::string percentage(std::uint64_t part, std::uint64_t whole) {
    constexpr double hundred = 100.0;
    std::ostringstream text;
    text << std::fixed << std::setprecision(1)
         << hundred * static_cast<double>(part) / static_cast<double>(whole) << '%';
    return text.str();
}

/// A facet as lines of equal width.
std::vector<std::string> block_of(const Facet& facet, const Painter& painter) {
    struct Row {
        std::string value;
        std::string count;
        std::string share;
        bool selected;
    };
    std::vector<Row> rows;
    for (const Bucket& bucket : facet.buckets) {
        std::string share;
        if (bucket.of != 0) {
            share = "of " + with_thousands(bucket.of) + "  " + percentage(bucket.count, bucket.of);
        }
        rows.push_back({clipped(printable(bucket.value), widest_value), with_thousands(bucket.count),
                        std::move(share), bucket.selected});
    }
    if (facet.missing != 0) rows.push_back({"(none)", with_thousands(facet.missing), "", false});
    if (facet.other != 0) {
        rows.push_back({"… " + with_thousands(facet.other) + " more values", "", "", false});
    }
    std::size_t values = display_width(facet.request.field);
    std::size_t counts = 0;
    std::size_t shares = 0;
    for (const Row& row : rows) {
        values = std::max(values, display_width(row.value));
        counts = std::max(counts, row.count.size());
        shares = std::max(shares, row.share.size());
    }
    const std::size_t width = 2 + values + 2 + counts + (shares == 0 ? 0 : 1 + shares);
    std::vector<std::string> lines{painter.bold(padded(facet.request.field, width))};
    for (const Row& row : rows) {
        std::string line = (row.selected ? "* " : "  ") + padded(row.value, values) + "  " +
                           padded_left(row.count, counts);
        if (shares != 0) line += ' ' + row.share;
        lines.push_back(padded(std::move(line), width));
    }
    return lines;
}

std::size_t block_width(const Facet& facet) {
    return display_width(block_of(facet, Painter{Showing{}}).front());
}

/// Facets beside each other as far as the screen is wide.
void write_facets(const Response& response, const Showing& showing, std::ostream& out) {
    const Painter painter{showing};
    for (std::size_t first = 0; first < response.facets.size();) {
        std::vector<std::vector<std::string>> blocks;
        std::size_t width = 0;
        std::size_t lines = 0;
        for (; first < response.facets.size(); ++first) {
            const std::size_t more = block_width(response.facets[first]);
            if (!blocks.empty() && width + gap + more > showing.width) break;
            width += more + (blocks.empty() ? 0 : gap);
            blocks.push_back(block_of(response.facets[first], painter));
            lines = std::max(lines, blocks.back().size());
        }
        out << '\n';
        for (std::size_t line = 0; line < lines; ++line) {
            std::string row;
            for (const auto& block : blocks) {
                if (&block != &blocks.front()) row.append(gap, ' ');
                const std::size_t columns = display_width(block[block.size() - 1]);
                row += line < block.size() ? block[line] : std::string(columns, ' ');
            }
            row.erase(row.find_last_not_of(' ') + 1);
            out << row << '\n';
        }
    }
}

}  // namespace

void show_text(const Response& response, const Showing& showing, std::ostream& out) {
    const Painter painter{showing};
    if (showing.hits && showing.fields.empty()) write_hits(response, showing, painter, out);
    if (showing.hits && !showing.fields.empty()) write_fields(response, showing, out);
    out << with_thousands(response.total) << (response.total == 1 ? " article" : " articles")
        << " (exact)\n";
    write_facets(response, showing, out);
}

}  // namespace lectern
