#include "searcher/query/limits.h"

#include "common/schema/field.h"
#include "searcher/query/characters.h"

#include <algorithm>

namespace lectern {
namespace {

// Whatever depth is asked for, the parser and the tree's own destructor need stack for it.
constexpr std::size_t deepest = 500;

[[noreturn]] void refuse(const std::string& what, std::size_t limit, const std::string& hint) {
    throw Error{Fault::Query, "query: " + what + " (limit " + std::to_string(limit) + ")", hint};
}

/// Words of an Exact field are none: its values are looked up whole.
void check_words(std::string_view field, std::string_view text, std::size_t limit) {
    const Field* const known = find_field(field);
    const bool whole = known != nullptr && known->kind == Kind::Exact;
    if (whole || count_words(text) <= limit) return;
    refuse("a phrase of more than " + std::to_string(limit) + " words", limit,
           "search for a part of it that is rare enough");
}

}  // namespace

void Budget::length(std::string_view text) const {
    if (text.size() <= limits_.bytes) return;
    refuse(with_thousands(text.size()) + " bytes long", limits_.bytes, "search for less at once");
}

void Budget::leaf(const Query& leaf) {
    if (++leaves_ > limits_.leaves) {
        refuse("more than " + std::to_string(limits_.leaves) + " words and ranges", limits_.leaves,
               "search for less at once, or put words that stand together in quotation marks");
    }
    if (const auto* const phrase = std::get_if<Phrase>(&leaf.node)) {
        check_words(phrase->field, phrase->text, limits_.phrase_words);
    }
    const auto* const word = std::get_if<Word>(&leaf.node);
    if (word == nullptr) return;
    check_words(word->field, word->text, limits_.phrase_words);
    if (word->prefix && ++wildcards_ > limits_.wildcards) {
        refuse("more than " + std::to_string(limits_.wildcards) + " wildcards", limits_.wildcards,
               "write out some of the words");
    }
}

void Budget::deeper() {
    const std::size_t limit = std::min(limits_.depth, deepest);
    if (++depth_ <= limit) return;
    refuse("parentheses and NOT more than " + std::to_string(limit) + " deep", limit,
           "parentheses inside parentheses of the same kind can be left out");
}

}  // namespace lectern
