// Heads come in three shapes, the lines of a header block in any order and some of them absent:
//
//   Title                  Title: …               Title
//                          Source: …              By Jane Doe | 24 September 2020
//   Outlet                 Author: …
//   Byline                 Date: …                First paragraph …
//   2020-09-24 20:01:22
//                          First paragraph …
//   First paragraph …

#include "indexer/read/head.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/read/byline.h"
#include "indexer/read/head_piece.h"
#include "indexer/read/prose.h"

#include <algorithm>
#include <vector>

namespace lectern {
namespace {

constexpr std::size_t most_header_lines = 6;
constexpr std::size_t widest_header_line = 80;
constexpr std::size_t widest_outlet = 45;

bool is_short(std::string_view line) {
    return line.size() <= widest_header_line * 4 && display_width(line) < widest_header_line;
}

/// Whether an unmarked line may be the name of an outlet: few words, most of them capitalised.
bool looks_like_name(std::string_view line) {
    if (!is_short(line) || display_width(line) > widest_outlet || ends_sentence(line)) return false;
    if (line.find("--") != std::string_view::npos || line.find("—") != std::string_view::npos) {
        return false;
    }
    const auto words = split(line, ' ');
    const auto capitals = std::count_if(words.begin(), words.end(), [](std::string_view word) {
        return !word.empty() && !is_lower(word.front()) && !is_digit(word.front());
    });
    return words.size() <= 6 && static_cast<std::size_t>(capitals) * 2 > words.size();
}

/// The head as it is read: what is still to be sorted out once all its lines are known.
struct Head {
    Article& article;
    std::vector<std::string_view> plain;  ///< lines that said nothing of themselves
    std::optional<Moment> updated;
    bool complete{false};  ///< a date or a byline was found
};

void take(const HeadPiece& piece, Head& head) {
    Article& article = head.article;
    switch (piece.part) {
        case HeadPart::Title:
            article.title = piece.value;
            return;
        case HeadPart::Outlet:
            article.outlet = piece.value;
            return;
        case HeadPart::Byline:
            add_authors(article.authors, authors_in(piece.value));
            break;
        case HeadPart::Date:
            if (!article.published) article.published = piece.moment;
            break;
        case HeadPart::Updated:
            head.updated = piece.moment;
            break;
        case HeadPart::Url:
            article.url = piece.value;
            return;
        case HeadPart::Section:
            article.section = piece.value;
            return;
        case HeadPart::Language:
            article.language = piece.value;
            return;
        case HeadPart::Plain:
            head.plain.push_back(piece.value);
            return;
    }
    head.complete = true;
    const bool date = piece.part == HeadPart::Date || piece.part == HeadPart::Updated;
    if (date && !piece.moment && !piece.value.empty()) {
        const std::string_view shown = cut_at_character(piece.value, 100);
        article.notes.push_back("not a date: \"" + std::string{shown} + "\"");
    }
}

/// Outlet, then byline, from what is left; the rest is noted.
void sort_out(Head& head) {
    Article& article = head.article;
    for (const std::string_view line : head.plain) {
        if (article.outlet.empty()) {
            article.outlet = line;
        } else if (article.authors.empty()) {
            article.authors = authors_in(line);
        } else {
            article.notes.push_back("not understood in the header: \"" + std::string{line} + "\"");
        }
    }
    if (!article.published) article.published = head.updated;
}

using Lines = std::span<const std::string_view>;

Lines block_at(Lines lines, std::size_t begin) {
    std::size_t end = begin;
    while (end < lines.size() && !lines[end].empty()) ++end;
    return lines.subspan(begin, end - begin);
}

std::size_t next_line(Lines lines, std::size_t at) {
    while (at < lines.size() && lines[at].empty()) ++at;
    return at;
}

bool is_marked(const HeadPiece& piece) {
    return piece.part != HeadPart::Plain;
}

/// Whether a block is all header: each line short, and one at least marked as what it is.
bool is_marked_header(Lines block) {
    if (block.empty() || block.size() > most_header_lines) return false;
    bool marked = false;
    for (const std::string_view line : block) {
        const auto pieces =
            is_short(line) || keyed_piece(line).keyed ? pieces_of(line) : std::vector<HeadPiece>{};
        if (pieces.empty()) return false;
        const bool line_marked = std::any_of(pieces.begin(), pieces.end(), is_marked);
        if (!line_marked && ends_sentence(line)) return false;
        marked = marked || line_marked;
    }
    return marked;
}

/// Whether a block of unmarked lines is an outlet, or an outlet and a byline, with text after it.
bool is_unmarked_header(Lines lines, std::size_t begin, Lines block) {
    const bool followed = next_line(lines, begin + block.size()) < lines.size();
    return followed && block.size() <= 2 &&
           std::all_of(block.begin(), block.end(), looks_like_name);
}

void take_block(Lines block, Head& head) {
    for (const std::string_view line : block) {
        for (const HeadPiece& piece : pieces_of(line)) take(piece, head);
    }
}

/// `Key: value` lines from the top, the first of them a title or the second keyed too; 0 if none.
std::size_t read_keyed_lines(Lines lines, Head& head) {
    const bool title = keyed_piece(lines[0]).part == HeadPart::Title;
    if (!title && (lines.size() < 2 || !keyed_piece(lines[1]).keyed)) return 0;
    std::size_t at = 0;
    while (at < lines.size() && keyed_piece(lines[at]).keyed) {
        take(piece_of(lines[at]), head);
        ++at;
    }
    return at;
}

/// Header blocks from `at` on; where the body begins.
std::size_t read_blocks(Lines lines, std::size_t at, Head& head) {
    std::size_t lines_read = 0;
    while (lines_read < most_header_lines) {
        const std::size_t begin = next_line(lines, at);
        const Lines block = block_at(lines, begin);
        const bool marked = is_marked_header(block);
        const bool unmarked = !marked && head.plain.empty() && head.article.outlet.empty() &&
                              !head.complete && is_unmarked_header(lines, begin, block);
        if (!marked && !unmarked) break;
        take_block(block, head);
        at = begin + block.size();
        lines_read += block.size();
    }
    return at;
}

}  // namespace

std::size_t read_head(Lines lines, Article& article) {
    std::size_t at = next_line(lines, 0);
    if (at >= lines.size()) return at;
    Head head{article, {}, {}, false};
    const std::size_t keyed =
        keyed_piece(lines[at]).keyed ? read_keyed_lines(lines.subspan(at), head) : 0;
    at += keyed;
    if (article.title.empty()) {
        at = next_line(lines, at);
        if (at < lines.size()) article.title = trim_blanks(lines[at++]);
    }
    // A title of two lines goes on in lower case.
    const bool goes_on = keyed == 0 && at + 1 < lines.size() && !lines[at].empty() &&
                         lines[at + 1].empty() && is_lower(lines[at].front()) &&
                         is_short(lines[at]) && !is_byline(lines[at]) && !ends_sentence(lines[at]);
    if (goes_on) article.title += " " + std::string{lines[at++]};
    at = read_blocks(lines, at, head);
    sort_out(head);
    return at;
}

}  // namespace lectern
