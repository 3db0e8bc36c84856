#pragma once
// Puts parts of a query together so that the tree is as flat as what it means.

#include "searcher/query/query.h"

#include <optional>
#include <vector>

namespace lectern {

/// All, any of `parts`: nothing of none, the part itself of one; parts of the same operator are
/// taken in.
std::optional<Query> all_of(std::vector<Query> parts);
std::optional<Query> any_of(std::vector<Query> parts);

/// NOT `query`; of a NOT, what it left out.
Query negated(Query query);

/// `query` with Everything put where there are only negatives to take from: `NOT a` is all but `a`.
/// Not for a NOT right in an OR, which has its meaning there.
Query anchored(Query query);

}  // namespace lectern
