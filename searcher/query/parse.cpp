// The language, loosest first; what stands in neither column is a word.
//
//   query    :  either                                  a b OR c -d      (or (and a b) (and c (not
//   d))) either   :  all { OR all } all      :  { [AND] [NOT | -] part }                no
//   operator: AND part     :  [field:] value value    :  word | phrase | ( either )              (
//   ) and （ ）, with `field:` for all inside word     :  [=] letters [*] =word not stemmed, word*
//   any ending, * anything phrase   :  "…"  “…”  „…“  «…»  「…」  『…』 field    :  a name of the
//   table in common/schema    title:  Title:  title：
//
// Values of some fields: a day field takes 2020, 2020-09, 2020-09-24, A..B, ..B, A..; one that is
// kept in a column takes `none` (without a value) and `*` (with one); an Exact field takes all up
// to the next blank. A word that begins with `-` is left out; inside a word a hyphen is part of it.
// What is no operator may stand in a word, and is for the tokenizer to drop.

#include "common/base/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/leaf.h"
#include "searcher/query/lex.h"
#include "searcher/query/limits.h"
#include "searcher/query/query.h"
#include "searcher/query/rewrite.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lectern {
namespace {

// More are not read by anyone, and a hostile query must not make us write them.
constexpr std::size_t most_problems = 20;

bool begins_part(Sign sign) {
    switch (sign) {
        case Sign::Not:
        case Sign::Minus:
        case Sign::Open:
        case Sign::Field:
        case Sign::Word:
        case Sign::Phrase:
            return true;
        case Sign::End:
        case Sign::Close:
        case Sign::And:
        case Sign::Or:
            return false;
    }
    return false;
}

/// What to say to a word that was perhaps meant to be an operator; mostly nothing.
std::string hint_for(std::string_view word) {
    std::string way_out;
    if (same_ignoring_case(word, "or")) way_out = "write OR for either";
    if (same_ignoring_case(word, "and")) way_out = "write AND, or nothing, for both";
    if (same_ignoring_case(word, "not")) way_out = "write NOT to leave out what follows";
    if (way_out.empty()) return {};
    const bool lower = ascii_lower(word) == word;
    return quoted(word) + (lower ? " in lower case" : "") + " is searched as a word; " + way_out;
}

std::string no_such_field(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Field& field : fields()) names.push_back(field.name);
    constexpr std::size_t longest_name = 32;
    const std::string lower = ascii_lower(name.substr(0, longest_name));
    const std::string_view near = nearest(lower, names);
    const std::string meant = near.empty() ? "" : " (did you mean " + std::string{near} + ":?)";
    return "there is no field " + quoted(name) + meant + ", searched in all text";
}

/// Recursive descent; how deep it goes is bounded by the budget.
class Parser {
public:
    Parser(std::string_view text, const QueryLimits& limits) : lexer_{text}, budget_{limits} {
        take();
    }

    Parsed operator()() {
        std::optional<Query> query = either(nullptr);
        parsed_.query = anchored(std::move(query).value_or(Query{Everything{}}));
        std::stable_sort(
            positions_.begin(), positions_.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
        for (auto& [at, message] : positions_) {
            parsed_.problems.push_back({"query:" + std::to_string(at + 1), std::move(message)});
        }
        return std::move(parsed_);
    }

private:
    Lexeme take() { return std::exchange(next_, lexer_.next()); }

    void complain(std::size_t at, std::string message) {
        std::pair<std::size_t, std::string> problem{at, std::move(message)};
        const bool again = !positions_.empty() && positions_.back() == problem;
        if (!again && positions_.size() < most_problems) positions_.push_back(std::move(problem));
    }

    void hint(std::string text) {
        const bool again = std::count(parsed_.hints.begin(), parsed_.hints.end(), text) > 0;
        if (!text.empty() && !again) parsed_.hints.push_back(std::move(text));
    }

    std::optional<Query> either(const Field* field) {
        std::vector<Query> any;
        bool begun = begins_part(next_.sign);
        if (auto part = all(field)) any.push_back(*std::move(part));
        while (next_.sign == Sign::Or) {
            check_operator(take(), begun);
            begun = begun || begins_part(next_.sign);
            if (auto part = all(field)) any.push_back(*std::move(part));
        }
        return any_of(std::move(any));
    }

    std::optional<Query> all(const Field* field) {
        std::vector<Query> parts;
        bool begun = false;
        while (true) {
            if (next_.sign == Sign::And) {
                check_operator(take(), begun);
            } else if (next_.sign == Sign::Close && open_ == 0) {
                complain(take().at.begin, "')' without '('");
            } else if (begins_part(next_.sign)) {
                const std::string perhaps = operator_meant(begun);
                if (auto query = part(field)) parts.push_back(*std::move(query));
                if (begins_part(next_.sign)) hint(perhaps);
                begun = true;
            } else {
                return all_of(std::move(parts));
            }
        }
    }

    /// The hint that the next word deserves when something follows it.
    std::string operator_meant(bool begun) const {
        if (next_.sign != Sign::Word) return {};
        return begun || same_ignoring_case(next_.text, "not") ? hint_for(next_.text)
                                                              : std::string{};
    }

    /// After `taken` an operand must follow; where a parenthesis is missing too, that is said
    /// instead.
    void check_right(const Lexeme& taken) {
        const bool unfinished = next_.sign == Sign::End && open_ > 0;
        if (begins_part(next_.sign) || unfinished) return;
        complain(taken.at.begin, "nothing after " + std::string{taken.text} + ", ignored");
    }

    void check_operator(const Lexeme& taken, bool begun) {
        if (begun) return check_right(taken);
        complain(taken.at.begin, "nothing before " + std::string{taken.text} + ", ignored");
    }

    std::optional<Query> part(const Field* field) {
        while (next_.sign == Sign::Field && next_.field == nullptr) {
            const Lexeme name = take();
            complain(name.at.begin, no_such_field(name.text));
        }
        const bool negative = next_.sign == Sign::Not || next_.sign == Sign::Minus;
        if (negative) return without(field);
        if (next_.sign == Sign::Open) return group(field);
        if (next_.sign == Sign::Field) return value();
        if (next_.sign == Sign::Word || next_.sign == Sign::Phrase) return leaf(field);
        return std::nullopt;  // an operator after the name of no field
    }

    std::optional<Query> without(const Field* field) {
        const Lexeme taken = take();
        check_right(taken);
        if (!begins_part(next_.sign)) return std::nullopt;
        budget_.deeper();
        std::optional<Query> out = part(field);
        budget_.shallower();
        if (out) out = negated(*std::move(out));
        return out;
    }

    std::optional<Query> group(const Field* field) {
        const Lexeme opened = take();
        budget_.deeper();
        ++open_;
        if (next_.sign == Sign::Close) complain(opened.at.begin, "nothing in the parentheses");
        std::optional<Query> query = either(field);
        --open_;
        budget_.shallower();
        if (next_.sign == Sign::Close) {
            take();
        } else {
            complain(next_.at.begin, "missing ')'");
        }
        return query;
    }

    std::optional<Query> value() {
        const Lexeme name = take();
        if (name.complete) return part(name.field);
        complain(name.at.begin, "nothing after " + std::string{name.field->name} + ":, ignored");
        return std::nullopt;
    }

    std::optional<Query> leaf(const Field* field) {
        const Lexeme typed = take();
        Leaf leaf = typed.sign == Sign::Phrase ? read_phrase(typed.text, field)
                                               : read_word(typed.text, field, budget_.limits());
        if (!typed.complete) complain(typed.at.begin, "missing closing quotation mark");
        if (!leaf.problem.empty()) complain(typed.at.begin + leaf.at, std::move(leaf.problem));
        if (leaf.query) budget_.leaf(*leaf.query);
        return std::move(leaf.query);
    }

    Lexer lexer_;
    Lexeme next_;
    Budget budget_;
    std::size_t open_{0};
    Parsed parsed_;
    std::vector<std::pair<std::size_t, std::string>> positions_;  ///< of problems, from 0
};

}  // namespace

Parsed parse(std::string_view text, const QueryLimits& limits) {
    Budget{limits}.length(text);
    const std::string clean = blanked(text);
    return Parser{clean, limits}();
}

}  // namespace lectern
