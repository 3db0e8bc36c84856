#include "searcher/request.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

Arguments typed(const Options& options, const std::vector<std::string>& words = {}) {
    return {options, words};
}

TEST(Request, HasWhatWasTyped) {
    const Request plain = request_of(typed({}));
    EXPECT_EQ(plain.limit, 10U);
    EXPECT_EQ(plain.offset, 0U);
    EXPECT_EQ(plain.sort, Sort::Relevance);
    EXPECT_TRUE(plain.facets.empty() && plain.filters.empty());

    const Request full = request_of(typed({{"sort", {"newest"}},
                                           {"limit", {"25"}},
                                           {"offset", {"50"}},
                                           {"facet", {"outlet, date:week", "author"}},
                                           {"facet-limit", {"3"}},
                                           {"filter", {"Outlet:A: B", "author:x", "outlet:C"}}}));
    EXPECT_EQ(full.sort, Sort::Newest);
    EXPECT_EQ(full.limit, 25U);
    EXPECT_EQ(full.offset, 50U);
    const std::vector<FacetRequest> facets{{"outlet", Grouping::Value, 3},
                                           {"date", Grouping::Week, 3},
                                           {"author", Grouping::Value, 3}};
    EXPECT_EQ(full.facets, facets);
    ASSERT_EQ(full.filters.size(), 2U);
    EXPECT_EQ(full.filters[0].field, "outlet");
    EXPECT_EQ(full.filters[0].values, (std::vector<std::string>{"A: B", "C"}));
    EXPECT_EQ(full.filters[1].field, "author");
    EXPECT_EQ(request_of(typed({{"limit", {"0"}}, {"offset", {"99999"}}})).limit, 0U);
    EXPECT_EQ(request_of(typed({{"limit", {"10000"}}})).limit, 10'000U);
}

TEST(Request, RefusesWhatCannotBeMeant) {
    const std::vector<Options> rows{
        {{"sort", {"best"}}},
        {{"limit", {"ten"}}},
        {{"limit", {"-1"}}},
        {{"limit", {"10001"}}},
        {{"limit", {"1"}}, {"offset", {"10000"}}},
        {{"limit", {"18446744073709551615"}}, {"offset", {"2"}}},
        {{"filter", {"outlet"}}},
        {{"filter", {"outlet:"}}},
        {{"facet", {"speaker"}}},
        {{"facet", {"outlet,"}}},
        {{"facet", {"outlet:month"}}},
    };
    for (const Options& options : rows) {
        EXPECT_THROW(request_of(typed(options)), Error)
            << options.begin()->first << ' ' << options.begin()->second.front();
    }
}

TEST(Request, TakesItsQueryFromTheWords) {
    EXPECT_EQ(query_of(typed({}, {"trade", "\"a b\""})), "trade \"a b\"");
    EXPECT_EQ(query_of(typed({}, {"-", "x"})), "- x");
}

TEST(Request, ShowsWhatWasAskedFor) {
    const Showing showing =
        showing_of(typed({{"fields", {"id,date"}}, {"offset", {"7"}}, {"color", {"always"}}}));
    EXPECT_EQ(showing.fields, (std::vector<std::string>{"id", "date"}));
    EXPECT_EQ(showing.offset, 7U);
    EXPECT_TRUE(showing.color);
    EXPECT_FALSE(showing_of(typed({{"color", {"never"}}})).color);
    EXPECT_THROW(showing_of(typed({{"color", {"perhaps"}}})), Error);
    EXPECT_THROW(showing_of(typed({{"fields", {"nothing"}}})), Error);
    EXPECT_EQ(indexes_of(typed({{"index", {"a", "b"}}})), (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace lectern
