#include "searcher/query/rewrite.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern {
namespace {

/// `parts` with the parts of each And (each Or) in its place.
template <class Node>
std::vector<Query> flat(std::vector<Query> parts, std::vector<Query> Node::*inner) {
    std::vector<Query> all;
    for (Query& part : parts) {
        if (auto* const node = std::get_if<Node>(&part.node)) {
            std::vector<Query>& its = node->*inner;
            all.insert(all.end(), std::make_move_iterator(its.begin()),
                       std::make_move_iterator(its.end()));
        } else {
            all.push_back(std::move(part));
        }
    }
    return all;
}

bool is_not(const Query& query) {
    return std::holds_alternative<Not>(query.node);
}

/// Anchors what stands below `query`, and an And of negatives.
void anchor(Query& query) {
    if (auto* const either = std::get_if<Or>(&query.node)) {
        std::for_each(either->any.begin(), either->any.end(), anchor);
    } else if (auto* const negative = std::get_if<Not>(&query.node)) {
        anchor(negative->out.front());
    } else if (auto* const both = std::get_if<And>(&query.node)) {
        std::for_each(both->all.begin(), both->all.end(), anchor);
        const bool negatives = std::all_of(both->all.begin(), both->all.end(), is_not);
        if (negatives) both->all.insert(both->all.begin(), Query{Everything{}});
    }
}

}  // namespace

std::optional<Query> all_of(std::vector<Query> parts) {
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts.front());
    return Query{And{flat(std::move(parts), &And::all)}};
}

std::optional<Query> any_of(std::vector<Query> parts) {
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts.front());
    return Query{Or{flat(std::move(parts), &Or::any)}};
}

Query negated(Query query) {
    if (auto* const negative = std::get_if<Not>(&query.node)) {
        Query positive = std::move(negative->out.front());
        return positive;
    }
    Not negative;
    negative.out.push_back(std::move(query));
    return Query{std::move(negative)};
}

Query anchored(Query query) {
    anchor(query);
    if (!is_not(query)) return query;
    And both;
    both.all.push_back(Query{Everything{}});
    both.all.push_back(std::move(query));
    return Query{std::move(both)};
}

}  // namespace lectern
