#pragma once
// A query as a tree, as the user meant it: no stems, no terms, no engine.

#include "common/article/day.h"
#include "common/base/error.h"
#include "common/base/strings.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lectern {

struct Query;

/// A word, found with its stem unless `exact`; with `prefix`, any word that begins so. Several
/// tokens may come of it (`covid-19`, Chinese): they are then a phrase.
struct Word {
    std::string field;  ///< name of the field, or empty: title and body
    std::string text;   ///< as typed, unfolded, not empty
    bool exact{false};
    bool prefix{false};
    bool operator==(const Word&) const = default;
};

/// Words in a row, exactly as folded.
struct Phrase {
    std::string field;
    std::string text;  ///< between the quotation marks, not empty
    bool operator==(const Phrase&) const = default;
};

/// Days of a Day field, both ends included; open ends are the limits of DayNumber.
struct Days {
    std::string field;
    DayRange range;
    bool operator==(const Days&) const = default;
};

/// Articles without a value in a column field: `date:none`.
struct Missing {
    std::string field;
    bool operator==(const Missing&) const = default;
};

/// Every article: an empty query, or `*`.
struct Everything {
    bool operator==(const Everything&) const = default;
};

struct And {
    std::vector<Query> all;  ///< two or more
    bool operator==(const And&) const;
};

struct Or {
    std::vector<Query> any;  ///< two or more
    bool operator==(const Or&) const;
};

struct Not {
    std::vector<Query> out;  ///< exactly one; a vector because Query is incomplete here
    bool operator==(const Not&) const;
};

struct Query {
    std::variant<Everything, Word, Phrase, Days, Missing, And, Or, Not> node;
    bool operator==(const Query&) const;
};

// Out of the class: clang 14 crashes on a defaulted one inside a class that contains itself.
inline bool Query::operator==(const Query&) const = default;
inline bool And::operator==(const And&) const = default;
inline bool Or::operator==(const Or&) const = default;
inline bool Not::operator==(const Not&) const = default;

/// Bounds that keep a query answerable; what is over one is refused with an Error{Fault::Query}
/// that names it.
struct QueryLimits {
    std::size_t bytes{4096};
    std::size_t leaves{64};  ///< words, phrases and ranges
    std::size_t depth{16};   ///< of parentheses and NOT
    std::size_t phrase_words{32};
    std::size_t wildcards{8};
    std::size_t wildcard_letters{2};  ///< at least so many letters before the `*`
};

struct Parsed {
    Query query;
    std::vector<Problem>
        problems;  ///< what was wrong and how it was taken; `where` is `query:BYTE`, from 1
    std::vector<std::string> hints;  ///< `or` in lower case and the like
};

/// Reads what a user types. Best effort: what is wrong becomes a problem and a reading that is most
/// likely meant. Throws Error{Fault::Query} only when a limit is passed. Thread-safe.
Parsed parse(std::string_view text, const QueryLimits& limits = {});

/// The tree in one line: `(and "trade" (or "war" "dispute"))`; what the golden tests compare.
std::string tree_text(const Query& query);

/// The query as a user could have typed it; parse(query_text(q)).query == q.
std::string query_text(const Query& query);

/// The problems as shown to a user: a line each, the query, and `^` under the byte.
std::string problems_text(std::string_view query, const std::vector<Problem>& problems);

}  // namespace lectern
