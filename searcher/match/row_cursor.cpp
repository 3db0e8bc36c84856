#include "searcher/match/row_cursor.h"

#include <algorithm>

namespace lectern {
namespace {

/// The articles that have a word at every place.
std::unique_ptr<Cursor> words_of(const InRow& row, const Segment& segment, const Ranking& ranking) {
    Cursors places;
    for (const AnyTerm& place : row.places) {
        places.push_back(any_term_cursor(place, segment, ranking));
    }
    return std::make_unique<AllCursor>(std::move(places), Cursors{});
}

/// A row is at least as rare as its words together: their weights add up.
float weight_of(const InRow& row, const Ranking& ranking) {
    float weight = 0;
    for (const AnyTerm& place : row.places) weight += ranking.weight(place);
    return weight;
}

}  // namespace

RowCursor::RowCursor(const InRow& row, const Segment& segment, const Ranking& ranking)
    : segment_{segment},
      words_{words_of(row, segment, ranking)},
      scorer_{weight_of(row, ranking), segment, ranking} {
    for (const AnyTerm& place : row.places) {
        Place& added = places_.emplace_back();
        for (const std::string& term : place.terms) {
            if (const auto value = segment.positions().find(term)) added.terms.emplace_back(*value);
        }
    }
}

ArticleNumber RowCursor::seek(ArticleNumber target) {
    if (article() >= target) return article();
    return settle(words_->seek(target));
}

ArticleNumber RowCursor::settle(ArticleNumber article) {
    while (article != end) {
        frequency_ = rows_in(article);
        if (frequency_ != 0) return stand_on(article);
        article = words_->next();
    }
    return stand_on(end);
}

void RowCursor::read(Place& place, ArticleNumber article) const {
    place.positions.clear();
    for (PositionCursor& term : place.terms) {
        const auto found = term.seek(article);
        if (!term.sound()) throw segment_.store().damaged("positions");
        place.positions.insert(place.positions.end(), found.begin(), found.end());
    }
    if (place.terms.size() > 1) std::sort(place.positions.begin(), place.positions.end());
}

std::uint32_t RowCursor::rows_in(ArticleNumber article) {
    for (Place& place : places_) {
        read(place, article);
        if (place.positions.empty()) return 0;
    }
    // Each start is checked by walking every other place along with it.
    std::vector<std::size_t> at(places_.size());
    std::uint32_t rows = 0;
    for (const std::uint32_t start : places_.front().positions) {
        bool whole = true;
        for (std::size_t i = 1; i < places_.size() && whole; ++i) {
            const auto& positions = places_[i].positions;
            const auto wanted = start + static_cast<std::uint32_t>(i);
            while (at[i] < positions.size() && positions[at[i]] < wanted) ++at[i];
            if (at[i] == positions.size()) return rows;
            whole = positions[at[i]] == wanted;
        }
        rows += whole ? 1 : 0;
    }
    return rows;
}

}  // namespace lectern
