#pragma once
// The articles where words stand in a row.

#include "searcher/match/boolean_cursor.h"
#include "searcher/match/term_cursor.h"

#include <optional>
#include <vector>

namespace lectern {

class RowCursor : public Cursor {
public:
    RowCursor(const InRow& row, const Segment& segment, const Ranking& ranking);

    ArticleNumber next() override { return settle(words_->next()); }

    ArticleNumber seek(ArticleNumber target) override;

    float score() override { return scorer_(article(), frequency_); }

    std::uint32_t frequency() override { return frequency_; }

    std::uint64_t cost() const override { return words_->cost(); }

private:
    /// The positions of any of the terms of one place.
    struct Place {
        std::vector<PositionCursor> terms;
        std::vector<std::uint32_t> positions;  ///< of the current article, ascending
    };

    ArticleNumber settle(ArticleNumber article);
    void read(Place& place, ArticleNumber article) const;
    std::uint32_t rows_in(ArticleNumber article);

    const Segment& segment_;
    std::vector<Place> places_;
    std::unique_ptr<Cursor> words_;  ///< the articles that have all the words
    Scorer scorer_;
    std::uint32_t frequency_{0};
};

}  // namespace lectern
