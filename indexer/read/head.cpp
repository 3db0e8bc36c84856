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
#include "indexer/read/prose.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace lectern {
namespace {

constexpr std::size_t most_header_lines = 6;
constexpr std::size_t widest_header_line = 80;
constexpr std::size_t widest_outlet = 45;
constexpr std::size_t most_empty_lines = 5;

enum class Part : std::uint8_t {
    Title,
    Outlet,
    Byline,
    Date,
    Updated,
    Url,
    Section,
    Language,
    Plain,  ///< says nothing of itself: an outlet, a name, or no header at all
};

struct Key {
    std::string_view name;
    Part part;
};

constexpr auto keys = std::to_array<Key>({
    {"title", Part::Title},
    {"headline", Part::Title},
    {"标题", Part::Title},
    {"標題", Part::Title},
    {"outlet", Part::Outlet},
    {"source", Part::Outlet},
    {"publisher", Part::Outlet},
    {"publication", Part::Outlet},
    {"newspaper", Part::Outlet},
    {"来源", Part::Outlet},
    {"來源", Part::Outlet},
    {"稿源", Part::Outlet},
    {"媒体", Part::Outlet},
    {"author", Part::Byline},
    {"authors", Part::Byline},
    {"by", Part::Byline},
    {"byline", Part::Byline},
    {"reporter", Part::Byline},
    {"editor", Part::Byline},
    {"editors", Part::Byline},
    {"作者", Part::Byline},
    {"记者", Part::Byline},
    {"記者", Part::Byline},
    {"编辑", Part::Byline},
    {"责任编辑", Part::Byline},
    {"責任編輯", Part::Byline},
    {"date", Part::Date},
    {"published", Part::Date},
    {"published on", Part::Date},
    {"publication date", Part::Date},
    {"posted", Part::Date},
    {"posted on", Part::Date},
    {"first published", Part::Date},
    {"time", Part::Date},
    {"日期", Part::Date},
    {"时间", Part::Date},
    {"時間", Part::Date},
    {"发布时间", Part::Date},
    {"發布時間", Part::Date},
    {"發佈時間", Part::Date},
    {"发布日期", Part::Date},
    {"发布于", Part::Date},
    {"发表于", Part::Date},
    {"updated", Part::Updated},
    {"last updated", Part::Updated},
    {"updated on", Part::Updated},
    {"更新时间", Part::Updated},
    {"更新于", Part::Updated},
    {"url", Part::Url},
    {"link", Part::Url},
    {"链接", Part::Url},
    {"原文链接", Part::Url},
    {"section", Part::Section},
    {"category", Part::Section},
    {"栏目", Part::Section},
    {"版面", Part::Section},
    {"language", Part::Language},
    {"lang", Part::Language},
    {"语言", Part::Language},
});

/// A line, or a part of one, and what it is.
struct Piece {
    Part part{Part::Plain};
    std::string_view value;
    bool keyed{false};  ///< `Key: value`
    std::optional<Moment> moment;
};

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// `Published: 2020-09-24`, `Updated 24 September 2020`, `来源：岚国日报`; Plain if there is no
/// key.
Piece keyed_piece(std::string_view text) {
    constexpr std::size_t longest_key = 24;
    const std::string start = ascii_lower(text.substr(0, longest_key + 4));
    for (const Key& key : keys) {
        if (!begins_with(start, key.name)) continue;
        const std::string_view rest = trim_blanks(text.substr(key.name.size()));
        for (const std::string_view colon : {":", "："}) {
            if (begins_with(rest, colon)) {
                return {key.part, trim_blanks(rest.substr(colon.size())), true, {}};
            }
        }
    }
    return {Part::Plain, text, false, {}};
}

/// A date that a word without a colon precedes: `Published September 24, 2020`.
Piece introduced_date(std::string_view text) {
    const std::string start = ascii_lower(text.substr(0, 28));
    for (const Key& key : keys) {
        const bool date = key.part == Part::Date || key.part == Part::Updated;
        if (!date || !begins_with(start, key.name)) continue;
        const std::string_view rest = trim_blanks(text.substr(key.name.size()));
        if (const auto moment = parse_moment(rest)) return {key.part, rest, false, moment};
    }
    return {Part::Plain, text, false, {}};
}

Piece piece_of(std::string_view text) {
    text = trim_blanks(text);
    Piece piece = keyed_piece(text);
    if (piece.keyed) {
        if (piece.part == Part::Date || piece.part == Part::Updated) {
            piece.moment = parse_moment(piece.value);
        }
        return piece;
    }
    piece = introduced_date(text);
    if (piece.moment) return piece;
    if (const auto moment = parse_moment(text)) return {Part::Date, text, false, moment};
    if (is_byline(text)) return {Part::Byline, text, false, {}};
    return {Part::Plain, text, false, {}};
}

/// The parts of a line between bars, dots, tabs or wide blanks; the line itself if it is one piece.
std::vector<Piece> pieces_of(std::string_view line) {
    constexpr auto separators =
        std::to_array<std::string_view>({" | ", "|", " · ", " • ", "\t", "   ", "\u3000"});
    const Piece whole = piece_of(line);
    if (whole.part == Part::Title || whole.moment) return {whole};
    for (const std::string_view separator : separators) {
        if (line.find(separator) == std::string_view::npos) continue;
        std::vector<Piece> pieces;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find(separator, begin), line.size());
            const std::string_view part = trim_blanks(line.substr(begin, end - begin));
            if (!part.empty()) pieces.push_back(piece_of(part));
            begin = end + separator.size();
        }
        return pieces;
    }
    return {whole};
}

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

void take(const Piece& piece, Head& head) {
    Article& article = head.article;
    switch (piece.part) {
        case Part::Title:
            article.title = piece.value;
            return;
        case Part::Outlet:
            article.outlet = piece.value;
            return;
        case Part::Byline:
            add_authors(article.authors, authors_in(piece.value));
            break;
        case Part::Date:
            if (!article.published) article.published = piece.moment;
            break;
        case Part::Updated:
            head.updated = piece.moment;
            break;
        case Part::Url:
            article.url = piece.value;
            return;
        case Part::Section:
            article.section = piece.value;
            return;
        case Part::Language:
            article.language = piece.value;
            return;
        case Part::Plain:
            head.plain.push_back(piece.value);
            return;
    }
    head.complete = true;
    const bool date = piece.part == Part::Date || piece.part == Part::Updated;
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

bool is_marked(const Piece& piece) {
    return piece.part != Part::Plain;
}

/// Whether a block is all header: each line short, and one at least marked as what it is.
bool is_marked_header(Lines block) {
    if (block.empty() || block.size() > most_header_lines) return false;
    bool marked = false;
    for (const std::string_view line : block) {
        const auto pieces =
            is_short(line) || keyed_piece(line).keyed ? pieces_of(line) : std::vector<Piece>{};
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
        for (const Piece& piece : pieces_of(line)) take(piece, head);
    }
}

/// `Key: value` lines from the top, the first of them a title or the second keyed too; 0 if none.
std::size_t read_keyed_lines(Lines lines, Head& head) {
    const bool title = keyed_piece(lines[0]).part == Part::Title;
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
