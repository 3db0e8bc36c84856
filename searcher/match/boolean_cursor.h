#pragma once
// Cursors that combine cursors: all of, any of, more than.

#include "searcher/match/cursor.h"

#include <memory>
#include <vector>

namespace lectern {

using Cursors = std::vector<std::unique_ptr<Cursor>>;

/// The articles that all of `wanted` (one or more) and none of `unwanted` visit; scores add up.
class AllCursor : public Cursor {
public:
    AllCursor(Cursors wanted, Cursors unwanted);

    ArticleNumber next() override;
    ArticleNumber seek(ArticleNumber target) override;
    float score() override;

    std::uint64_t cost() const override { return by_cost_.front()->cost(); }

private:
    ArticleNumber settle();
    bool is_unwanted(ArticleNumber article);

    Cursors wanted_;  ///< in the order of the query: scores add up the same everywhere
    Cursors unwanted_;
    std::vector<Cursor*> by_cost_;  ///< the rarest leads
};

/// The articles that any visits; scores add up.
class AnyCursor : public Cursor {
public:
    explicit AnyCursor(Cursors cursors);

    ArticleNumber next() override;
    ArticleNumber seek(ArticleNumber target) override;
    float score() override;
    std::uint64_t cost() const override;

private:
    ArticleNumber settle();

    Cursors cursors_;
};

/// As AnyCursor, walked once when made: for many.
class GatheredAnyCursor : public Cursor {
public:
    GatheredAnyCursor(const Cursors& cursors, ArticleNumber articles);

    ArticleNumber next() override { return article() == end ? end : seek(article() + 1); }

    ArticleNumber seek(ArticleNumber target) override;

    float score() override { return scores_[article()]; }

    std::uint64_t cost() const override { return cost_; }

private:
    std::vector<float> scores_;  ///< by article number; negative where none matched
    std::uint64_t cost_{0};
};

std::unique_ptr<Cursor> any_cursor(Cursors cursors, ArticleNumber articles);

/// The articles where `whole` occurs more often than `part`, each occurrence of which counts
/// `part_weight` times in the whole.
class BeyondCursor : public Cursor {
public:
    BeyondCursor(std::unique_ptr<Cursor> whole,
                 std::unique_ptr<Cursor> part,
                 std::uint32_t part_weight)
        : whole_{std::move(whole)}, part_{std::move(part)}, part_weight_{part_weight} {}

    ArticleNumber next() override { return settle(whole_->next()); }

    ArticleNumber seek(ArticleNumber target) override { return settle(whole_->seek(target)); }

    float score() override { return whole_->score(); }

    std::uint32_t frequency() override;

    std::uint64_t cost() const override { return whole_->cost(); }

private:
    ArticleNumber settle(ArticleNumber article);

    std::unique_ptr<Cursor> whole_;
    std::unique_ptr<Cursor> part_;
    std::uint32_t part_weight_;
};

}  // namespace lectern
