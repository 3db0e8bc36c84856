#pragma once
// Words whose period is part of them and seldom ends a sentence.

#include <cstdint>
#include <string_view>

namespace lectern {

/// When the period after a word ends the sentence, given what follows.
enum class Abbreviation : std::uint8_t {
    None,       ///< before any word that may begin a sentence
    Title,      ///< never: `Gen. Milley`
    Numbering,  ///< unless a number follows: `No. 2`, but also `No. He …`
    Loose,      ///< only before a word that mostly begins sentences: `Sept. 24`, `the U.S. The …`
};

/// `word` is what stands before the period, as printed.
Abbreviation abbreviation(std::string_view word);

/// Whether sentences often begin with `word`, names seldom: `The`, `However`.
bool begins_sentences(std::string_view word);

}  // namespace lectern
