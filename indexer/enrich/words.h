#pragma once
// The words around a place in a text: what the rules for spokespersons look at.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

enum class Shape : std::uint8_t {
    Capital,  ///< a word that begins with a capital letter
    Small,    ///< a word that does not
    Number,   ///< begins with a digit
    Mark,     ///< one character of anything else; a line break between paragraphs is `\n`
};

/// A word of Latin letters, with its inner hyphens and apostrophes, and the dot of an abbreviation.
struct TextWord {
    std::string_view text;  ///< without a possessive `'s`; views the text cut
    std::size_t begin{};    ///< in that text
    std::size_t end{};
    Shape shape{Shape::Mark};
    bool possessive{false};  ///< `China's`, `States'`
};

using Words = std::span<const TextWord>;

/// The words between `begin` and `end` of `text`, which are moved inward to whole words.
std::vector<TextWord> words_between(std::string_view text, std::size_t begin, std::size_t end);

/// The text from the first word to the last, single blanks between, a possessive `'s` at the end
/// cut.
std::string phrase(std::string_view text, Words words);

/// Latin letters in lower case, accented ones too; any other character as it is.
char32_t lower_letter(char32_t code);

/// `WORD` and `Word` as `word`, Latin letters only.
std::string lower_word(std::string_view word);

/// `TAN KEFEI` as `Tan Kefei`: all but the first letter of each part of a word in lower case.
std::string capitalised(std::string_view word);

}  // namespace lectern
