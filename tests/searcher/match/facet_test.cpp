#include "searcher/match/facet.h"

#include "searcher/match/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lectern {
namespace {

/// `2020-01 2/3, 2020-02 0/1; missing 1, other 0, distinct 1`, the selected with an asterisk.
std::string shown(const Facet& facet) {
    std::string text;
    for (const Bucket& bucket : facet.buckets) {
        if (!text.empty()) text += ", ";
        text += (bucket.selected ? "*" : "") + bucket.value + ' ' + std::to_string(bucket.count);
        if (facet.request.grouping != Grouping::Value) text += '/' + std::to_string(bucket.of);
    }
    return text + "; missing " + std::to_string(facet.missing) + ", other " +
           std::to_string(facet.other) + ", distinct " + std::to_string(facet.distinct);
}

bool keeps(const Filter& filter, const Article& article) {
    const std::vector<std::string> values = find_field(filter.field)->values(article);
    return std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& wanted) {
        if (find_field(filter.field)->kind == Kind::Day) {
            const DayRange range = *parse_day_range(wanted);
            return article.published && article.published->day >= range.first &&
                   article.published->day <= range.last;
        }
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            return folded_value(value) == folded_value(wanted);
        });
    });
}

bool all_keep(const std::vector<Filter>& filters, const Article& article, std::string_view but) {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
        return filter.field == but || keeps(filter, article);
    });
}

struct Counts {
    std::map<std::string, std::uint64_t> values;
    std::uint64_t missing{0};
};

/// What a facet of those articles has to be, by reading them.
Counts counted(const std::vector<Article>& articles,
               const FacetRequest& request,
               const std::vector<Filter>& filters) {
    Counts counts;
    for (const Article& article : articles) {
        if (!all_keep(filters, article, request.field)) continue;
        const auto all = find_field(request.field)->values(article);
        std::set<std::string> values{all.begin(), all.end()};
        if (values.empty()) ++counts.missing;
        for (const std::string& value : values) {
            if (request.grouping == Grouping::Value) ++counts.values[value];
            if (request.grouping == Grouping::Year) ++counts.values[value.substr(0, 4)];
            if (request.grouping == Grouping::Month) ++counts.values[value.substr(0, 7)];
            if (request.grouping == Grouping::Day) ++counts.values[value];
        }
    }
    return counts;
}

Counts counted(const Facet& facet) {
    Counts counts{.missing = facet.missing};
    for (const Bucket& bucket : facet.buckets) {
        if (bucket.count != 0) counts.values[bucket.value] = bucket.count;
    }
    return counts;
}

/// A random corpus in three segments, of which a query finds some.
struct Corpus {
    static std::vector<FacetRequest> requests() {
        std::vector<FacetRequest> requests;
        for (const char* text : {"outlet", "author", "spokesperson", "org", "place", "lang",
                                 "section", "type", "date:year", "date:month", "date:day"}) {
            requests.push_back(parse_facet(text));
            requests.back().limit = 0;
        }
        return requests;
    }

    std::vector<Article> matching(std::string_view word) {
        std::vector<Article> found;
        Tokenizer tokenizer;
        for (const Article& article : articles) {
            const auto tokens = tokenizer(article.title + "\n\n" + article.body);
            if (std::any_of(tokens.begin(), tokens.end(),
                            [&](const Token& token) { return token.term == word; })) {
                found.push_back(article);
            }
        }
        return found;
    }

    RandomArticles random{17};
    std::vector<std::vector<Article>> segments{random(120), random(60), random(20)};
    std::vector<Article> articles = [this] {
        std::vector<Article> all;
        for (const auto& part : segments) all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    TemporaryIndex index{segments};
    Searcher searcher{{index.path()}};
};

TEST(Facets, CountWhatReadingEveryArticleCounts) {
    Corpus corpus;
    const std::vector<std::vector<Filter>> filters{
        {},
        {{"spokesperson", {"Tan 1"}}},
        {{"spokesperson", {"tan 1", "TAN 2"}}},
        {{"outlet", {"outlet 3", "Outlet 0"}}, {"spokesperson", {"Tan 2", "Tan 4"}}},
        {{"date", {"2020-03..2020-05", "2020-08-12"}}},
        {{"date", {"2020-03.."}}, {"author", {"Ann Lee1"}}, {"lang", {"en"}}},
        {{"outlet", {"No Such Outlet"}}},
    };
    for (const char* word : {"trade", "ferry", "zebra"}) {
        const std::vector<Article> matches = corpus.matching(word);
        for (const std::vector<Filter>& chosen : filters) {
            const Response response = corpus.searcher({.query = {Word{.text = word, .exact = true}},
                                                       .filters = chosen,
                                                       .facets = Corpus::requests(),
                                                       .hits = false});
            const auto total = std::count_if(matches.begin(), matches.end(), [&](const Article& a) {
                return all_keep(chosen, a, "");
            });
            EXPECT_EQ(response.total, static_cast<std::uint64_t>(total)) << word;
            for (const Facet& facet : response.facets) {
                const Counts expected = counted(matches, facet.request, chosen);
                const Counts found = counted(facet);
                EXPECT_EQ(found.values, expected.values) << word << ' ' << facet.request.field;
                EXPECT_EQ(found.missing, expected.missing) << word << ' ' << facet.request.field;
                EXPECT_EQ(facet.distinct, expected.values.size()) << facet.request.field;
            }
        }
    }
}

TEST(Facets, HaveTheArticlesOfTheTimeAsDenominators) {
    Corpus corpus;
    const std::vector<Filter> chosen{{"outlet", {"Outlet 3", "Outlet 1"}}, {"date", {"2020-04"}}};
    const Response response = corpus.searcher({.query = {Word{.text = "ferry", .exact = true}},
                                               .filters = chosen,
                                               .facets = {parse_facet("date:month")},
                                               .hits = false});
    const Counts all = counted(corpus.articles, {"date", Grouping::Month}, chosen);
    ASSERT_FALSE(response.facets[0].buckets.empty());
    for (const Bucket& bucket : response.facets[0].buckets) {
        const auto expected = all.values.find(bucket.value);
        EXPECT_EQ(bucket.of, expected == all.values.end() ? 0 : expected->second) << bucket.value;
        EXPECT_LE(bucket.count, bucket.of) << bucket.value;
        EXPECT_EQ(bucket.selected, bucket.value == "2020-04") << bucket.value;
    }
}

TEST(Facets, OfSingleValuesAddUpToTheTotal) {
    Corpus corpus;
    const Response response = corpus.searcher(
        {.query = parse("trade").query, .facets = Corpus::requests(), .hits = false});
    for (const Facet& facet : response.facets) {
        std::uint64_t sum = facet.missing;
        for (const Bucket& bucket : facet.buckets) sum += bucket.count;
        const bool single = facet.request.field != "author" && facet.request.field != "org" &&
                            facet.request.field != "spokesperson";
        EXPECT_TRUE(!single || sum == response.total) << facet.request.field;
        EXPECT_GE(sum, response.total) << facet.request.field;
    }
}

TEST(Facets, AreTheSameWithAndWithoutHits) {
    Corpus corpus;
    Request request{.query = parse("trade").query, .facets = Corpus::requests(), .limit = 3};
    const Response with = corpus.searcher(request);
    request.hits = false;
    const Response without = corpus.searcher(request);
    EXPECT_EQ(with.total, without.total);
    for (std::size_t i = 0; i < with.facets.size(); ++i) {
        EXPECT_EQ(shown(with.facets[i]), shown(without.facets[i]));
    }
}

TEST(Facet, CutsAtItsLimitTheMostFrequentFirst) {
    const TemporaryIndex index{{spoken({"B", "A"}, "1 x"), spoken({"B", "C"}, "2 x"),
                                spoken({"D", "B", "C"}, "3 x"), article("4 x")}};
    Searcher searcher{{index.path()}};
    const auto facet = [&](std::size_t limit) {
        return shown(searcher({.query = parse("x").query,
                               .facets = {{"spokesperson", Grouping::Value, limit}}})
                         .facets[0]);
    };
    EXPECT_EQ(facet(0), "B 3, C 2, A 1, D 1; missing 1, other 0, distinct 4");
    EXPECT_EQ(facet(4), "B 3, C 2, A 1, D 1; missing 1, other 0, distinct 4");
    EXPECT_EQ(facet(3), "B 3, C 2, A 1; missing 1, other 1, distinct 4");
    EXPECT_EQ(facet(1), "B 3; missing 1, other 3, distinct 4");
}

TEST(Facet, OfItsOwnFilterKeepsTheOtherValues) {
    const auto by = [](const char* name, const char* outlet, const char* title) {
        Article made = spoken({name}, title);
        made.outlet = outlet;
        return made;
    };
    const TemporaryIndex index{{by("Ann", "Post", "1 x"), by("Ann", "Echo", "2 x"),
                                by("Bo", "Post", "3 x"), by("Cy", "Echo", "4 x")}};
    Searcher searcher{{index.path()}};
    const auto facets = [&](const std::vector<Filter>& filters) {
        const Response response =
            searcher({.query = parse("x").query,
                      .filters = filters,
                      .facets = {parse_facet("spokesperson"), parse_facet("outlet")}});
        return std::to_string(response.total) + ": " + shown(response.facets[0]) + " | " +
               shown(response.facets[1]);
    };
    EXPECT_EQ(facets({}),
              "4: Ann 2, Bo 1, Cy 1; missing 0, other 0, distinct 3 | "
              "Echo 2, Post 2; missing 0, other 0, distinct 2");
    EXPECT_EQ(facets({{"spokesperson", {"ann"}}}),
              "2: *Ann 2, Bo 1, Cy 1; missing 0, other 0, distinct 3 | "
              "Echo 1, Post 1; missing 0, other 0, distinct 2");
    EXPECT_EQ(facets({{"spokesperson", {"Ann", "Bo"}}, {"outlet", {"POST"}}}),
              "2: *Ann 1, *Bo 1; missing 0, other 0, distinct 2 | "
              "*Post 2, Echo 1; missing 0, other 0, distinct 2");
}

TEST(Facet, OfDatesFillsEmptyBuckets) {
    const TemporaryIndex index{{dated("2020-12-28", "1 x"), dated("2021-01-03", "2 x"),
                                dated("2021-01-18", "3 x"), dated("2021-01-05", "4 y"),
                                dated("2021-02-02", "5 y"), article("6 x")}};
    Searcher searcher{{index.path()}};
    const std::vector<std::pair<const char*, const char*>> rows{
        {"date:year", "2020 1/1, 2021 2/4; missing 1, other 0, distinct 2"},
        {"date:month", "2020-12 1/1, 2021-01 2/3; missing 1, other 0, distinct 2"},
        {"date", "2020-12 1/1, 2021-01 2/3; missing 1, other 0, distinct 2"},
        {"date:week",
         "2020-W53 2/2, 2021-W01 0/1, 2021-W02 0/0, 2021-W03 1/1; "
         "missing 1, other 0, distinct 2"},
    };
    for (const auto& [facet, expected] : rows) {
        const Response response =
            searcher({.query = parse("x").query, .facets = {parse_facet(facet)}});
        EXPECT_EQ(shown(response.facets[0]), expected) << facet;
    }
    const Response days =
        searcher({.query = parse("x").query, .facets = {parse_facet("date:day")}});
    EXPECT_EQ(days.facets[0].buckets.size(), 22U);
    const Response none =
        searcher({.query = parse("z").query, .facets = {parse_facet("date:day")}});
    EXPECT_EQ(shown(none.facets[0]), "; missing 0, other 0, distinct 0");
}

TEST(Facet, OfDaysFarApartStaysShort) {
    const TemporaryIndex index{{dated("1000-01-01", "1 x"), dated("9999-12-31", "2 x")}};
    Searcher searcher{{index.path()}};
    const Response response = searcher(
        {.query = parse("x").query, .facets = {parse_facet("date:day"), parse_facet("date:year")}});
    EXPECT_LT(response.facets[0].buckets.size(), 12'000U);
    EXPECT_EQ(response.facets[0].buckets.front().value, "1000-01-01");
    EXPECT_EQ(response.facets[0].buckets.back().value, "9999-12-31");
    EXPECT_EQ(response.facets[1].buckets.size(), 9000U);
}

TEST(Facet, GroupsDaysByTheCalendar) {
    struct Row {
        const char* day;
        Grouping grouping;
        const char* bucket;
        const char* next;
    };

    const std::vector<Row> rows{
        {"2020-12-27", Grouping::Week, "2020-W52", "2020-W53"},
        {"2020-12-28", Grouping::Week, "2020-W53", "2021-W01"},
        {"2021-01-03", Grouping::Week, "2020-W53", "2021-W01"},
        {"2021-01-04", Grouping::Week, "2021-W01", "2021-W02"},
        {"2024-12-29", Grouping::Week, "2024-W52", "2025-W01"},
        {"2024-12-30", Grouping::Week, "2025-W01", "2025-W02"},
        {"1969-12-28", Grouping::Week, "1969-W52", "1970-W01"},
        {"1969-12-29", Grouping::Week, "1970-W01", "1970-W02"},
        {"1903-07-14", Grouping::Week, "1903-W29", "1903-W30"},
        {"2020-02-29", Grouping::Month, "2020-02", "2020-03"},
        {"2021-01-31", Grouping::Month, "2021-01", "2021-02"},
        {"2020-12-01", Grouping::Month, "2020-12", "2021-01"},
        {"2020-12-31", Grouping::Year, "2020", "2021"},
        {"2019-01-01", Grouping::Year, "2019", "2020"},
        {"1900-06-01", Grouping::Year, "1900", "1901"},
        {"2020-02-28", Grouping::Day, "2020-02-28", "2020-02-29"},
    };
    for (const auto& [day, grouping, bucket, next] : rows) {
        const DayNumber first = bucket_of(days_covered(day)->first, grouping);
        EXPECT_EQ(bucket_text(first, grouping), bucket) << day;
        EXPECT_EQ(bucket_text(next_bucket(first, grouping), grouping), next) << day;
        EXPECT_EQ(bucket_of(first, grouping), first) << day;
    }
}

TEST(Facet, IsReadFromItsName) {
    EXPECT_EQ(parse_facet("spokesperson"), (FacetRequest{"spokesperson", Grouping::Value}));
    EXPECT_EQ(parse_facet("Outlet"), (FacetRequest{"outlet", Grouping::Value}));
    EXPECT_EQ(parse_facet("date"), (FacetRequest{"date", Grouping::Month}));
    EXPECT_EQ(parse_facet("date:week"), (FacetRequest{"date", Grouping::Week}));
    for (const char* wrong : {"speaker", "", "title", "path", "speaker:week", ":"}) {
        try {
            parse_facet(wrong);
            ADD_FAILURE() << wrong;
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::Query) << wrong;
            for (const std::string_view name : facet_names()) {
                EXPECT_NE(error.hint().find(name), std::string::npos) << wrong << ' ' << name;
            }
        }
    }
    for (const char* wrong : {"outlet:month", "date:", "date:century", "date:value"}) {
        EXPECT_THROW(parse_facet(wrong), Error) << wrong;
    }
}

TEST(Facet, RefusesWhatMakesNoSense) {
    const TemporaryIndex index{{dated("2020-12-28", "1 x")}};
    Searcher searcher{{index.path()}};
    const std::vector<Request> rows{
        {.facets = {{"speaker"}}},
        {.facets = {{"title"}}},
        {.facets = {{"date", Grouping::Value}}},
        {.facets = {{"outlet", Grouping::Month}}},
        {.filters = {{"speaker", {"x"}}}},
        {.filters = {{"date", {"soon"}}}},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        try {
            searcher(rows[i]);
            ADD_FAILURE() << i;
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::Query) << i << ' ' << error.what();
        }
    }
}

}  // namespace
}  // namespace lectern
