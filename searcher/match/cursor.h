#pragma once
// Walks over the articles of one segment that match, in ascending order: the evaluator's parts.

#include "common/index/segment.h"
#include "searcher/match/ranking.h"
#include "searcher/plan/plan.h"

#include <cstdint>
#include <limits>
#include <memory>

namespace lectern {

/// Stands before its first article when made: call next() or seek() first.
class Cursor {
public:
    static constexpr ArticleNumber end = std::numeric_limits<ArticleNumber>::max();

    Cursor() = default;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    Cursor(Cursor&&) = delete;
    Cursor& operator=(Cursor&&) = delete;
    virtual ~Cursor() = default;

    /// The article it stands on, `end` behind the last, 0 before the first.
    ArticleNumber article() const { return article_; }

    virtual ArticleNumber next() = 0;
    /// Moves to the first article not before `target`, which is not before article().
    virtual ArticleNumber seek(ArticleNumber target) = 0;
    /// How well the article matches; at least 0.
    virtual float score() = 0;

    /// How often what is looked for occurs in the article, weighted; 0 where that means nothing.
    virtual std::uint32_t frequency() { return 0; }

    /// About how many articles it will visit.
    virtual std::uint64_t cost() const = 0;

protected:
    ArticleNumber stand_on(ArticleNumber article) { return article_ = article; }

private:
    ArticleNumber article_{0};
};

/// The cursor of a plan over a segment; both, and the ranking, outlive it. Throws Error{Damaged}.
std::unique_ptr<Cursor> make_cursor(const Plan& plan,
                                    const Segment& segment,
                                    const Ranking& ranking);

}  // namespace lectern
