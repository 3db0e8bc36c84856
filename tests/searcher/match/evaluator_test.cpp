#include "indexer/write/writer.h"
#include "searcher/match/searcher.h"
#include "searcher/query/query.h"
#include "tests/support/articles.h"
#include "tests/support/oracle.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>

namespace lectern {
namespace {

using Ids = std::vector<std::string>;

/// An index of random articles in several segments, some of them removed again.
class Newspaper {
public:
    explicit Newspaper(unsigned seed) : random_{seed} {
        std::vector<std::vector<Article>> segments;
        for (const std::size_t count : {150U, 1U, 80U, 30U}) segments.push_back(articles(count));
        for (std::size_t segment = 0; segment < segments.size(); ++segment) {
            add_to_index(path_, segments[segment]);
            part_with(segments[segment], segment);
        }
    }

    const std::string& path() const { return path_; }

    const std::vector<Article>& living() const { return living_; }

    const std::vector<Article>& gone() const { return gone_; }

    RandomArticles& random() { return random_; }

private:
    std::vector<Article> articles(std::size_t count) {
        constexpr auto names = std::to_array<std::string_view>(
            {" Tony.", " Toni spoke.", " The Reporter and Ferries Ltd.", " COVID19", " trade-war.",
             " state-of-the-art", " tell the ministers’ talks", ""});
        std::vector<Article> made = random_(count);
        for (Article& article : made) {
            article.body += names[random_.below(names.size())];
            if (random_.below(4) != 0) continue;
            // more words that begin alike than a cursor a word would be good for
            article.body += " series" + std::to_string(random_.below(20));
            article.body += " series" + std::to_string(random_.below(20));
        }
        return made;
    }

    /// Removes about every seventh.
    void part_with(const std::vector<Article>& articles, std::size_t segment) {
        Writer writer{path_, Writer::Mode::OpenOnly};
        Change change;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const bool goes = articles.size() > 1 && random_.below(7) == 0;
            (goes ? gone_ : living_).push_back(articles[i]);
            if (!goes) continue;
            const std::string& name = writer.manifest().segments.at(segment).name;
            change.deaths.push_back({name, static_cast<ArticleNumber>(i + 1)});
        }
        if (!change.deaths.empty()) writer.commit(change);
    }

    TemporaryFolder folder_;
    std::string path_{folder_ / "index"};
    RandomArticles random_;
    std::vector<Article> living_;
    std::vector<Article> gone_;
};

/// Trees of every kind of node over what the articles have, and some that they do not have.
class RandomQueries {
public:
    /// `random` outlives this.
    explicit RandomQueries(RandomArticles& random) : random_{random} {}

    Query operator()(std::size_t depth) {
        if (depth == 0 || below(3) == 0) return leaf();
        switch (below(5)) {
            case 0:
            case 1:
                return {And{several(depth)}};
            case 2:
            case 3:
                return {Or{several(depth)}};
            default:
                break;
        }
        Not without;
        without.out.push_back((*this)(depth - 1));
        return {std::move(without)};
    }

private:
    std::size_t below(std::size_t bound) { return random_.get().below(bound); }

    std::vector<Query> several(std::size_t depth) {
        std::vector<Query> queries;
        const std::size_t count = below(8) == 0 ? 8 : 2 + below(2);
        for (std::size_t i = 0; i < count; ++i) queries.push_back((*this)(depth - 1));
        return queries;
    }

    std::string text_field() {
        constexpr auto names = std::to_array<std::string_view>({"", "", "", "body", "title"});
        return std::string{names[below(names.size())]};
    }

    std::string word() {
        constexpr auto words = std::to_array<std::string_view>(
            {"Tony", "toni", "reporters", "Ferry", "covid19", "COVID-19", "trade-war", "tradewar",
             "state-of-the-art", "stateoftheart", "talking", "series", "zebra", "wi-fi/covid-19",
             "—"});
        if (below(2) == 0) return random_.get().words(1);
        return std::string{words[below(words.size())]};
    }

    Query keyword() {
        constexpr auto asked =
            std::to_array<std::array<std::string_view, 2>>({{"outlet", "outlet"},
                                                            {"outlet", "3"},
                                                            {"author", "lee2"},
                                                            {"author", "ann"},
                                                            {"spokesperson", "tan"},
                                                            {"org", "talk"},
                                                            {"org", "talks"},
                                                            {"place", "Varnholt"},
                                                            {"lang", "en"},
                                                            {"type", "text"},
                                                            {"section", "economy"}});
        const auto& [field, text] = asked[below(asked.size())];
        if (below(4) == 0) return {Phrase{std::string{field}, "Outlet " + std::string{text}}};
        return {
            Word{.field = std::string{field}, .text = std::string{text}, .prefix = below(4) == 0}};
    }

    Query whole() {
        const bool prefix = below(2) == 0;
        const std::string number = std::to_string(1 + below(280));
        if (below(2) == 0) return {Word{.field = "id", .text = "a" + number, .prefix = prefix}};
        return {Word{.field = "path",
                     .text = "folder1/a" + number + (prefix ? "" : ".txt"),
                     .prefix = prefix}};
    }

    Query days() {
        const DayNumber first = *day_of(2020, 1 + static_cast<int>(below(9)), 10);
        return {Days{"date", {first, first + static_cast<DayNumber>(below(70))}}};
    }

    Query missing() {
        constexpr auto names = std::to_array<std::string_view>(
            {"date", "outlet", "author", "spokesperson", "org", "place", "lang", "section"});
        return {Missing{std::string{names[below(names.size())]}}};
    }

    Query leaf() {
        switch (below(10)) {
            case 0:
                return {Phrase{text_field(), random_.get().words(1 + below(3))}};
            case 1:
                return {Word{.field = text_field(), .text = word(), .exact = true}};
            case 2:
                return {Word{.field = text_field(), .text = word().substr(0, 3), .prefix = true}};
            case 3:
                return keyword();
            case 4:
                return days();
            case 5:
                return below(2) == 0 ? missing() : whole();
            case 6:
                if (below(4) == 0) return {Everything{}};
                [[fallthrough]];
            default:
                return {Word{.field = text_field(), .text = word()}};
        }
    }

    std::reference_wrapper<RandomArticles> random_;
};

Response ask(Searcher& searcher, const Query& query, std::size_t limit = 0) {
    return searcher({.query = query, .limit = limit, .snippets = false});
}

std::map<std::string, double> scores(const Response& response) {
    std::map<std::string, double> scores;
    for (const Hit& hit : response.hits) scores[hit.article.id] = hit.score;
    return scores;
}

Ids ids(const Response& response) {
    Ids ids;
    ids.reserve(response.hits.size());
    for (const Hit& hit : response.hits) ids.push_back(hit.article.id);
    return ids;
}

Ids ids(const std::map<std::string, double>& scores) {
    Ids ids;
    ids.reserve(scores.size());
    for (const auto& [id, score] : scores) ids.push_back(id);
    return ids;
}

void expect_the_same(Searcher& searcher, Oracle& oracle, const Query& query) {
    const auto expected = oracle(query);
    const Response response = ask(searcher, query);
    const auto found = scores(response);
    ASSERT_EQ(ids(found), ids(expected)) << tree_text(query);
    ASSERT_EQ(response.total, expected.size()) << tree_text(query);
    for (const auto& [id, score] : expected) {
        ASSERT_NEAR(found.at(id), score, 1e-3) << id << " for " << tree_text(query);
    }
}

TEST(Evaluator, FindsWhatReadingEveryArticleFinds) {
    for (const unsigned seed : {1U, 2U}) {
        Newspaper paper{seed};
        Oracle oracle{paper.living(), paper.gone()};
        Searcher searcher{{paper.path()}};
        RandomQueries random{paper.random()};
        for (int i = 0; i < 300; ++i) {
            expect_the_same(searcher, oracle, random(static_cast<std::size_t>(i) % 4));
        }
        for (const char* text :
             {"series*", "body:series*", "title:series* OR series1*", "-series*", "series* tra*",
              "\"trade trade\"", "body:\"said the\"", "ferry -\"the ferry\" date:2020-03..",
              "spokesperson:tan -org:talks", "author:\"ann lee1\" OR outlet:none"}) {
            expect_the_same(searcher, oracle, parse(text).query);
        }
    }
}

/// Whether Xapian's own matcher finds the same: it knows no rows and no columns.
bool is_xapians(const Plan& plan) {
    const auto all = [](const std::vector<Plan>& plans) {
        return std::all_of(plans.begin(), plans.end(), is_xapians);
    };
    if (const auto* both = std::get_if<AllOf>(&plan.node)) return all(both->plans);
    if (const auto* either = std::get_if<AnyOf>(&plan.node)) return all(either->plans);
    if (const auto* none = std::get_if<NoneOf>(&plan.node)) return all(none->plan);
    return std::holds_alternative<AnyTerm>(plan.node) ||
           std::holds_alternative<AllArticles>(plan.node);
}

Ids found_by_xapian(const Plan& plan, const Snapshot& index) {
    Ids ids;
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
        const Segment& segment = index.segments()[i];
        Xapian::Enquire enquire{segment.postings()};
        enquire.set_query(xapian_query(plan));
        const Xapian::MSet matches = enquire.get_mset(0, segment.articles());
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            if (!segment.dead().has(*match)) ids.push_back(index.article({i, *match}).id);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

TEST(Evaluator, FindsWhatXapiansMatcherFinds) {
    Newspaper paper{3};
    const std::vector<Snapshot> indexes = [&] {
        std::vector<Snapshot> opened;
        opened.emplace_back(paper.path());
        return opened;
    }();
    Searcher searcher{{paper.path()}};
    Tokenizer tokenizer;
    RandomQueries random{paper.random()};
    int compared = 0;
    for (int i = 0; i < 600; ++i) {
        const Query query = random(static_cast<std::size_t>(i) % 4);
        const Planned planned = plan(query, indexes, tokenizer);
        if (!is_xapians(planned.plan)) continue;
        ++compared;
        ASSERT_EQ(ids(scores(ask(searcher, query))), found_by_xapian(planned.plan, indexes[0]))
            << tree_text(query) << '\n'
            << plan_text(planned.plan);
    }
    EXPECT_GT(compared, 100);
}

TEST(Evaluator, FindsAndRanksTheSameInAnIndexBuiltAnew) {
    Newspaper paper{4};
    const TemporaryIndex anew{paper.living()};
    Searcher grown{{paper.path()}};
    Searcher fresh{{anew.path()}};
    RandomQueries random{paper.random()};
    for (int i = 0; i < 100; ++i) {
        // Words that only removed articles wrote in lower case may still join forms: ask exactly.
        const std::string words = paper.random().words(1);
        const Query query{
            Or{{Query{Word{.text = words, .exact = true}}, Query{Phrase{"", words + " said"}}}}};
        EXPECT_EQ(ids(ask(grown, query)), ids(ask(fresh, query))) << words;
        const auto left = scores(ask(grown, query));
        for (const auto& [id, score] : scores(ask(fresh, query))) {
            EXPECT_NEAR(left.at(id), score, 1e-4) << words << ' ' << id;
        }
    }
}

TEST(Evaluator, SearchesSeveralIndexesAsOne) {
    RandomArticles random{5};
    const std::vector<Article> first = random(90);
    const std::vector<Article> second = random(40);
    std::vector<Article> both = first;
    both.insert(both.end(), second.begin(), second.end());
    const TemporaryIndex one{first};
    const TemporaryIndex two{second};
    const TemporaryIndex all{both};
    Searcher several{{one.path(), two.path()}};
    Searcher single{{all.path()}};
    RandomQueries queries{random};
    for (int i = 0; i < 100; ++i) {
        const Query query = queries(static_cast<std::size_t>(i) % 3);
        const Response found = ask(several, query);
        const Response expected = ask(single, query);
        ASSERT_EQ(found.total, expected.total) << tree_text(query);
        ASSERT_EQ(ids(found), ids(expected)) << tree_text(query);
        for (std::size_t hit = 0; hit < found.hits.size(); ++hit) {
            ASSERT_EQ(found.hits[hit].score, expected.hits[hit].score) << tree_text(query);
        }
    }
}

TEST(Evaluator, PagesCoverAllHitsOnceInOneOrder) {
    Newspaper paper{6};
    Searcher searcher{{paper.path()}};
    for (const char* text : {"trade", "*", "the OR of OR in OR 国防部", "outlet:3", "zebra"}) {
        for (const Sort sort : {Sort::Relevance, Sort::Newest, Sort::Oldest}) {
            const Query query = parse(text).query;
            const Ids all = ids(searcher({.query = query, .sort = sort, .limit = 0}));
            Ids paged;
            for (std::size_t offset = 0; offset <= all.size(); offset += 7) {
                const Response page =
                    searcher({.query = query, .sort = sort, .offset = offset, .limit = 7});
                EXPECT_EQ(page.total, all.size());
                for (const std::string& id : ids(page)) paged.push_back(id);
            }
            EXPECT_EQ(paged, all) << text;
            EXPECT_TRUE(searcher({.query = query, .offset = all.size() + 1}).hits.empty());
        }
    }
}

TEST(Evaluator, OrdersByScoreThenTimeThenPlace) {
    const TemporaryIndex index{{dated("2024-05-01", "a trade"), article("b trade"),
                                dated("2024-05-03", "c trade"), dated("1890-01-01", "d trade"),
                                article("e trade"), dated("2024-05-03", "f trade"),
                                dated("2024-05-02", "g trade trade")}};
    Searcher searcher{{index.path()}};
    const auto order = [&](Sort sort) {
        return ids(searcher({.query = parse("trade").query, .sort = sort, .limit = 0}));
    };
    EXPECT_EQ(order(Sort::Relevance), (Ids{"g", "c", "f", "a", "d", "b", "e"}));
    EXPECT_EQ(order(Sort::Newest), (Ids{"c", "f", "g", "a", "d", "b", "e"}));
    EXPECT_EQ(order(Sort::Oldest), (Ids{"d", "a", "g", "c", "f", "b", "e"}));
}

TEST(Evaluator, ScoresAnExactValueTheSameHoweverManyBeginSo) {
    std::vector<Article> articles;
    articles.reserve(12);
    for (int i = 0; i < 12; ++i) articles.push_back(article("r" + std::to_string(i) + " report"));
    const TemporaryIndex index{articles};
    Searcher searcher{{index.path()}};
    for (const char* text : {"id:r1", "id:r1*", "id:r*", "path:r*"}) {
        const Response response = ask(searcher, parse(text).query);
        ASSERT_FALSE(response.hits.empty()) << text;
        for (const Hit& hit : response.hits) EXPECT_EQ(hit.score, 0) << text;
    }
}

TEST(Evaluator, CountsWithoutHits) {
    const TemporaryIndex index{{article("a trade"), article("b war")}};
    Searcher searcher{{index.path()}};
    const Response response = searcher({.query = parse("trade").query, .hits = false});
    EXPECT_EQ(response.total, 1U);
    EXPECT_TRUE(response.hits.empty());
}

TEST(Evaluator, AnswersForAnIndexOfNothing) {
    const TemporaryIndex index{{article("a trade")}};
    Writer{index.path(), Writer::Mode::OpenOnly}.commit({.deaths = [&] {
        const Snapshot snapshot{index.path()};
        return std::vector<SegmentRef>{{snapshot.manifest().segments.front().name, 1}};
    }()});
    Searcher searcher{{index.path()}};
    for (const char* text : {"trade", "*", "-trade", "\"a trade\"", "date:none", "tra*"}) {
        const Response response = ask(searcher, parse(text).query, 10);
        EXPECT_EQ(response.total, 0U) << text;
        EXPECT_TRUE(response.hits.empty()) << text;
    }
}

}  // namespace
}  // namespace lectern
