#include "common/base/json_repair.h"

#include "common/base/utf8.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t escape_bytes = 6;       ///< of `\ud83d`
constexpr std::size_t replacement_bytes = 3;  ///< of U+FFFD in UTF-8

std::string with_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        append_utf8(valid, character.code);
    }
    return valid;
}

/// Whether `text` has an escape at `at` whose second digit is one of `digits`, as in `\ud83d`.
bool is_surrogate(std::string_view text, std::size_t at, std::string_view digits) {
    constexpr std::string_view hex = "0123456789abcdefABCDEF";
    const std::string_view escape = text.substr(std::min(at, text.size()), escape_bytes);
    return escape.size() == escape_bytes && escape.substr(0, 2) == "\\u" &&
           (escape[2] == 'd' || escape[2] == 'D') &&
           digits.find(escape[3]) != std::string_view::npos &&
           hex.find(escape[4]) != std::string_view::npos &&
           hex.find(escape[5]) != std::string_view::npos;
}

/// Whether there was one to replace.
bool replace_lone_surrogates(std::string& text) {
    bool replaced = false;
    for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const bool high = is_surrogate(text, at, "89abAB");
        const bool low = is_surrogate(text, at, "cdefCDEF");
        if (high && is_surrogate(text, at + escape_bytes, "cdefCDEF")) {
            at += 2 * escape_bytes;
        } else if (high || low) {
            text.replace(at + 2, 4, "fffd");
            replaced = true;
            at += escape_bytes;
        } else {
            at += 2;
        }
    }
    return replaced;
}

}  // namespace

std::optional<std::string> repaired_json(std::string_view text) {
    const bool valid = is_valid_utf8(text);
    const bool surrogates =
        text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
    if (valid && !surrogates) return {};
    std::string repaired = valid ? std::string{text} : with_valid_utf8(text);
    const bool replaced = surrogates && replace_lone_surrogates(repaired);
    if (valid && !replaced) return {};
    return repaired;
}

std::size_t place_before_repair(std::string_view text, std::size_t at) {
    std::size_t before = 0;
    for (std::size_t after = 0; before < text.size();) {
        const Character character = character_at(text, before);
        after += character.valid ? character.bytes : replacement_bytes;
        if (after > at) break;
        before += character.bytes;
    }
    return before;
}

}  // namespace lectern
