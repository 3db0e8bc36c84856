#pragma once
// Cursors over the postings of a word: one term, or several forms of it.

#include "searcher/match/cursor.h"

#include <string>
#include <vector>

namespace lectern {

/// How much a word's occurrences are worth in each article of a segment.
class Scorer {
public:
    Scorer(float weight, const Segment& segment, const Ranking& ranking)
        : weight_{weight}, lengths_{&segment.numbers(length_column)}, ranking_{&ranking} {}

    float operator()(ArticleNumber article, std::uint32_t frequency) const {
        return weight_ * Ranking::saturated(frequency, ranking_->norm(lengths_->of(article)));
    }

private:
    float weight_;
    const NumberColumn* lengths_;
    const Ranking* ranking_;
};

/// The articles with a term.
class TermCursor : public Cursor {
public:
    TermCursor(const std::string& term, const Segment& segment, const Scorer& scorer);

    ArticleNumber next() override;
    ArticleNumber seek(ArticleNumber target) override;

    float score() override { return scorer_(article(), frequency()); }

    std::uint32_t frequency() override { return at_.get_wdf(); }

    std::uint64_t cost() const override { return cost_; }

private:
    ArticleNumber settle();

    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
    std::uint64_t cost_;
    Scorer scorer_;
};

/// The articles with any of a few terms; frequencies add up.
class FormsCursor : public Cursor {
public:
    FormsCursor(const std::vector<std::string>& terms,
                const Segment& segment,
                const Scorer& scorer);

    ArticleNumber next() override;
    ArticleNumber seek(ArticleNumber target) override;

    float score() override { return scorer_(article(), frequency()); }

    std::uint32_t frequency() override;

    std::uint64_t cost() const override { return cost_; }

private:
    ArticleNumber settle();

    std::vector<std::unique_ptr<TermCursor>> forms_;
    std::uint64_t cost_{0};
    Scorer scorer_;
};

/// The articles with any of many terms: walked once, when made, into a frequency an article.
class GatheredCursor : public Cursor {
public:
    GatheredCursor(const std::vector<std::string>& terms,
                   const Segment& segment,
                   const Scorer& scorer);

    ArticleNumber next() override { return article() == end ? end : seek(article() + 1); }

    ArticleNumber seek(ArticleNumber target) override;

    float score() override { return scorer_(article(), frequency()); }

    std::uint32_t frequency() override { return raised_[article()] - 1; }

    std::uint64_t cost() const override { return cost_; }

private:
    std::vector<std::uint32_t> raised_;  ///< frequency + 1 by article number; 0 where none matched
    std::uint64_t cost_{0};
    Scorer scorer_;
};

std::unique_ptr<Cursor> any_term_cursor(const AnyTerm& any,
                                        const Segment& segment,
                                        const Ranking& ranking);

}  // namespace lectern
