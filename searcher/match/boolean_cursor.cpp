#include "searcher/match/boolean_cursor.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t few_cursors = 6;

}  // namespace

AllCursor::AllCursor(Cursors wanted, Cursors unwanted)
    : wanted_{std::move(wanted)}, unwanted_{std::move(unwanted)} {
    for (const auto& cursor : wanted_) by_cost_.push_back(cursor.get());
    std::stable_sort(by_cost_.begin(), by_cost_.end(), [](const Cursor* left, const Cursor* right) {
        return left->cost() < right->cost();
    });
}

ArticleNumber AllCursor::next() {
    by_cost_.front()->next();
    return settle();
}

ArticleNumber AllCursor::seek(ArticleNumber target) {
    if (article() >= target) return article();
    by_cost_.front()->seek(target);
    return settle();
}

ArticleNumber AllCursor::settle() {
    Cursor& lead = *by_cost_.front();
    while (lead.article() != end) {
        const ArticleNumber target = lead.article();
        ArticleNumber reached = target;
        for (std::size_t i = 1; i < by_cost_.size() && reached == target; ++i) {
            if (by_cost_[i]->article() < target) by_cost_[i]->seek(target);
            reached = by_cost_[i]->article();
        }
        if (reached == target) {
            if (!is_unwanted(target)) return stand_on(target);
            lead.next();
        } else if (reached == end) {
            break;
        } else {
            lead.seek(reached);
        }
    }
    return stand_on(end);
}

bool AllCursor::is_unwanted(ArticleNumber article) {
    return std::any_of(unwanted_.begin(), unwanted_.end(), [article](const auto& cursor) {
        if (cursor->article() < article) cursor->seek(article);
        return cursor->article() == article;
    });
}

float AllCursor::score() {
    float sum = 0;
    for (const auto& cursor : wanted_) sum += cursor->score();
    return sum;
}

AnyCursor::AnyCursor(Cursors cursors) : cursors_{std::move(cursors)} {
}

ArticleNumber AnyCursor::settle() {
    ArticleNumber least = end;
    for (const auto& cursor : cursors_) least = std::min(least, cursor->article());
    return stand_on(least);
}

ArticleNumber AnyCursor::next() {
    for (const auto& cursor : cursors_) {
        if (cursor->article() == article() && article() != end) cursor->next();
    }
    return settle();
}

ArticleNumber AnyCursor::seek(ArticleNumber target) {
    for (const auto& cursor : cursors_) {
        if (cursor->article() < target) cursor->seek(target);
    }
    return settle();
}

float AnyCursor::score() {
    float sum = 0;
    for (const auto& cursor : cursors_) {
        if (cursor->article() == article()) sum += cursor->score();
    }
    return sum;
}

std::uint64_t AnyCursor::cost() const {
    std::uint64_t sum = 0;
    for (const auto& cursor : cursors_) sum += cursor->cost();
    return sum;
}

GatheredAnyCursor::GatheredAnyCursor(const Cursors& cursors, ArticleNumber articles)
    : scores_(articles + std::size_t{1}, -1.0F) {
    for (const auto& cursor : cursors) {
        while (cursor->next() < scores_.size()) {
            float& score = scores_[cursor->article()];
            if (score < 0) {
                score = 0;
                ++cost_;
            }
            score += cursor->score();
        }
    }
}

ArticleNumber GatheredAnyCursor::seek(ArticleNumber target) {
    while (target < scores_.size() && scores_[target] < 0) ++target;
    return stand_on(target < scores_.size() ? target : end);
}

std::unique_ptr<Cursor> any_cursor(Cursors cursors, ArticleNumber articles) {
    if (cursors.size() <= few_cursors) return std::make_unique<AnyCursor>(std::move(cursors));
    return std::make_unique<GatheredAnyCursor>(cursors, articles);
}

std::uint32_t BeyondCursor::frequency() {
    const std::uint32_t whole = whole_->frequency();
    if (part_->article() != article()) return whole;
    const std::uint32_t part = part_->frequency() * part_weight_;
    return whole > part ? whole - part : 0;
}

ArticleNumber BeyondCursor::settle(ArticleNumber article) {
    while (article != end) {
        stand_on(article);  // where frequency() looks
        if (part_->article() < article) part_->seek(article);
        if (frequency() > 0) return article;
        article = whole_->next();
    }
    return stand_on(end);
}

}  // namespace lectern
