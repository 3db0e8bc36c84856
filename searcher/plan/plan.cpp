#include "searcher/plan/plan.h"

#include "common/base/match.h"
#include "common/base/utf8.h"
#include "common/index/guard.h"
#include "common/index/stems.h"

#include <algorithm>
#include <map>

namespace lectern {
namespace {

constexpr std::size_t most_terms_looked_at = 100'000;

AnyTerm one_term(std::string term) { return {{std::move(term)}}; }

void tidy(AnyTerm& any) {
    std::sort(any.terms.begin(), any.terms.end());
    any.terms.erase(std::unique(any.terms.begin(), any.terms.end()), any.terms.end());
}

class Planner {
public:
    Planner(std::span<const Snapshot> indexes, Tokenizer& tokenizer)
        : indexes_{indexes}, tokenizer_{tokenizer} {}

    Plan operator()(const Query& query) {
        return std::visit(Match{
                              [](const Everything&) { return Plan{AllArticles{}}; },
                              [this](const Word& word) { return of_word(word); },
                              [this](const Phrase& phrase) { return of_phrase(phrase); },
                              [](const Days& days) { return Plan{OnDays{days.field, days.range}}; },
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

    /// A word or phrase of a field; `body` and no field at all share their terms.
    template <class Make>
    Plan in_field(const std::string& name, bool row, Make make) {
        const Field& field = field_of(name);
        if (name != "body") return make(field.prefix);
        const Field& title = *find_field("title");
        Plan whole = make(any_text);
        const std::size_t shown = expansions_.size();
        Plan part = make(title.prefix);
        expansions_.resize(shown);  // they are the same
        return Plan{Beyond{.whole = {std::move(whole)},
                           .part = {std::move(part)},
                           .part_weight = row ? 1 : title.weight}};
    }

    Plan of_word(const Word& word) {
        const Field& field = field_of(word.field);
        if (field.kind == Kind::Exact) return of_exact(field, word);
        const std::span<const Token> tokens = tokenizer_(word.text);
        std::vector<std::string> parts;
        std::string joined;
        bool one_joined = false;
        for (const Token& token : tokens) {
            if (token.joined) {
                one_joined = joined.empty();
                joined = token.term;
            } else {
                parts.emplace_back(token.term);
            }
        }
        if (parts.empty()) return Plan{AnyTerm{}};
        const bool row = parts.size() > 1;
        return in_field(word.field, row, [&](std::string_view prefix) {
            const std::string start{prefix};
            if (!row) return Plan{widened(start, parts[0], word, field)};
            InRow in_row;
            for (const std::string& part : parts) in_row.places.push_back(one_term(start + part));
            if (word.prefix) in_row.places.back() = beginning(start, parts.back(), word.text);
            if (!one_joined || word.prefix) return Plan{std::move(in_row)};
            AnyOf either;
            either.plans.push_back({std::move(in_row)});
            either.plans.push_back({one_term(start + joined)});
            // body: compares occurrences, which only words and rows have
            return word.field == "body" ? std::move(either.plans[0]) : Plan{std::move(either)};
        });
    }

    Plan of_exact(const Field& field, const Word& word) {
        if (!word.prefix) return Plan{one_term(value_term(field, word.text))};
        return Plan{beginning(value_term(field, ""), word.text, word.text)};
    }

    Plan of_phrase(const Phrase& phrase) {
        const Field& field = field_of(phrase.field);
        if (field.kind == Kind::Exact) return Plan{one_term(value_term(field, phrase.text))};
        std::vector<std::string> parts;
        for (const Token& token : tokenizer_(phrase.text)) {
            if (!token.joined) parts.emplace_back(token.term);
        }
        if (parts.empty()) return Plan{AnyTerm{}};
        return in_field(phrase.field, parts.size() > 1, [&](std::string_view prefix) {
            const std::string start{prefix};
            if (parts.size() == 1) return Plan{one_term(start + parts[0])};
            InRow row;
            for (const std::string& part : parts) row.places.push_back(one_term(start + part));
            return Plan{std::move(row)};
        });
    }

    /// One folded word with its forms, or with all words that begin so.
    AnyTerm widened(const std::string& start,
                    const std::string& word,
                    const Word& asked,
                    const Field& field) {
        if (asked.prefix) return beginning(start, word, asked.text);
        AnyTerm any = one_term(start + word);
        if (asked.exact || field.kind != Kind::Text || !may_be_stemmed(word)) return any;
        std::vector<std::string> forms{word};
        for (const Snapshot& index : indexes_) {
            for (const Segment& segment : index.segments()) add_forms(segment, word, forms);
        }
        std::sort(forms.begin(), forms.end());
        forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
        any.terms.clear();
        for (const std::string& form : forms) any.terms.push_back(start + form);
        if (forms.size() > 1) expansions_.push_back({asked.text, forms, false});
        return any;
    }

    void add_forms(const Segment& segment, const std::string& word, std::vector<std::string>& forms) {
        const std::uint32_t languages = segment.entry().languages;
        for (int language = 0; (languages >> static_cast<unsigned>(language)) != 0; ++language) {
            if (((languages >> static_cast<unsigned>(language)) & 1U) == 0) continue;
            const auto value = segment.stems().find(stemmer_.key(word, language));
            if (!value) continue;
            for (std::string& form : decoded_forms(*value)) forms.push_back(std::move(form));
        }
    }

    /// All terms that begin with `start` and `letters`; the most frequent if there are too many.
    AnyTerm beginning(const std::string& start, const std::string& letters, const std::string& asked) {
        std::map<std::string, std::uint64_t> found;
        std::size_t looked_at = 0;
        bool cut = false;
        for (const Snapshot& index : indexes_) {
            for (const Segment& segment : index.segments()) {
                guarded(index.folder(), [&] {
                    const Xapian::Database& postings = segment.postings();
                    const auto end = postings.allterms_end(start + letters);
                    for (auto at = postings.allterms_begin(start + letters); at != end; ++at) {
                        if (++looked_at > most_terms_looked_at) break;
                        found[*at] += at.get_termfreq();
                    }
                });
            }
        }
        cut = looked_at > most_terms_looked_at || found.size() > max_expansion;
        std::vector<std::pair<std::uint64_t, std::string>> ranked;
        for (const auto& [term, count] : found) ranked.emplace_back(count, term);
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& left, const auto& right) { return left.first > right.first; });
        if (ranked.size() > max_expansion) ranked.resize(max_expansion);
        AnyTerm any;
        Expansion expansion{asked + '*', {}, cut};
        for (const auto& [count, term] : ranked) {
            any.terms.push_back(term);
            expansion.terms.push_back(term.substr(start.size()));
        }
        expansions_.push_back(std::move(expansion));
        tidy(any);
        return any;
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
