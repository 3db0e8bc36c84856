#pragma once
// BM25 (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009) over occurrences that
// are weighted by field when they are indexed, as their BM25F does for one length normalization.

#include "common/index/snapshot.h"
#include "searcher/plan/plan.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lectern {

/// The statistics that ranking needs, the same for all segments of all indexes searched together.
/// The removed do not count: an index that grew and shrank ranks as one built anew.
class Ranking {
public:
    static constexpr float k1 = 1.2F;
    static constexpr float b = 0.75F;

    explicit Ranking(std::span<const Snapshot> indexes);

    std::uint64_t articles() const { return articles_; }

    /// The weight of a word that any of the terms stands for.
    float weight(const AnyTerm& any) const;

    /// The part of the saturation that depends on an article's length in weighted words.
    float norm(std::int64_t length) const {
        return k1 * (1.0F - b) + per_word_ * static_cast<float>(length);
    }

    static float saturated(std::uint32_t frequency, float norm) {
        const auto times = static_cast<float>(frequency);
        return times * (k1 + 1.0F) / (times + norm);
    }

private:
    std::uint64_t living_with(const std::string& term) const;

    std::span<const Snapshot> indexes_;
    std::uint64_t articles_{0};
    float per_word_{0};
};

}  // namespace lectern
