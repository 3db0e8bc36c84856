#pragma once
// Folds the letters of a word to those of its term: one way to write what readers take for the
// same.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

/// What the periods inside a word are: of a number (kept) or of an acronym (dropped).
enum class Periods : std::uint8_t { Kept, Dropped };

/// The folded letters of a word, without apostrophes or underscores at its ends and without a
/// possessive 's; at most max_token_bytes, cut at a character; empty if nothing is left. Only so
/// much of a very long word is read as can matter. `room` must have fold_room bytes; the result
/// views it.
std::string_view fold_word(std::string_view word, Periods periods, char* room);

/// What fold_word may write.
inline constexpr std::size_t fold_room = 512;

/// Whether a letter stands in text for itself, whatever comes before and after it.
enum class Simple : std::uint8_t {
    No,           ///< it does not: a mark, a joiner, a letter of a script with its own rules
    Separator,    ///< no part of any word
    Letter,       ///< a letter that is upper case or has no case
    LowerLetter,  ///< a lower-case letter
};

/// A character of two bytes, U+0080 to U+07FF, and what it folds to.
struct TwoBytes {
    std::array<char, 3> folded{};
    std::uint8_t size{};
    Simple kind{Simple::No};
};

/// All characters of two bytes, ready to be looked up; one a process.
class TwoByteTable {
public:
    static const TwoByteTable& instance();

    /// `lead` and `trail` are any two bytes of text; what is no character is Simple::No.
    const TwoBytes& operator()(char lead, char trail) const {
        const auto first = static_cast<unsigned char>(lead);
        const auto second = static_cast<unsigned char>(trail);
        if (first < 0xC2 || first > 0xDF || (second & 0xC0U) != 0x80U) return none_;
        return table_[((first & 0x1FU) << 6U) | (second & 0x3FU)];
    }

private:
    TwoByteTable();
    std::array<TwoBytes, 2048> table_{};
    TwoBytes none_{};
};

}  // namespace lectern
