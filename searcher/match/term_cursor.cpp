#include "searcher/match/term_cursor.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t few_forms = 8;

}  // namespace

TermCursor::TermCursor(const std::string& term, const Segment& segment, const Scorer& scorer)
    : at_{segment.postings().postlist_begin(term)},
      end_{segment.postings().postlist_end(term)},
      cost_{segment.postings().get_termfreq(term)},
      scorer_{scorer} {
}

ArticleNumber TermCursor::settle() {
    return stand_on(at_ == end_ ? end : *at_);
}

ArticleNumber TermCursor::next() {
    if (article() != 0 && article() != end) ++at_;
    return settle();
}

ArticleNumber TermCursor::seek(ArticleNumber target) {
    if (article() == end || article() >= target) return article();
    if (at_ != end_) at_.skip_to(target);
    return settle();
}

FormsCursor::FormsCursor(const std::vector<std::string>& terms,
                         const Segment& segment,
                         const Scorer& scorer)
    : scorer_{scorer} {
    for (const std::string& term : terms) {
        forms_.push_back(std::make_unique<TermCursor>(term, segment, scorer));
        cost_ += forms_.back()->cost();
    }
}

ArticleNumber FormsCursor::settle() {
    ArticleNumber least = end;
    for (const auto& form : forms_) least = std::min(least, form->article());
    return stand_on(least);
}

ArticleNumber FormsCursor::next() {
    for (const auto& form : forms_) {
        if (form->article() == article() && article() != end) form->next();
    }
    return settle();
}

ArticleNumber FormsCursor::seek(ArticleNumber target) {
    for (const auto& form : forms_) {
        if (form->article() < target) form->seek(target);
    }
    return settle();
}

std::uint32_t FormsCursor::frequency() {
    std::uint32_t sum = 0;
    for (const auto& form : forms_) {
        if (form->article() == article()) sum += form->frequency();
    }
    return sum;
}

GatheredCursor::GatheredCursor(const std::vector<std::string>& terms,
                               const Segment& segment,
                               const Scorer& scorer)
    : raised_(segment.articles() + std::size_t{1}), scorer_{scorer} {
    for (const std::string& term : terms) {
        TermCursor form{term, segment, scorer};
        while (form.next() < raised_.size()) {
            std::uint32_t& raised = raised_[form.article()];
            if (raised == 0) {
                raised = 1;
                ++cost_;
            }
            raised += form.frequency();
        }
    }
}

ArticleNumber GatheredCursor::seek(ArticleNumber target) {
    while (target < raised_.size() && raised_[target] == 0) ++target;
    return stand_on(target < raised_.size() ? target : end);
}

std::unique_ptr<Cursor> any_term_cursor(const AnyTerm& any,
                                        const Segment& segment,
                                        const Ranking& ranking) {
    const Scorer scorer{ranking.weight(any), segment, ranking};
    if (any.terms.size() == 1) {
        return std::make_unique<TermCursor>(any.terms.front(), segment, scorer);
    }
    if (any.terms.size() <= few_forms) {
        return std::make_unique<FormsCursor>(any.terms, segment, scorer);
    }
    return std::make_unique<GatheredCursor>(any.terms, segment, scorer);
}

}  // namespace lectern
