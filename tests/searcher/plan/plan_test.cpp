#include "searcher/plan/plan.h"

#include "tests/support/articles.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

struct Index {
    explicit Index(const std::vector<std::vector<Article>>& segments) : files{segments} {
        opened.emplace_back(files.path());
    }

    Planned operator()(std::string_view text) { return plan(parse(text).query, opened, tokenizer); }

    TemporaryIndex files;
    std::vector<Snapshot> opened;
    Tokenizer tokenizer;
};

Index news() {
    Article german = article("d4 Wirtschaft", "die Minister sagten, der Ministerin fehlen Worte");
    german.language = "de";
    Article told =
        spoken({"Tan Kefei", "Toni Tonis"}, "c3 Ministers", "he said to ministers and traders");
    told.outlet = "China Military Online";
    return Index{
        {{article("a1 Trade relations", "the relation between Tony and Toni, traded or trading"),
          article("b2 COVID-19", "state-of-the-art covid-19, 国防部的关系。 Trademark")},
         {told, german}}};
}

TEST(Plan, TurnsWordsIntoTerms) {
    Index index = news();
    const std::vector<std::pair<const char*, const char*>> rows{
        // forms of ordinary words, in whichever segment they are
        {"relation", "(any relation relations)"},
        {"Relations", "(any relation relations)"},
        {"=relation", "(any relation)"},
        {"=Relations", "(any relations)"},
        {"trade", "(any trade traded trading)"},
        {"minister", "(any minister ministers)"},
        {"zebra", "(any zebra)"},
        {"2020", "(any 2020)"},
        // names, never written in lower case, are not conflated
        {"Tony", "(any tony)"},
        {"toni", "(any toni)"},
        {"Ministerin", "(any ministerin)"},
        {"sagten", "(any sagten)"},
        // phrases are exact
        {"\"trade relations\"", "(row trade relations)"},
        {"\"Relation\"", "(any relation)"},
        {"\"state-of-the-art\"", "(row state of the art)"},
        // hyphenated words, also written together
        {"covid-19", "(or (row covid 19) (any covid19))"},
        {"covid19", "(any covid19)"},
        {"state-of-the-art", "(or (row state of the art) (any stateoftheart))"},
        {"=covid-19", "(or (row covid 19) (any covid19))"},
        {"wi-fi/covid-19", "(row wi fi covid 19)"},
        {"2020-21", "(row 2020 21)"},
        // Chinese
        {"国防部", "(row 国防 部)"},
        {"国防部的关系", "(row 国防 部 的 关系)"},
        // fields of text
        {"title:relation", "(any Srelation Srelations)"},
        {"title:\"trade relations\"", "(row Strade Srelations)"},
        {"title:covid-19", "(or (row Scovid S19) (any Scovid19))"},
        {"body:relation", "(beyond (any relation relations) (any Srelation Srelations))"},
        {"body:\"trade war\"", "(beyond (row trade war) (row Strade Swar))"},
        {"body:covid-19",
         "(or (beyond (row covid 19) (row Scovid S19)) (beyond (any covid19) (any Scovid19)))"},
        // fields of values
        {"spokesperson:kefei", "(any XPkefei)"},
        {"spokesperson:tonis", "(any XPtonis)"},
        {"spokesperson:\"Tan Kefei\"", "(row XPtan XPkefei)"},
        {"outlet:military", "(any XOmilitary)"},
        {"id:A1", "(any Q:A1)"},
        {"path:reports/a1.txt", "(any XF:reports/a1.txt)"},
        {"path:\"my reports\"", "(any XF:my reports)"},
        // wildcards
        {"trad*", "(any trade traded trademark traders trading)"},
        {"minister*", "(any minister ministerin ministers)"},
        {"title:trad*", "(any Strade)"},
        {"body:trad*",
         "(beyond (any trade traded trademark traders trading) "
         "(any Strade Straded Strademark Straders Strading))"},
        {"state-of-the-ar*", "(row state of the art)"},
        {"outlet:mil*", "(any XOmilitary)"},
        {"id:a1*", "(any Q:a1)"},
        {"zeb*", "(any )"},
        {"关系", "(any 关系)"},
        {"关系*", "(any 关系)"},
        // days, values that are not there
        {"date:2024-05", "(days date 2024-05-01..2024-05-31)"},
        {"date:..2023", "(days date ..2023-12-31)"},
        {"date:2024..", "(days date 2024-01-01..)"},
        {"date:none", "(without date)"},
        {"outlet:none", "(without outlet)"},
        {"outlet:*", "(and (all) (not (without outlet)))"},
        // operators
        {"", "(all)"},
        {"zebra Tony", "(and (any zebra) (any tony))"},
        {"zebra OR Tony", "(or (any zebra) (any tony))"},
        {"zebra -Tony", "(and (any zebra) (not (any tony)))"},
        {"-zebra", "(and (all) (not (any zebra)))"},
        {"zebra OR NOT Tony", "(or (any zebra) (not (any tony)))"},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(plan_text(index(text).plan), expected) << text;
    }
}

TEST(Plan, KeepsTermsOfOneWordSortedAndDistinct) {
    Index index = news();
    for (const char* text : {"relation", "trad*", "title:trad*", "id:a1*"}) {
        const Planned planned = index(text);
        const auto& terms = std::get<AnyTerm>(planned.plan.node).terms;
        EXPECT_TRUE(std::is_sorted(terms.begin(), terms.end())) << text;
        EXPECT_EQ(std::adjacent_find(terms.begin(), terms.end()), terms.end()) << text;
    }
}

TEST(Plan, WeighsWordsOfTheTitleInWordsButNotInRows) {
    Index index = news();
    EXPECT_EQ(std::get<Beyond>(index("body:trade").plan.node).part_weight,
              find_field("title")->weight);
    EXPECT_EQ(std::get<Beyond>(index("body:\"trade war\"").plan.node).part_weight, 1U);
}

TEST(Plan, SaysWhatItWidened) {
    Index index = news();
    const auto widened = [&](std::string_view text) {
        std::string shown;
        for (const Expansion& expansion : index(text).expansions) {
            shown += expansion.from + ": " + join(expansion.terms, " ");
            shown += expansion.cut ? ", cut; " : "; ";
        }
        return shown;
    };
    EXPECT_EQ(widened("Relations Tony title:minist* id:a1* \"trade relations\""),
              "Relations: relation relations; minist*: ministers; a1*: a1; ");
    EXPECT_EQ(widened("body:relation"), "relation: relation relations; ");
    EXPECT_EQ(widened("Tony =relation 2020 zebra"), "");
    EXPECT_EQ(widened("zebr*"), "zebr*: ; ");
}

TEST(Plan, TakesTheMostFrequentOfTooManyWords) {
    std::string rare;
    for (std::size_t i = 0; i < max_expansion; ++i) rare += " word" + std::to_string(i);
    Index index{
        {{article("a", rare)}, {article("b", "wordy wordly")}, {article("c", "wordy wordly")}}};
    const Planned planned = index("word*");
    ASSERT_EQ(planned.expansions.size(), 1U);
    const Expansion& expansion = planned.expansions.front();
    EXPECT_TRUE(expansion.cut);
    ASSERT_EQ(expansion.terms.size(), max_expansion);
    EXPECT_EQ(expansion.terms[0], "wordly");
    EXPECT_EQ(expansion.terms[1], "wordy");
    EXPECT_EQ(std::get<AnyTerm>(planned.plan.node).terms.size(), max_expansion);
    EXPECT_FALSE(index("word1*").expansions.front().cut);
}

TEST(Plan, RefusesAFieldThatIsNotThere) {
    Index index = news();
    EXPECT_THROW(
        plan(Query{Word{.field = "speaker", .text = "tan"}}, index.opened, index.tokenizer), Error);
}

TEST(Plan, IsAQueryOfXapians) {
    Index index = news();
    const std::vector<std::pair<const char*, const char*>> rows{
        {"Tony", "Query(tony)"},
        {"relation", "Query((relation SYNONYM relations))"},
        {"zebra Tony", "Query((zebra AND tony))"},
        {"zebra -Tony", "Query((zebra AND_NOT tony))"},
        {"-zebra", "Query((<alldocuments> AND_NOT zebra))"},
        {"\"trade war\"", "Query((trade AND war))"},
        {"zeb*", "Query()"},
        {"date:2024", "Query(<alldocuments>)"},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(xapian_query(index(text).plan).get_description(), expected) << text;
    }
}

}  // namespace
}  // namespace lectern
