#include "searcher/plan/plan.h"

#include "common/base/match.h"
#include "searcher/plan/widen.h"

#include <algorithm>

namespace lectern {
namespace {

/// A word of a query as its tokens.
struct Cut {
    std::vector<std::string> parts;
    std::string joined;  ///< all of it written together, if it is one hyphenated word
};

AnyTerm one_term(std::string term) {
    AnyTerm any;
    any.terms.push_back(std::move(term));
    return any;
}

/// Those terms in a field of that prefix.
AnyTerm prefixed(std::string_view prefix, const AnyTerm& any) {
    AnyTerm made;
    made.terms.reserve(any.terms.size());
    for (const std::string& term : any.terms) made.terms.push_back(std::string{prefix} + term);
    return made;
}

Plan prefixed(std::string_view prefix, const InRow& row) {
    InRow made;
    for (const AnyTerm& place : row.places) made.places.push_back(prefixed(prefix, place));
    return {std::move(made)};
}

/// Where a word of all the text occurs below the title too, whose every occurrence has its weight.
Plan below_title(AnyTerm words) {
    const Field& title = *find_field("title");
    Beyond beyond{.part_weight = title.weight};
    beyond.part.push_back({prefixed(title.prefix, words)});
    beyond.whole.push_back({std::move(words)});
    return {std::move(beyond)};
}

/// The same of rows, which are counted one by one.
Plan below_title(InRow row) {
    Beyond beyond;
    beyond.part.push_back(prefixed(find_field("title")->prefix, row));
    beyond.whole.push_back({std::move(row)});
    return {std::move(beyond)};
}

/// Words without prefix, or a row of them, in the field asked for: `body` and no field at all share
/// their terms.
template <class Words>
Plan in_field(const std::string& asked, Words words) {
    if (asked == "body") return below_title(std::move(words));
    if (asked.empty()) return {std::move(words)};
    return {prefixed(find_field(asked)->prefix, words)};
}

Plan row_in_field(const std::string& asked, const std::vector<std::string>& parts) {
    InRow row;
    for (const std::string& part : parts) row.places.push_back(one_term(part));
    return in_field(asked, std::move(row));
}

class Planner {
public:
    Planner(std::span<const Snapshot> indexes, Tokenizer& tokenizer)
        : indexes_{indexes}, tokenizer_{tokenizer} {}

    Plan operator()(const Query& query) {
        return std::visit(
            Match{
                [](const Everything&) { return Plan{AllArticles{}}; },
                [this](const Word& word) { return of_word(word); },
                [this](const Phrase& phrase) { return of_phrase(phrase); },
                [](const Days& days) {
                    return Plan{OnDays{days.field, days.range}};
                },
                [](const Missing& missing) { return Plan{WithoutValue{missing.field}}; },
                [this](const And& both) { return Plan{AllOf{of_each(both.all)}}; },
                [this](const Or& either) { return Plan{AnyOf{of_each(either.any)}}; },
                [this](const Not& without) { return Plan{NoneOf{of_each(without.out)}}; },
            },
            query.node);
    }

    std::vector<Expansion> take_expansions() { return std::move(expansions_); }

private:
    std::vector<Plan> of_each(const std::vector<Query>& queries) {
        std::vector<Plan> plans;
        plans.reserve(queries.size());
        for (const Query& query : queries) plans.push_back((*this)(query));
        return plans;
    }

    static const Field& field_of(const std::string& name) {
        const Field* field = find_field(name.empty() ? "body" : name);
        if (field == nullptr) throw Error{Fault::Query, "there is no field " + name};
        return *field;
    }

    Cut cut(std::string_view text) {
        Cut cut;
        const std::span<const Token> tokens = tokenizer_(text);
        for (const Token& token : tokens) {
            if (!token.joined) {
                cut.parts.emplace_back(token.term);
            } else if (token.begin == tokens.front().begin && token.end == tokens.back().end) {
                cut.joined = token.term;
            }
        }
        return cut;
    }

    Plan of_word(const Word& word) {
        const Field& field = field_of(word.field);
        if (field.kind == Kind::Exact) return of_exact(field, word);
        const auto [parts, joined] = cut(word.text);
        if (parts.empty()) return Plan{AnyTerm{}};
        if (parts.size() == 1) return in_field(word.field, widened(field, parts[0], word));
        if (word.prefix) return of_open_row(field, parts, word);
        Plan row = row_in_field(word.field, parts);
        if (joined.empty()) return row;
        AnyOf either;
        either.plans.push_back(std::move(row));
        either.plans.push_back(in_field(word.field, one_term(joined)));
        return Plan{std::move(either)};
    }

    /// Words in a row, the last of which is only begun.
    Plan of_open_row(const Field& field, const std::vector<std::string>& parts, const Word& word) {
        InRow row;
        for (const std::string& part : parts) row.places.push_back(one_term(part));
        row.places.back() = beginning(std::string{field.prefix}, parts.back(), word.text);
        return in_field(word.field, std::move(row));
    }

    Plan of_exact(const Field& field, const Word& word) {
        if (!word.prefix) return Plan{one_term(value_term(field, word.text))};
        const std::string start = value_term(field, "");
        return Plan{prefixed(start, beginning(start, word.text, word.text))};
    }

    Plan of_phrase(const Phrase& phrase) {
        const Field& field = field_of(phrase.field);
        if (field.kind == Kind::Exact) return Plan{one_term(value_term(field, phrase.text))};
        const std::vector<std::string> parts = cut(phrase.text).parts;
        if (parts.empty()) return Plan{AnyTerm{}};
        if (parts.size() == 1) return in_field(phrase.field, one_term(parts[0]));
        return row_in_field(phrase.field, parts);
    }

    /// One folded word with its forms, or all words that begin so.
    AnyTerm widened(const Field& field, const std::string& part, const Word& word) {
        if (word.prefix) return beginning(std::string{field.prefix}, part, word.text);
        if (word.exact || field.kind != Kind::Text || !may_be_stemmed(part)) return one_term(part);
        AnyTerm any{forms_of(part, indexes_, stemmer_)};
        if (any.terms.size() > 1) expansions_.push_back({word.text, any.terms, false});
        return any;
    }

    /// What the terms that begin with `start` and `letters` have behind `start`.
    AnyTerm beginning(const std::string& start,
                      const std::string& letters,
                      const std::string& asked) {
        auto [terms, cut] = terms_beginning(start + letters, indexes_, max_expansion);
        for (std::string& term : terms) term.erase(0, start.size());
        expansions_.push_back({asked + '*', terms, cut});
        std::sort(terms.begin(), terms.end());
        return {std::move(terms)};
    }

    std::span<const Snapshot> indexes_;
    Tokenizer& tokenizer_;
    Stemmer stemmer_;
    std::vector<Expansion> expansions_;
};

}  // namespace

Planned plan(const Query& query, std::span<const Snapshot> indexes, Tokenizer& tokenizer) {
    Planner planner{indexes, tokenizer};
    Plan made = planner(query);
    return {std::move(made), planner.take_expansions()};
}

}  // namespace lectern
