#pragma once
// The terms of an index that a word of a query stands for besides itself.

#include "common/index/snapshot.h"
#include "common/index/stems.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace lectern {

/// A folded word and the ordinary words of the indexes that share its stem; sorted, distinct.
std::vector<std::string> forms_of(const std::string& word,
                                  std::span<const Snapshot> indexes,
                                  Stemmer& stemmer);

struct Beginning {
    std::vector<std::string> terms;  ///< the most frequent first
    bool cut{false};                 ///< there are more
};

/// At most `limit` of the terms of the indexes that begin with `start`.
Beginning terms_beginning(const std::string& start,
                          std::span<const Snapshot> indexes,
                          std::size_t limit);

}  // namespace lectern
