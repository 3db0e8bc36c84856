#pragma once
// UTF-8 as bytes: decoding one character, repairing text, making it safe to print. No Unicode
// tables here; those are common/text's.

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern {

/// One decoded character. `bytes` is 0 at the end of the text; an ill-formed byte decodes as U+FFFD
/// with `valid` false and the length of the longest ill-formed prefix (as Unicode recommends).
struct Character {
    char32_t code{0xFFFD};
    std::size_t bytes{0};
    bool valid{false};
};

Character character_at(std::string_view text, std::size_t offset);

/// Appends `code` in UTF-8; what is no scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t code);

bool is_valid_utf8(std::string_view text);

/// How many characters (code points) `text` has; an ill-formed byte counts as one.
std::size_t count_characters(std::string_view text);

/// The longest prefix of `text` of at most `bytes` bytes that cuts no character.
std::string_view cut_at_character(std::string_view text, std::size_t bytes);

/// Text fit to be stored: ill-formed bytes become U+FFFD; CR LF and CR become LF; a byte order mark
/// at the start, NUL and other C0 and C1 controls (all but tab and newline) are removed.
std::string cleaned(std::string_view text);

/// Text fit for a terminal on one line: controls, line breaks and bidirectional overrides become
/// visible escapes such as `\x1b` and `\u202e`.
std::string printable(std::string_view text);

/// How many columns a terminal uses for `text`: 2 for East Asian wide characters, 0 for combining
/// marks.
std::size_t display_width(std::string_view text);

}  // namespace lectern
