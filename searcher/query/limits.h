#pragma once
// Counts what a query asks for, and refuses it as soon as it is too much.

#include "searcher/query/query.h"

#include <cstddef>
#include <string_view>

namespace lectern {

/// Every function but the constructor throws Error{Fault::Query} when its limit is passed.
class Budget {
public:
    explicit Budget(const QueryLimits& limits) : limits_{limits} {}

    const QueryLimits& limits() const { return limits_; }

    void length(std::string_view text) const;
    void leaf(const Query& leaf);

    /// One more level of parentheses or NOT is open, or closed again.
    void deeper();

    void shallower() { --depth_; }

private:
    QueryLimits limits_;
    std::size_t leaves_{0};
    std::size_t wildcards_{0};
    std::size_t depth_{0};
};

}  // namespace lectern
