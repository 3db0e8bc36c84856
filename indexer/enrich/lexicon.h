#pragma once
// TextWord lists of the rules for spokespersons. All in lower case, each in alphabetical order.

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string_view>

namespace lectern {

using WordList = std::span<const std::string_view>;

/// Whether `lower`, a word in lower case, is in an ordered list.
inline bool is_listed(WordList list, std::string_view lower) {
    return std::binary_search(list.begin(), list.end(), lower);
}

extern const WordList dotted_words;    ///< written with a dot at their end: `gen`, `inc`
extern const WordList rank_words;      ///< of ranks kept: `colonel`, `dr.`
extern const WordList courtesy_words;  ///< of courtesy, dropped: `mr`
extern const WordList title_words;     ///< offices before a name: `minister`
extern const WordList particle_words;  ///< small words inside names: `de`, `bin`
extern const WordList role_modifiers;  ///< that belong to a role: `deputy`
extern const WordList opening_words;   ///< that begin a sentence, or tell a time; never in a name
extern const WordList no_name_words;   ///< that make a phrase an organization or a place, no name
extern const WordList organization_nouns;
extern const WordList organization_adjectives;
extern const WordList
    anaphoric_nouns;  ///< `the company`: says which only to who read on from above
extern const WordList speech_verbs;

/// Whether a list is in order and names no word twice; lexicon.cpp asserts it of each.
constexpr bool is_ordered(WordList list) {
    return std::adjacent_find(list.begin(), list.end(), std::greater_equal<>{}) == list.end();
}

}  // namespace lectern
