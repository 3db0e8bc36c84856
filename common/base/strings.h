#pragma once
// Small verbs on byte strings that every folder needs. ASCII only where case or space is concerned.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// A half-open range of bytes in some text.
struct Span {
    std::size_t begin{};
    std::size_t end{};
    bool operator==(const Span&) const = default;
};

/// `text` without ASCII white space at its ends; views `text`.
std::string_view trim(std::string_view text);

/// `text` cut at each `separator`; empty parts are kept; the parts view `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `text` with A-Z made a-z.
std::string ascii_lower(std::string_view text);

/// Whether the two are the same but for ASCII case.
bool same_ignoring_case(std::string_view left, std::string_view right);

/// `parts` with `between` between them.
std::string join(const std::vector<std::string>& parts, std::string_view between);

/// 1234567 as `1,234,567`.
std::string with_thousands(std::size_t number);

/// How many single-byte insertions, deletions, replacements turn `left` into `right`.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The candidate nearest to `word` when it is near enough to be what was meant, else empty.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace lectern
