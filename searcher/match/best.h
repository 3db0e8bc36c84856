#pragma once
// The best matches so far: what a search keeps of all it sees.

#include "common/segment/positions.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lectern {

/// A match, and where it belongs in the order: better ones compare less.
struct Ranked {
    double key{};           ///< score or time; larger is better
    std::int64_t time{};    ///< among equals the newer is better, the undated last …
    std::uint32_t index{};  ///< … then the one added earlier
    std::uint32_t segment{};
    ArticleNumber number{};

    bool operator<(const Ranked& other) const;
};

/// Keeps the best so many.
class Best {
public:
    explicit Best(std::size_t room) : room_{room} {}

    /// False only if a match of that key would surely not be kept.
    bool worth(double key) const {
        return matches_.size() < room_ || (room_ != 0 && key >= matches_.front().key);
    }

    void add(const Ranked& match);

    /// The best first; none are left here.
    std::vector<Ranked> take();

private:
    std::size_t room_;
    std::vector<Ranked> matches_;  ///< a heap, the worst at the front
};

}  // namespace lectern
