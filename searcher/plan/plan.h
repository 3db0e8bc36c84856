#pragma once
// A query in the terms of an index: what the evaluator walks. Plain data.

#include "common/article/day.h"
#include "common/index/snapshot.h"
#include "common/schema/field.h"
#include "common/text/tokenizer.h"
#include "searcher/query/query.h"

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lectern {

struct Plan;

/// Articles with any of the terms, which count as one word.
struct AnyTerm {
    std::vector<std::string> terms;  ///< sorted, distinct; empty matches nothing
};

/// Words in a row: at each place any of the terms.
struct InRow {
    std::vector<AnyTerm> places;  ///< two or more
};

/// Where `whole` occurs more often than `part` does: `body:` is the text less the title.
struct Beyond {
    std::vector<Plan> whole;       ///< exactly one: AnyTerm or InRow
    std::vector<Plan> part;        ///< exactly one, of the same kind
    std::uint32_t part_weight{1};  ///< how often an occurrence in the part counts in the whole
};

struct OnDays {
    std::string field;
    DayRange range;
};

struct WithoutValue {
    std::string field;
};

struct AllArticles {};

struct AllOf {
    std::vector<Plan> plans;
};

struct AnyOf {
    std::vector<Plan> plans;
};

struct NoneOf {
    std::vector<Plan> plan;  ///< exactly one
};

struct Plan {
    std::variant<AllArticles, AnyTerm, InRow, Beyond, OnDays, WithoutValue, AllOf, AnyOf, NoneOf>
        node;
};

/// What a word was widened to, for the user to see.
struct Expansion {
    std::string from;                ///< as typed: `relation`, `trad*`
    std::vector<std::string> terms;  ///< what is looked for, without prefixes
    bool cut{false};                 ///< there are more; the most frequent were taken
    bool operator==(const Expansion&) const = default;
};

struct Planned {
    Plan plan;
    std::vector<Expansion> expansions;
};

/// Most terms that a wildcard becomes.
inline constexpr std::size_t max_expansion = 500;

/// Turns a query into a plan: words to terms by the tokenizer, to their forms by the stems of the
/// segments, wildcards to the words there are.
Planned plan(const Query& query, std::span<const Snapshot> indexes, Tokenizer& tokenizer);

/// The same for Xapian's own matcher: what explain shows, and what a test holds the evaluator
/// against. Phrases become AND, days and missing values everything: Xapian's database has no
/// positions or columns.
Xapian::Query xapian_query(const Plan& plan);

/// In one line: `(and (any:trade,trades) (row war crime))`.
std::string plan_text(const Plan& plan);

}  // namespace lectern
