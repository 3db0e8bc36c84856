#pragma once
// Sets of characters, as tables of first and last.

#include <algorithm>
#include <array>
#include <cstddef>

namespace lectern {

struct Interval {
    char32_t first;
    char32_t last;  ///< included
};

template <std::size_t N>
bool within(const std::array<Interval, N>& intervals, char32_t code) {
    return std::any_of(intervals.begin(), intervals.end(), [code](const Interval& interval) {
        return code >= interval.first && code <= interval.last;
    });
}

}  // namespace lectern
