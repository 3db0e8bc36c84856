#include "searcher/show/table.h"

#include "common/base/utf8.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <utility>

namespace lectern {
namespace {

constexpr std::size_t gap = 4;  // columns between two facets side by side
constexpr std::size_t widest_value = 40;
constexpr std::size_t narrowest_value = 8;

/// A facet as lines of equal width.
struct Block {
    std::vector<std::string> lines;
    std::size_t width{0};
};

struct Row {
    std::string value;
    std::string count;
    std::string share;
    bool selected{false};
};

std::string percentage(std::uint64_t part, std::uint64_t whole) {
    constexpr double hundred = 100.0;
    std::ostringstream text;
    text << std::fixed << std::setprecision(1)
         << hundred * static_cast<double>(part) / static_cast<double>(whole) << '%';
    return text.str();
}

std::vector<Row> rows_of(const Facet& facet, std::size_t columns) {
    std::vector<Row> rows;
    for (const Bucket& bucket : facet.buckets) {
        std::string share;
        if (bucket.of != 0) {
            share = "of " + with_thousands(bucket.of) + "  " + percentage(bucket.count, bucket.of);
        }
        rows.push_back({clipped(printable(bucket.value), columns), with_thousands(bucket.count),
                        std::move(share), bucket.selected});
    }
    if (facet.missing != 0) rows.push_back({"(none)", with_thousands(facet.missing), {}});
    if (facet.other != 0) {
        rows.push_back({"… " + with_thousands(facet.other) + " more values", {}, {}});
    }
    return rows;
}

Block block_of(const Facet& facet, const Showing& showing) {
    const std::vector<Row> rows =
        rows_of(facet, std::clamp(showing.width / 2, narrowest_value, widest_value));
    std::size_t values = display_width(facet.request.field);
    std::size_t counts = 0;
    std::size_t shares = 0;
    for (const Row& row : rows) {
        values = std::max(values, display_width(row.value));
        counts = std::max(counts, row.count.size());
        shares = std::max(shares, row.share.size());
    }
    Block block{.width = 2 + values + 2 + counts + (shares == 0 ? 0 : 1 + shares)};
    block.lines.push_back(Painter{showing}.bold(padded(facet.request.field, block.width)));
    for (const Row& row : rows) {
        std::string line = (row.selected ? "* " : "  ") + padded(row.value, values) + "  " +
                           padded_left(row.count, counts);
        if (shares != 0) line += ' ' + row.share;
        block.lines.push_back(padded(std::move(line), block.width));
    }
    return block;
}

void write_beside(const std::vector<Block>& blocks, std::ostream& out) {
    std::size_t lines = 0;
    for (const Block& block : blocks) lines = std::max(lines, block.lines.size());
    out << '\n';
    for (std::size_t line = 0; line < lines; ++line) {
        std::string row;
        for (const Block& block : blocks) {
            if (&block != &blocks.front()) row.append(gap, ' ');
            row += line < block.lines.size() ? block.lines[line] : std::string(block.width, ' ');
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out << row << '\n';
    }
}

}  // namespace

std::string padded(std::string text, std::size_t columns) {
    const std::size_t width = display_width(text);
    if (width < columns) text.append(columns - width, ' ');
    return text;
}

std::string padded_left(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return width < columns ? std::string(columns - width, ' ') + text : text;
}

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

std::string Painter::marked(const std::string& text) const {
    return color_ ? "\x1b[1;31m" + text + "\x1b[0m" : "**" + text + "**";
}

std::string Painter::bold(const std::string& text) const {
    return color_ ? "\x1b[1m" + text + "\x1b[0m" : text;
}

void write_facets(const std::vector<Facet>& facets, const Showing& showing, std::ostream& out) {
    std::vector<Block> beside;
    std::size_t width = 0;
    for (const Facet& facet : facets) {
        Block block = block_of(facet, showing);
        if (!beside.empty() && width + gap + block.width > showing.width) {
            write_beside(beside, out);
            beside.clear();
            width = 0;
        }
        width += block.width + (beside.empty() ? 0 : gap);
        beside.push_back(std::move(block));
    }
    if (!beside.empty()) write_beside(beside, out);
}

}  // namespace lectern
