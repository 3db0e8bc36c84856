#include "searcher/match/best.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lectern {

bool Ranked::operator<(const Ranked& other) const {
    return std::tie(other.key, other.time, index, segment, number) <
           std::tie(key, time, other.index, other.segment, other.number);
}

void Best::add(const Ranked& match) {
    if (room_ == 0) return;
    if (matches_.size() == room_) {
        if (!(match < matches_.front())) return;
        std::pop_heap(matches_.begin(), matches_.end());
        matches_.pop_back();
    }
    matches_.push_back(match);
    std::push_heap(matches_.begin(), matches_.end());
}

std::vector<Ranked> Best::take() {
    std::sort_heap(matches_.begin(), matches_.end());
    return std::exchange(matches_, {});
}

}  // namespace lectern
