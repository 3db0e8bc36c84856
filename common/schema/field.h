#pragma once
// THE TABLE: how each field of an article is filled, indexed, asked for, counted and shown. Adding
// a field is adding a row to field.cpp.

#include "common/article/article.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// How a field's values become terms.
enum class Kind : std::uint8_t {
    Text,     ///< words, with positions and stems
    Keyword,  ///< each value whole, and its words with positions
    Exact,    ///< each value whole only, byte for byte: an id, a path
    Day,      ///< no terms: a day in a column, asked for by range
};

struct Field {
    std::string_view name;
    std::string_view prefix;  ///< of its terms; empty for the words every search looks at
    Kind kind;
    bool column;           ///< kept by article in a column: a facet, a filter, a sort key
    std::uint32_t weight;  ///< of an occurrence in the ranking; 0 where it does not rank
    std::vector<std::string> (*values)(const Article&);
    std::string_view help;
    std::string_view example;  ///< a query that uses it
};

/// The table, in the order it is shown. `body` has no terms of its own: its words are those of the
/// whole article less those of the title (searcher/plan).
std::span<const Field> fields();

/// The field of that name, or null.
const Field* find_field(std::string_view name);

/// The names of the fields that have a column, in order.
std::vector<std::string_view> facet_names();

/// Changes whenever an index written with another table must not be read with this one.
std::string schema_fingerprint();

/// Words common to all Text fields have this prefix; also that of the terms of `body`.
inline constexpr std::string_view any_text{};

/// Longest term in bytes (Xapian's limit is 245; the rest is room for its own escaping).
inline constexpr std::size_t max_term_bytes = 240;

/// The term of a whole value: `XO:china military online`. `folded` longer than a term may be is cut
/// and ends with a hash of the rest, so that different values stay different.
std::string value_term(const Field& field, std::string_view folded);

}  // namespace lectern
