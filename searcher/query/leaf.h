#pragma once
// What a single word or phrase of a query asks for, in the field it was typed for.

#include "common/schema/field.h"
#include "searcher/query/query.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// Nothing, where there is nothing to search for.
struct Leaf {
    std::optional<Query> query;
    std::string problem;  ///< empty: all is well
    std::size_t at{0};    ///< of the problem, in bytes from the begin of what was typed
};

/// A word as typed (`=word`, `wor*`, `none`, `2020..`), for `field` or, if null, for all text.
Leaf read_word(std::string_view typed, const Field* field, const QueryLimits& limits);

/// What stood between quotation marks.
Leaf read_phrase(std::string_view text, const Field* field);

/// A word as one types it, with its field: `title:wor*`.
std::string word_text(const Word& word);

/// Whether typing word_text(word) gives that very word; else it has to be a phrase.
bool reads_back(const Word& word);

/// `text`, shortened to be part of a message, in quotation marks.
std::string quoted(std::string_view text);

}  // namespace lectern
