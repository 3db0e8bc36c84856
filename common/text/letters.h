#pragma once
// Single characters as the folding of words sees them; the Unicode tables behind it are ICU's.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

/// Lower-cased letter or digit of an ASCII byte, 0 for every other byte.
inline constexpr auto plain_letters = [] {
    std::array<char, 256> table{};
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
    for (std::size_t c = 'a'; c <= 'z'; ++c) {
        table[c] = static_cast<char>(c);
        table[c - 'a' + 'A'] = static_cast<char>(c);
    }
    return table;
}();

constexpr char plain_letter(char c) {
    return plain_letters[static_cast<unsigned char>(c)];
}

/// The ASCII letters and digits that eight bytes begin with.
struct PlainRun {
    std::uint64_t lowered;  ///< the bytes, letters in lower case
    std::size_t length;     ///< of the run, 0 to 8
};

/// `eight` bytes as loaded from text on a little-endian machine.
constexpr PlainRun plain_run(std::uint64_t eight) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t high = 0x80 * each;
    const std::uint64_t low_bits = eight & ~high;
    const auto from = [&](std::uint64_t bytes, std::uint64_t least) {
        return bytes + (0x80 - least) * each;  // the high bit of each byte: at least `least`
    };
    const std::uint64_t caseless = low_bits | 0x20 * each;
    const std::uint64_t letters = (from(caseless, 'a') ^ from(caseless, 'z' + 1)) & high & ~eight;
    const std::uint64_t digits = (from(low_bits, '0') ^ from(low_bits, '9' + 1)) & high & ~eight;
    const std::uint64_t others = ~(letters | digits) & high;
    return {eight | (letters >> 2U), static_cast<std::size_t>(std::countr_zero(others)) / 8};
}

/// The forms that an apostrophe takes in print.
constexpr bool is_apostrophe(char32_t code) {
    return code == U'\'' || code == 0x2018 || code == 0x2019 || code == 0x02BB || code == 0x02BC ||
           code == 0xFF07;
}

/// How many bytes an apostrophe (a hyphen) takes that ends right before `at`; 0 if there is none.
std::size_t apostrophe_before(std::string_view text, std::size_t at);
std::size_t hyphen_before(std::string_view text, std::size_t at);

/// How many bytes a hyphen takes that begins at `at`; 0 if there is none. Dashes are no hyphens.
std::size_t hyphen_at(std::string_view text, std::size_t at);

/// A letter, a digit or an ideograph: what a word has at least one of.
bool is_word_character(char32_t code);

/// Whether `code` is an ideograph or a syllable that folding leaves as it is, whatever follows.
constexpr bool folds_to_itself(char32_t code) {
    return (code >= 0x3400 && code <= 0x4DBF) || (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0xAC00 && code <= 0xD7A3);
}

/// Appends what a case-folded, composed character becomes: accents of Latin and Greek letters and
/// marks that are optional in print fall away, ligatures fall apart, digits become ASCII.
void append_folded(std::string& text, char32_t code);

/// NFKC_Casefold of `text`; ill-formed bytes become U+FFFD.
std::string case_folded(std::string_view text);

}  // namespace lectern
