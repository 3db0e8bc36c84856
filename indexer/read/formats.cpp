#include "common/base/strings.h"
#include "indexer/read/format.h"
#include "indexer/read/readers.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

constexpr auto table = std::to_array<Format>({
    {"jsonl", ".jsonl .ndjson", true, looks_like_json_lines, read_json_lines,
     "one JSON object a line, an article each; keys as title, text, date, outlet, byline"},
    {"text", ".txt .text", false, looks_like_text, read_headed_text,
     "a title, a header of outlet, byline and date, then paragraphs, with empty lines between"},
});

/// `.jsonl` of `news/FEED.JSONL`; empty if the name has no dot, or only one at its start.
std::string suffix_of(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.find_last_of('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    return ascii_lower(name.substr(dot));
}

bool has_suffix(const Format& format, std::string_view suffix) {
    const auto suffixes = split(format.suffixes, ' ');
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

}  // namespace

std::span<const Format> formats() {
    return table;
}

const Format* format_of(std::string_view path, std::string_view head) {
    const std::string suffix = suffix_of(path);
    for (const Format& format : table) {
        if (!suffix.empty() && has_suffix(format, suffix)) return &format;
    }
    // Any other suffix says that it is something else, but JSON Lines are often called .json.
    for (const Format& format : table) {
        const bool may_be = suffix.empty() || (suffix == ".json" && format.name == "jsonl");
        if (may_be && format.sniff(head)) return &format;
    }
    return nullptr;
}

const Format* find_format(std::string_view name) {
    const auto* const found = std::find_if(
        table.begin(), table.end(), [name](const Format& format) { return format.name == name; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace lectern
