#pragma once
// Cursors that ask a column, or nothing, of each article in turn.

#include "searcher/match/cursor.h"

namespace lectern {

/// Visits the articles from 1 to `articles` of which `Wanted` is true.
template <class Wanted>
class EachCursor : public Cursor {
public:
    EachCursor(Wanted wanted, ArticleNumber articles)
        : wanted_{std::move(wanted)}, articles_{articles} {}

    ArticleNumber next() override { return article() == end ? end : seek(article() + 1); }

    ArticleNumber seek(ArticleNumber target) override {
        for (; target <= articles_; ++target) {
            if (wanted_(target)) return stand_on(target);
        }
        return stand_on(end);
    }

    float score() override { return 0; }

    std::uint64_t cost() const override { return articles_; }

private:
    Wanted wanted_;
    ArticleNumber articles_;
};

struct Always {
    bool operator()(ArticleNumber) const { return true; }
};

struct WithinDays {
    const NumberColumn* days;
    DayRange range;

    bool operator()(ArticleNumber article) const {
        const std::int64_t day = days->of(article);
        return day != NumberColumn::none && day >= range.first && day <= range.last;
    }
};

struct HasNoNumber {
    const NumberColumn* numbers;

    bool operator()(ArticleNumber article) const {
        return numbers->of(article) == NumberColumn::none;
    }
};

struct HasNoValue {
    const ValueColumn* values;

    bool operator()(ArticleNumber article) const {
        bool none = true;
        values->of(article, [&](Ordinal) { none = false; });
        return none;
    }
};

class EveryCursor : public EachCursor<Always> {
public:
    explicit EveryCursor(ArticleNumber articles) : EachCursor{Always{}, articles} {}
};

class DaysCursor : public EachCursor<WithinDays> {
public:
    DaysCursor(const NumberColumn& days, DayRange range, ArticleNumber articles)
        : EachCursor{WithinDays{&days, range}, articles} {}
};

class NoNumberCursor : public EachCursor<HasNoNumber> {
public:
    NoNumberCursor(const NumberColumn& numbers, ArticleNumber articles)
        : EachCursor{HasNoNumber{&numbers}, articles} {}
};

class NoValueCursor : public EachCursor<HasNoValue> {
public:
    NoValueCursor(const ValueColumn& values, ArticleNumber articles)
        : EachCursor{HasNoValue{&values}, articles} {}
};

}  // namespace lectern
