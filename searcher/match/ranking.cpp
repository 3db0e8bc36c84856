#include "searcher/match/ranking.h"

#include "common/index/guard.h"

#include <algorithm>
#include <cmath>

namespace lectern {
namespace {

std::uint64_t dead_with(const std::string& term, const Segment& segment) {
    if (segment.dead().empty()) return 0;
    std::uint64_t count = 0;
    auto at = segment.postings().postlist_begin(term);
    const auto end = segment.postings().postlist_end(term);
    for (const ArticleNumber dead : segment.dead().numbers()) {
        if (at == end) break;
        at.skip_to(dead);
        if (at != end && *at == dead) ++count;
    }
    return count;
}

}  // namespace

Ranking::Ranking(std::span<const Snapshot> indexes) : indexes_{indexes} {
    std::uint64_t words = 0;
    for (const Snapshot& index : indexes) {
        articles_ += index.manifest().living();
        words += index.manifest().words();
    }
    const double mean = articles_ == 0 || words == 0
                            ? 1.0
                            : static_cast<double>(words) / static_cast<double>(articles_);
    per_word_ = static_cast<float>(k1 * b / mean);
}

std::uint64_t Ranking::living_with(const std::string& term) const {
    std::uint64_t count = 0;
    for (const Snapshot& index : indexes_) {
        guarded(index.folder(), [&] {
            for (const Segment& segment : index.segments()) {
                count += segment.postings().get_termfreq(term) - dead_with(term, segment);
            }
        });
    }
    return count;
}

float Ranking::weight(const AnyTerm& any) const {
    std::uint64_t with = 0;
    for (const std::string& term : any.terms) with += living_with(term);
    with = std::min(with, articles_);
    const auto n = static_cast<double>(with);
    const auto all = static_cast<double>(articles_);
    return static_cast<float>(std::log(1.0 + (all - n + 0.5) / (n + 0.5)));
}

}  // namespace lectern
