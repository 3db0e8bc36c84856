#pragma once
// The terms of one batch of articles, each with its positions so far: a hash table that never
// forgets.

#include "common/segment/positions.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

using TermId = std::uint32_t;

class Vocabulary {
public:
    struct Entry {
        std::string_view term;  ///< lives as long as the vocabulary
        std::uint32_t hash{};
        std::uint32_t ordinary_in{};  ///< bits: languages in which it was seen in lower case
        ArticleNumber article{};      ///< the last one it was seen in …
        std::uint32_t slot{};         ///< … and its place among that article's terms
        PositionList positions;
    };

    Vocabulary();

    TermId id(std::string_view term);

    Entry& operator[](TermId id) { return entries_[id]; }

    const Entry& operator[](TermId id) const { return entries_[id]; }

    std::size_t size() const { return entries_.size(); }

private:
    std::string_view kept(std::string_view term);
    void grow();

    std::deque<Entry> entries_;
    std::vector<TermId> table_;      ///< id + 1, 0 for free; a power of two long
    std::deque<std::string> arena_;  ///< blocks that never move
};

}  // namespace lectern
