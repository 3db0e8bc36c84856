#pragma once
// What is asked and what is answered: plain data, the same for every door.

#include "common/article/article.h"
#include "common/base/error.h"
#include "searcher/plan/plan.h"
#include "searcher/query/query.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern {

/// How the values of a facet are grouped; all but Value are for a Day field only.
enum class Grouping : std::uint8_t { Value, Year, Month, Week, Day };

struct FacetRequest {
    std::string field;  ///< one that has a column
    Grouping grouping{Grouping::Value};
    std::size_t limit{10};  ///< most buckets of a Value facet; 0 for all
    bool operator==(const FacetRequest&) const = default;
};

/// Keeps the articles that have any of the values. What a filter hides from the hits it does not
/// hide from a facet on its own field.
struct Filter {
    std::string field;
    std::vector<std::string>
        values;  ///< compared as folded; of a Day field: ranges as in queries; `none`: no value
};

enum class Sort : std::uint8_t { Relevance, Newest, Oldest };

struct Request {
    Query query;
    std::vector<Filter> filters;  ///< one a field
    std::vector<FacetRequest> facets;
    Sort sort{Sort::Relevance};
    std::size_t offset{0};
    std::size_t limit{10};  ///< 0 for all
    bool hits{true};        ///< false: counts only
    bool snippets{true};
};

/// A stretch of an article, with the bytes of it that matched.
struct Snippet {
    std::string text;
    std::vector<Span> marks;  ///< ascending, apart
    bool cut_before{false};
    bool cut_after{false};
};

struct Hit {
    Article article;
    double score{0};
    Snippet snippet;
};

struct Bucket {
    std::string value;       ///< `Tan Kefei`, `2020-09`, `2020-W39`
    std::uint64_t count{0};  ///< articles that match
    std::uint64_t of{0};     ///< of a date: all articles of that time that pass the filters
    bool selected{false};    ///< named by a filter
};

struct Facet {
    FacetRequest request;
    std::vector<Bucket>
        buckets;                ///< by falling count, then by value; dates in order, empty ones too
    std::uint64_t missing{0};   ///< matches without a value
    std::uint64_t other{0};     ///< values left out by the limit
    std::uint64_t distinct{0};  ///< values in all
};

struct Response {
    std::vector<Hit> hits;
    std::uint64_t total{0};     ///< exact
    std::vector<Facet> facets;  ///< in the order asked
    std::vector<Expansion> expansions;
    std::string uuid;  ///< of the first index
    std::uint64_t revision{0};
};

}  // namespace lectern
