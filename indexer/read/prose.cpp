#include "indexer/read/prose.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

/// Hard-wrapped text has no wider lines.
constexpr std::size_t widest_wrapped_line = 100;

constexpr auto blanks = std::to_array<std::string_view>({"\u00A0", "\u3000", "\u200B", "\uFEFF"});

bool is_cjk(char32_t code) {
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x20000 && code <= 0x3FFFD);
}

/// The last character; U+FFFD for an empty text.
char32_t last_character(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
    return character_at(text, at > 0 ? at - 1 : 0).code;
}

/// Whether cleaned() would change nothing; most English text is such.
bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= ' ' && c < '\x7F') || c == '\n' || c == '\t'; });
}

bool is_indented(std::string_view line) {
    return line.substr(0, 2) == "  " || line.substr(0, 1) == "\t" || line.substr(0, 3) == "\u3000";
}

/// `- item`, `• item`, `Q: …`, `答：…`: a line that begins anew.
bool begins_anew(std::string_view line) {
    constexpr auto beginnings = std::to_array<std::string_view>(
        {"- ", "* ", "• ", "· ", "Q:", "A:", "Q.", "A.", "问：", "答：", "問：", "■", "●", "▲"});
    return is_indented(line) ||
           std::any_of(beginnings.begin(), beginnings.end(), [line](std::string_view beginning) {
               return line.substr(0, beginning.size()) == beginning;
           });
}

/// Whether the lines between two empty ones are one paragraph, wrapped, rather than one each.
bool is_wrapped(std::span<const std::string_view> block) {
    const bool narrow = std::all_of(block.begin(), block.end(), [](std::string_view line) {
        return line.size() <= widest_wrapped_line * 3 && display_width(line) <= widest_wrapped_line;
    });
    return narrow && !std::all_of(block.begin(), block.end(), ends_sentence);
}

void join_line(std::string& paragraph, std::string_view line) {
    if (!paragraph.empty()) {
        const bool cjk = is_cjk(last_character(paragraph)) && is_cjk(character_at(line, 0).code);
        if (!cjk) paragraph += ' ';
    }
    paragraph += line;
}

void add_paragraph(std::string& text, std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += paragraph;
}

void add_block(std::string& text, std::span<const std::string_view> block) {
    const bool wrapped = is_wrapped(block);
    std::string paragraph;
    for (const std::string_view line : block) {
        if (!wrapped || begins_anew(line)) {
            add_paragraph(text, paragraph);
            paragraph.clear();
        }
        join_line(paragraph, trim_blanks(line));
    }
    add_paragraph(text, paragraph);
}

}  // namespace

std::string_view trim_blanks(std::string_view text) {
    while (true) {
        const std::size_t before = text.size();
        text = trim(text);
        for (const std::string_view blank : blanks) {
            if (text.substr(0, blank.size()) == blank) text.remove_prefix(blank.size());
            if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank) {
                text.remove_suffix(blank.size());
            }
        }
        if (text.size() == before) return text;
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    for (std::string_view& line : lines) {
        const std::string_view trimmed = trim_blanks(line);
        const auto begin = static_cast<std::size_t>(trimmed.data() - line.data());
        line = trimmed.empty() ? std::string_view{} : line.substr(0, begin + trimmed.size());
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    constexpr auto closing = std::to_array<std::string_view>(
        {"\"", "'", ")", "]", "”", "’", "»", "」", "』", "）", "》"});
    constexpr auto stops =
        std::to_array<std::string_view>({".", "!", "?", ":", "。", "！", "？", "…", "；", "："});
    const auto ends_with = [&line](std::string_view end) {
        return line.size() >= end.size() && line.substr(line.size() - end.size()) == end;
    };
    line = trim_blanks(line);
    while (true) {
        const auto* const close = std::find_if(closing.begin(), closing.end(), ends_with);
        if (close == closing.end()) break;
        line.remove_suffix(close->size());
    }
    return std::any_of(stops.begin(), stops.end(), ends_with);
}

bool has_cjk(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (is_cjk(character.code)) return true;
        at += character.bytes;
    }
    return false;
}

std::string paragraphs_of(std::span<const std::string_view> lines) {
    std::string text;
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && !lines[end].empty()) ++end;
        if (end > begin) add_block(text, lines.subspan(begin, end - begin));
        begin = end + 1;
    }
    return text;
}

std::string tidied(std::string_view text) {
    const bool plain = is_plain_ascii(text);
    const std::string clean = plain ? std::string{} : cleaned(text);
    const std::string_view body = trim_blanks(plain ? text : clean);
    std::string tidy;
    tidy.reserve(body.size());
    std::size_t empty_lines = 0;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t newline = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, newline - at);
        at = newline + 1;
        if (trim(line).empty()) {
            ++empty_lines;
            continue;
        }
        if (!tidy.empty()) tidy += empty_lines > 0 ? "\n\n" : "\n";
        tidy += line;
        empty_lines = 0;
    }
    return tidy;
}

std::string headline(std::string_view text, std::size_t bytes) {
    std::string line;
    for (const char c : cleaned(text.substr(0, bytes * 4))) {
        const bool space = is_space(c);
        if (!space) line += c;
        if (space && !line.empty() && line.back() != ' ') line += ' ';
    }
    const std::string_view whole = trim_blanks(line);
    if (whole.size() <= bytes) return std::string{whole};
    constexpr std::string_view ellipsis = "…";
    std::string_view cut = cut_at_character(whole, bytes - std::min(bytes, ellipsis.size()));
    const std::size_t blank = cut.find_last_of(' ');
    if (blank != std::string_view::npos && blank > cut.size() / 2) cut = cut.substr(0, blank);
    return std::string{trim(cut)} + std::string{ellipsis};
}

void limit_body(Article& article, const ReadLimits& limits) {
    if (article.body.size() <= limits.article_bytes) return;
    article.body.resize(cut_at_character(article.body, limits.article_bytes).size());
    const std::size_t megabyte = std::size_t{1} << 20U;
    const bool whole = limits.article_bytes % megabyte == 0;
    const std::string size = whole ? std::to_string(limits.article_bytes / megabyte) + " MB"
                                   : std::to_string(limits.article_bytes) + " bytes";
    const std::string note = "cut at " + size;
    if (article.notes.empty() || article.notes.back() != note) article.notes.push_back(note);
}

}  // namespace lectern
