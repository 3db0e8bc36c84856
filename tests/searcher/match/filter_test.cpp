#include "searcher/match/searcher.h"
#include "tests/support/articles.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lectern {
namespace {

std::vector<std::string> ids_kept(Searcher& searcher, const Filter& filter) {
    Request request{.filters = {filter}};
    request.sort = Sort::Oldest;
    std::vector<std::string> ids;
    for (const Hit& hit : searcher(request).hits) ids.push_back(hit.article.id);
    return ids;
}

TEST(Filter, KeepsWhatHasNoValueWhenAskedForNone) {
    Article ferry = spoken({"Hale Brandt"}, "ferry sails");
    ferry.published = parse_moment("2024-05-17");
    Article market = dated("2024-05-18", "market closes");
    const Article bakery = article("bakery opens");
    const TemporaryIndex index{{ferry, market, bakery}};
    Searcher searcher{{index.path()}};

    struct Row {
        Filter filter;
        std::vector<std::string> kept;
    };

    const std::vector<Row> rows{
        {{"spokesperson", {"none"}}, {"market", "bakery"}},
        {{"spokesperson", {"hale brandt"}}, {"ferry"}},
        {{"spokesperson", {"none", "Hale Brandt"}}, {"ferry", "market", "bakery"}},
        {{"date", {"none"}}, {"bakery"}},
        {{"date", {"none", "2024-05-18"}}, {"market", "bakery"}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(ids_kept(searcher, row.filter), row.kept)
            << row.filter.field << ':' << row.filter.values.front();
    }
}

}  // namespace
}  // namespace lectern
