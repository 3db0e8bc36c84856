#include "indexer/read/byline.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/read/prose.h"

#include <algorithm>
#include <array>
#include <span>

namespace lectern {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t most_authors = 50;

constexpr auto english_openings = std::to_array<std::string_view>(
    {"by ", "by: ", "reported by ", "written by ", "story by ", "report by ", "words by ",
     "text by ", "compiled by ", "edited by ", "reporting by ",
     "editor: ", "editors: ", "author: ", "authors: ", "reporter: ", "reporters: "});

/// What precedes names in Chinese bylines. A longer one stands before those it begins with.
constexpr auto chinese_labels = std::to_array<std::string_view>(
    {"本报评论员", "本报记者", "本报通讯员", "本社记者", "本刊记者", "特约记者", "特派记者",
     "见习记者",   "实习记者", "实习生",     "通讯员",   "評論員",   "评论员",   "记者",
     "記者",       "作者",     "撰文",       "特约撰稿", "撰稿",     "责任编辑", "責任編輯",
     "责编",       "编辑",     "編輯",       "摄影",     "攝影",     "文/图",    "文／图",
     "图/文",      "图／文",   "图文",       "文字",     "文",       "图"});

/// Words that make a part of a byline a role, not a name.
constexpr auto role_words = std::to_array<std::string_view>(
    {"writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor",
     "editors", "staff", "bureau", "columnist", "contributor", "contributing", "special",
     "photographer", "analyst", "desk"});

constexpr auto suffixes = std::to_array<std::string_view>(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq.", "mp"});

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view without_english_opening(std::string_view line) {
    const std::string lower = ascii_lower(line.substr(0, 16));
    for (const std::string_view opening : english_openings) {
        if (begins_with(lower, opening)) return trim(line.substr(opening.size()));
    }
    return line;
}

/// The text after the label it begins with, and after blanks and colons; the same text if none.
std::string_view without_chinese_label(std::string_view text) {
    for (const std::string_view label : chinese_labels) {
        if (!begins_with(text, label)) continue;
        std::string_view rest = trim_blanks(text.substr(label.size()));
        for (const std::string_view colon : {"：", ":", "｜", "|"}) {
            if (begins_with(rest, colon)) rest = trim_blanks(rest.substr(colon.size()));
        }
        return rest;
    }
    return text;
}

bool is_role(std::string_view part) {
    const std::string lower = ascii_lower(part);
    const auto words = split(lower, ' ');
    return std::any_of(words.begin(), words.end(),
                       [](std::string_view word) { return contains(role_words, word); });
}

/// A name without the place, outlet or address that may follow it; empty if it is none.
std::string name_of(std::string_view part) {
    part = trim_blanks(part);
    if (begins_with(ascii_lower(part.substr(0, 4)), "http")) return {};
    std::string name;
    for (const std::string_view word : split(part, ' ')) {
        const bool ends =
            word == "in" || word == "for" || word == "at" || word == "|" || word == "of";
        if (ends && !name.empty()) break;
        if (word.empty() || word.find('@') != std::string_view::npos) continue;
        if (!name.empty()) name += ' ';
        name += word;
    }
    while (!name.empty() && (name.back() == ',' || name.back() == '|')) name.pop_back();
    return name.size() <= longest_name ? name : std::string{};
}

/// The parts of an English byline between commas, semicolons, `and`, `&`.
std::vector<std::string_view> english_parts(std::string_view line) {
    constexpr auto separators =
        std::to_array<std::string_view>({", and ", ", ", "; ", " and ", " AND ", " & ", " with "});
    std::vector<std::string_view> parts;
    while (!line.empty() && parts.size() < most_authors) {
        std::size_t nearest = std::string_view::npos;
        std::size_t length = 0;
        for (const std::string_view separator : separators) {
            const std::size_t at = line.find(separator);
            if (at < nearest) {
                nearest = at;
                length = separator.size();
            }
        }
        parts.push_back(line.substr(0, nearest));
        line =
            nearest == std::string_view::npos ? std::string_view{} : line.substr(nearest + length);
    }
    return parts;
}

std::vector<std::string> english_authors(std::string_view line) {
    const auto parts = english_parts(line);
    const auto single = [](std::string_view part) {
        return part.find(' ') == std::string_view::npos;
    };
    // `Doe, Jane` is one person.
    if (parts.size() == 2 && single(parts[0]) && single(parts[1]) &&
        line.find(',') != std::string_view::npos) {
        return {std::string{line}};
    }
    std::vector<std::string> authors;
    for (const std::string_view part : parts) {
        if (!authors.empty() && contains(suffixes, ascii_lower(part))) {
            authors.back() += ", " + std::string{part};
            continue;
        }
        std::string name = name_of(part);
        if (name.empty() || (!authors.empty() && is_role(name))) continue;
        authors.push_back(std::move(name));
    }
    return authors;
}

/// Each of `separators` in `text` made a line break.
std::string with_breaks(std::string_view text, std::span<const std::string_view> separators) {
    std::string broken;
    for (std::size_t at = 0; at < text.size();) {
        const auto separator =
            std::find_if(separators.begin(), separators.end(),
                         [&](std::string_view one) { return begins_with(text.substr(at), one); });
        const bool found = separator != separators.end();
        broken += found ? '\n' : text[at];
        at += found ? separator->size() : 1;
    }
    return broken;
}

/// `瓦恩霍尔特／安塞尔港报道`, `沿海通讯社记者`: says from where or for whom, and names nobody.
bool is_circumstance(std::string_view part) {
    constexpr auto ends =
        std::to_array<std::string_view>({"报道", "報道", "電", "电", "记者", "記者", "摄", "攝"});
    return std::any_of(ends.begin(), ends.end(),
                       [part](std::string_view end) { return ends_with(part, end); });
}

std::vector<std::string> chinese_authors(std::string_view line) {
    constexpr auto blanks = std::to_array<std::string_view>({" ", "\u3000", "\t"});
    constexpr auto separators =
        std::to_array<std::string_view>({"、", "，", "；", "／", ",", "/", ";", "|", "｜"});
    std::vector<std::string> authors;
    const std::string parts = with_breaks(line, blanks);
    for (const std::string_view part : split(parts, '\n')) {
        if (is_circumstance(part)) continue;
        const std::string names = with_breaks(without_chinese_label(part), separators);
        for (const std::string_view piece : split(names, '\n')) {
            const std::string_view name = without_chinese_label(trim_blanks(piece));
            if (!name.empty() && name.size() <= longest_name) authors.emplace_back(name);
        }
    }
    return authors;
}

}  // namespace

bool is_byline(std::string_view line) {
    line = trim_blanks(line);
    const std::string_view name = without_english_opening(line);
    if (name.size() != line.size()) return !name.empty() && !is_lower(name.front());
    const std::string_view rest = without_chinese_label(line);
    if (rest.size() == line.size() || rest.empty()) return false;
    // `文` and `图` begin words; as labels they end with a blank or a sign.
    const std::string_view label = line.substr(0, line.size() - rest.size());
    const bool short_label = begins_with(label, "文") || begins_with(label, "图");
    return !short_label || label.size() > std::string_view{"文"}.size();
}

std::vector<std::string> authors_in(std::string_view byline) {
    byline = trim_blanks(cut_at_character(byline, 2000));
    const std::string_view line = without_english_opening(byline);
    if (line.empty()) return {};
    if (!has_cjk(line)) return english_authors(line);
    return chinese_authors(line);
}

void add_authors(std::vector<std::string>& authors, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (authors.size() >= most_authors) return;
        if (std::find(authors.begin(), authors.end(), name) == authors.end())
            authors.push_back(name);
    }
}

}  // namespace lectern
