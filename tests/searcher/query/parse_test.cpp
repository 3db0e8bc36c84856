#include "common/schema/field.h"
#include "searcher/query/query.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

struct TreeRow {
    const char* text;
    const char* tree;
};

void expect_trees(const std::vector<TreeRow>& rows) {
    for (const auto& [text, tree] : rows) {
        const Query query = parse(text).query;
        EXPECT_EQ(tree_text(query), tree) << text;
        const std::string typed = query_text(query);
        EXPECT_EQ(tree_text(parse(typed).query), tree) << text << " typed again as " << typed;
        EXPECT_EQ(parse(typed).query, query) << text << " typed again as " << typed;
    }
}

TEST(Parse, ReadsWordsAndOperators) {
    expect_trees({
        {"", "*"},
        {"   ", "*"},
        {"*", "*"},
        {"trade", R"("trade")"},
        {"Trade", R"("Trade")"},
        {"trade war", R"((and "trade" "war"))"},
        {"trade AND war", R"((and "trade" "war"))"},
        {"trade OR war", R"((or "trade" "war"))"},
        {"a OR b c", R"((or "a" (and "b" "c")))"},
        {"a b OR c d", R"((or (and "a" "b") (and "c" "d")))"},
        {"a AND b OR c AND d", R"((or (and "a" "b") (and "c" "d")))"},
        {"a (b OR c)", R"((and "a" (or "b" "c")))"},
        {"（a OR b） c", R"((and (or "a" "b") "c"))"},
        {"a(b)", R"((and "a" "b"))"},
        {"a NOT b", R"((and "a" (not "b")))"},
        {"a -b", R"((and "a" (not "b")))"},
        {"a AND NOT b", R"((and "a" (not "b")))"},
        {"a OR NOT b", R"((or "a" (not "b")))"},
        {"NOT a OR b", R"((or (not "a") "b"))"},
        {"a -(b c)", R"((and "a" (not (and "b" "c"))))"},
        {R"(a -"b c")", R"((and "a" (not (phrase "b c"))))"},
        {"a -title:b", R"((and "a" (not title:"b")))"},
        {"* a", R"((and * "a"))"},
        {"a a", R"((and "a" "a"))"},
        {"or and not", R"((and "or" "and" "not"))"},
        {"And Or", R"((and "And" "Or"))"},
        {"ANDROID NOTE ORAN", R"((and "ANDROID" "NOTE" "ORAN"))"},
    });
}

TEST(Parse, TakesNegativesFromEverything) {
    expect_trees({
        {"-a", R"((and * (not "a")))"},
        {"NOT a", R"((and * (not "a")))"},
        {"-a -b", R"((and * (not "a") (not "b")))"},
        {"a OR -b -c", R"((or "a" (and * (not "b") (not "c"))))"},
        {"a OR * -b", R"((or "a" (and * (not "b"))))"},
        {"a (-b -c)", R"((and "a" (not "b") (not "c")))"},
        {"-(-b -c)", R"((and * (not (and * (not "b") (not "c")))))"},
        {"-(* -b)", R"((and * (not (and * (not "b")))))"},
        {"-(a OR b)", R"((and * (not (or "a" "b"))))"},
    });
}

TEST(Parse, MakesTheTreeAsFlatAsItsMeaning) {
    expect_trees({
        {"((a))", R"("a")"},
        {"(a b) c", R"((and "a" "b" "c"))"},
        {"a (b (c d))", R"((and "a" "b" "c" "d"))"},
        {"(a OR b) OR (c OR d)", R"((or "a" "b" "c" "d"))"},
        {"NOT NOT a", R"("a")"},
        {"NOT -(NOT a)", R"((and * (not "a")))"},
        {"a -(-(b c))", R"((and "a" "b" "c"))"},
        {"((((((((((((((((a))))))))))))))))", R"("a")"},
    });
}

TEST(Parse, ReadsPhrasesInAllTheirMarks) {
    expect_trees({
        {R"("trade war")", R"((phrase "trade war"))"},
        {R"("trade")", R"((phrase "trade"))"},
        {R"(" trade ")", R"((phrase "trade"))"},
        {R"("a" "b")", R"((and (phrase "a") (phrase "b")))"},
        {R"(a"b c"d)", R"((and "a" (phrase "b c") "d"))"},
        {"“trade war”", R"((phrase "trade war"))"},
        {"”trade war”", R"((phrase "trade war"))"},
        {"„trade war“", R"((phrase "trade war"))"},
        {"„trade war”", R"((phrase "trade war"))"},
        {"«trade war»", R"((phrase "trade war"))"},
        {"»trade war«", R"((phrase "trade war"))"},
        {"「贸易战」", R"((phrase "贸易战"))"},
        {"『贸易，战』美国", R"((and (phrase "贸易，战") "美国"))"},
        {R"(“say "now"”)", R"((phrase "say \"now\""))"},
        {R"("say “now” to «it»")", R"((phrase "say “now” to «it»"))"},
        {"\"a (b) OR -c title:d *\"", R"((phrase "a (b) OR -c title:d *"))"},
        {"don't l’Europe 'tis", R"((and "don't" "l’Europe" "'tis"))"},
    });
}

TEST(Parse, ReadsFields) {
    expect_trees({
        {"title:trade", R"(title:"trade")"},
        {"Title:trade TITLE:war", R"((and title:"trade" title:"war"))"},
        {"title：贸易", R"(title:"贸易")"},
        {R"(title:"trade war")", R"((phrase title:"trade war"))"},
        {"title:「贸易」", R"((phrase title:"贸易"))"},
        {"title:(a OR b) c", R"((and (or title:"a" title:"b") "c"))"},
        {R"(title:(a "b c" -d))", R"((and title:"a" (phrase title:"b c") (not title:"d")))"},
        {"title:(a body:b)", R"((and title:"a" body:"b"))"},
        {"title:(body:(a b) c)", R"((and body:"a" body:"b" title:"c"))"},
        {"a title:-b", R"((and "a" (not title:"b")))"},
        {"title:AND", R"(title:"AND")"},
        {"title:=war", R"(title:="war")"},
        {"title:a:b", R"(title:"a:b")"},
        {"title:*", "*"},
        {"spokesperson:tan outlet:daily org:health place:varnholt lang:zh section:x type:y "
         "author:z",
         R"((and spokesperson:"tan" outlet:"daily" org:"health" place:"varnholt" lang:"zh" )"
         R"(section:"x" type:"y" author:"z"))"},
        {"12:30 http://x.org/a Q:why : a:", R"((and "12:30" "http://x.org/a" "Q:why" "a:"))"},
        {"Beijing: a city", R"((and "Beijing:" "a" "city"))"},
    });
}

TEST(Parse, TakesValuesOfExactFieldsAsTheyStand) {
    expect_trees({
        {"id:-5", R"(id:"-5")"},
        {"id:=5", R"(id:"=5")"},
        {"(id:a)", R"(id:"a")"},
        {"path:a(b).txt", R"(path:"a(b).txt")"},
        {"(path:报告（一），二.txt OR a)", R"((or path:"报告（一），二.txt" "a"))"},
        {"path://srv/a", R"(path:"//srv/a")"},
        {"url:http://x.org/?q=(a)&b=c#d", R"(url:"http://x.org/?q=(a)&b=c#d")"},
        {"path:reports/2020*", R"(path:"reports/2020"*)"},
        {R"(path:"my file (1).txt ")", R"((phrase path:"my file (1).txt "))"},
        {"id:(=5 -6)", R"((and id:"=5" (not id:"6")))"},
        {"id:none", R"(id:"none")"},
        {"id:*", "*"},
    });
}

TEST(Parse, ReadsDaysAndMissingValues) {
    expect_trees({
        {"date:2020", "(days date:2020)"},
        {"date:2020-09", "(days date:2020-09)"},
        {"date:2020-09-24", "(days date:2020-09-24)"},
        {"date:2020-09-01..2020-12-31", "(days date:2020-09-01..2020-12-31)"},
        {"date:2020-09..2020-10", "(days date:2020-09-01..2020-10-31)"},
        {"date:2020-01-01..2020-12-31", "(days date:2020)"},
        {"date:..2020", "(days date:..2020-12-31)"},
        {"date:2020..", "(days date:2020-01-01..)"},
        {"date:\"2020-09\"", "(days date:2020-09)"},
        {"date:(2019 OR 2020-09)", "(or (days date:2019) (days date:2020-09))"},
        {"a -date:2020", R"((and "a" (not (days date:2020))))"},
        {"date:none", "(missing date)"},
        {"date:*", "(and * (not (missing date)))"},
        {"spokesperson:none", "(missing spokesperson)"},
        {"a spokesperson:*", R"((and "a" (not (missing spokesperson))))"},
        {"-outlet:*", "(missing outlet)"},
        {R"(spokesperson:"none")", R"((phrase spokesperson:"none"))"},
        {"spokesperson:=none", R"(spokesperson:="none")"},
        {"outlet:(none OR daily)", R"((or (missing outlet) outlet:"daily"))"},
        {"title:none none", R"((and title:"none" "none"))"},
    });
}

TEST(Parse, ReadsMarksOfAWord) {
    expect_trees({
        {"war*", R"("war"*)"},
        {"war**", R"("war"*)"},
        {"=war", R"(="war")"},
        {"=war*", R"(="war"*)"},
        {"title:war*", R"(title:"war"*)"},
        {"==x =-x =title:x =AND", R"((and ="=x" ="-x" ="title:x" ="AND"))"},
        {"covid-19 a-b", R"((and "covid-19" "a-b"))"},
        {"--force", R"("--force")"},
        {"a - b", R"((and "a" "b"))"},
        {"word^2 w~1 [a b] c/d", R"((and "word^2" "w~1" "[a" "b]" "c/d"))"},
        {"C++ AT&T $5 U.S.", R"((and "C++" "AT&T" "$5" "U.S."))"},
        {"a && b || c — ，", R"((and "a" "b" "c"))"},
        {"(&&) -& =", "*"},
    });
}

TEST(Parse, CutsAtSpacesAndStopsOfAnyScript) {
    expect_trees({
        {"a\tb\nc", R"((and "a" "b" "c"))"},
        {"贸易　战争", R"((and "贸易" "战争"))"},
        {"中国，美国、日本。", R"((and "中国" "美国" "日本"))"},
        {"国防部：声明", R"((and "国防部" "声明"))"},
        {"a\u00A0b\u200Bc", R"((and "a" "b" "c"))"},
        {"\uFEFFtitle:a", R"(title:"a")"},
        {"a\xFF"
         "b \xE2\x82 c\xED\xA0\x80",
         R"((and "a" "b" "c"))"},
        {"\u202Ea\u202C", R"("a")"},
    });
    EXPECT_EQ(tree_text(parse(std::string_view{"a\0b \"c\0d\"", 9}).query),
              R"((and "a" "b" (phrase "c d")))");
}

struct ProblemRow {
    const char* text;
    Problem problem;
    const char* tree;
};

TEST(Parse, SaysWhatIsWrongAndWhereAndGoesOn) {
    const std::vector<ProblemRow> rows{
        {"(a", {"query:3", "missing ')'"}, R"("a")"},
        {"((a", {"query:4", "missing ')'"}, R"("a")"},
        {"title:(china OR", {"query:16", "missing ')'"}, R"(title:"china")"},
        {"(a NOT", {"query:7", "missing ')'"}, R"("a")"},
        {"a) b", {"query:2", "')' without '('"}, R"((and "a" "b"))"},
        {")", {"query:1", "')' without '('"}, "*"},
        {"()", {"query:1", "nothing in the parentheses"}, "*"},
        {"a title:() b", {"query:9", "nothing in the parentheses"}, R"((and "a" "b"))"},
        {"meba AND", {"query:6", "nothing after AND, ignored"}, R"("meba")"},
        {"meba OR", {"query:6", "nothing after OR, ignored"}, R"("meba")"},
        {"a AND OR b", {"query:3", "nothing after AND, ignored"}, R"((or "a" "b"))"},
        {"OR a", {"query:1", "nothing before OR, ignored"}, R"("a")"},
        {"(AND a) b", {"query:2", "nothing before AND, ignored"}, R"((and "a" "b"))"},
        {"a NOT", {"query:3", "nothing after NOT, ignored"}, R"("a")"},
        {"NOT OR a", {"query:1", "nothing after NOT, ignored"}, R"("a")"},
        {"title: x", {"query:1", "nothing after title:, ignored"}, R"("x")"},
        {"a Title：", {"query:3", "nothing after title:, ignored"}, R"("a")"},
        {"(title:) x", {"query:2", "nothing after title:, ignored"}, R"("x")"},
        {"title:& x", {"query:7", "nothing to search for in title:"}, R"("x")"},
        {R"(a "trade war)",
         {"query:3", "missing closing quotation mark"},
         R"((and "a" (phrase "trade war")))"},
        {"“trade war\"",
         {"query:1", "missing closing quotation mark"},
         R"((phrase "trade war\""))"},
        {R"(a "" b)",
         {"query:3", "nothing to search for between the quotation marks"},
         R"((and "a" "b"))"},
        {"a titel:b",
         {"query:3", "there is no field \"titel\" (did you mean title:?), searched in all text"},
         R"((and "a" "b"))"},
        {"speaker:(a OR b)",
         {"query:1", "there is no field \"speaker\", searched in all text"},
         R"((or "a" "b"))"},
        {"spokespersn:-a",
         {"query:1",
          "there is no field \"spokespersn\" (did you mean spokesperson:?), searched in all text"},
         R"((and * (not "a")))"},
        {"a date:soon b", {"query:8", "not a date: \"soon\", left out"}, R"((and "a" "b"))"},
        {"date:2020-13", {"query:6", "not a date: \"2020-13\", left out"}, "*"},
        {"date:2021..2020", {"query:6", "not a date: \"2021..2020\", left out"}, "*"},
        {"date:20*", {"query:6", "not a date: \"20*\", left out"}, "*"},
        {"a b*", {"query:4", "give at least 2 letters before *, left out"}, R"("a")"},
        {"covid-1*", {"query:8", "give at least 2 letters before *, left out"}, "*"},
        {"中*", {"query:4", "give at least 2 letters before *, left out"}, "*"},
        {"*war", {"query:1", "a wildcard can only end a word, searched as \"war\""}, R"("war")"},
        {"a title:w*r*",
         {"query:10", "a wildcard can only end a word, searched as \"wr\""},
         R"((and "a" title:"wr"*))"},
        {"A*ND",
         {"query:2", "a wildcard can only end a word, searched as \"AND\""},
         R"((phrase "AND"))"},
        {"=w*r", {"query:3", "a wildcard can only end a word, searched as \"wr\""}, R"(="wr")"},
        {"\xEF\xBB\xBF\xFF a)", {"query:7", "')' without '('"}, R"("a")"},
    };
    for (const auto& [text, problem, tree] : rows) {
        const Parsed parsed = parse(text);
        ASSERT_EQ(parsed.problems.size(), 1U) << text;
        EXPECT_EQ(parsed.problems.front().where, problem.where) << text;
        EXPECT_EQ(parsed.problems.front().message, problem.message) << text;
        EXPECT_EQ(tree_text(parsed.query), tree) << text;
        const Parsed again = parse(query_text(parsed.query));
        EXPECT_EQ(again.query, parsed.query) << text;
        EXPECT_TRUE(again.problems.empty()) << text;
    }
}

TEST(Parse, TellsProblemsInTheirOrderAndNotForEver) {
    std::vector<std::string> places;
    for (const Problem& problem : parse("(foo:a) AND OR date:soon )").problems) {
        places.push_back(problem.where);
    }
    EXPECT_EQ(places, (std::vector<std::string>{"query:2", "query:9", "query:21", "query:26"}));
    EXPECT_EQ(parse(std::string(4000, ')')).problems.size(), 20U);
    EXPECT_TRUE(parse("trade -war (a OR b) && 12:30").problems.empty());
}

TEST(Parse, HintsAtOperatorsInLowerCase) {
    struct Row {
        const char* text;
        std::vector<std::string> hints;
    };

    const std::string either = "\"or\" in lower case is searched as a word; write OR for either";
    const std::string both =
        "\"and\" in lower case is searched as a word; write AND, or nothing, for both";
    const std::string without =
        "\"not\" in lower case is searched as a word; write NOT to leave out what follows";
    const std::vector<Row> rows{
        {"a or b", {either}},
        {"a or b or c", {either}},
        {"title:(a or b)", {either}},
        {"a and b", {both}},
        {"not a", {without}},
        {"a and not b", {both, without}},
        {"a Or b", {"\"Or\" is searched as a word; write OR for either"}},
        {"or", {}},
        {"or b", {}},
        {"a or", {}},
        {"a title:or b", {}},
        {"a \"or\" b", {}},
        {"a OR b", {}},
    };
    for (const auto& [text, hints] : rows) EXPECT_EQ(parse(text).hints, hints) << text;
}

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string in_quotes(const std::string& text) {
    return std::string{"\""}.append(text).append("\"");
}

/// Why `text` is refused; empty when it is not.
std::string refusal(const std::string& text, const QueryLimits& limits = {}) {
    try {
        parse(text, limits);
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::Query) << error.what();
        EXPECT_FALSE(error.hint().empty()) << error.what();
        return error.what();
    }
    return {};
}

TEST(Parse, RefusesWhatIsOverALimit) {
    struct Row {
        std::string within;
        std::string over;
        const char* reason;
    };

    const std::vector<Row> rows{
        {times(4096, " "), times(4097, " "), "query: 4,097 bytes long (limit 4096)"},
        {times(64, "a "), times(65, "a "), "query: more than 64 words and ranges (limit 64)"},
        {times(64, "* "), times(65, "* "), "query: more than 64 words and ranges (limit 64)"},
        {times(64, "date:2020 "), times(64, "date:none ") + "\"a\"",
         "query: more than 64 words and ranges (limit 64)"},
        {times(16, "(") + "a", times(17, "(") + "a",
         "query: parentheses and NOT more than 16 deep (limit 16)"},
        {times(16, "NOT ") + "a", times(17, "NOT ") + "a",
         "query: parentheses and NOT more than 16 deep (limit 16)"},
        {times(8, "-(") + "a", times(8, "-(") + "-a",
         "query: parentheses and NOT more than 16 deep (limit 16)"},
        {times(100, "(a)"), times(100, "(a)"), "query: more than 64 words and ranges (limit 64)"},
        {in_quotes(times(32, "a ")), in_quotes(times(33, "a ")),
         "query: a phrase of more than 32 words (limit 32)"},
        {in_quotes(times(64, "中")), in_quotes(times(65, "中")),
         "query: a phrase of more than 32 words (limit 32)"},
        {times(32, "a-"), times(33, "a-"), "query: a phrase of more than 32 words (limit 32)"},
        {times(32, "a—"), times(33, "a—"), "query: a phrase of more than 32 words (limit 32)"},
        {in_quotes(times(32, "it's ")), in_quotes(times(33, "it's ")),
         "query: a phrase of more than 32 words (limit 32)"},
        {"url:http://x.org/" + times(100, "a-"), "url=http://x.org/" + times(100, "a-"),
         "query: a phrase of more than 32 words (limit 32)"},
        {times(8, "ab* "), times(9, "ab* "), "query: more than 8 wildcards (limit 8)"},
        {times(8, "ab* ") + times(9, "a* "), times(8, "ab* ") + "title:ab*",
         "query: more than 8 wildcards (limit 8)"},
    };
    for (const auto& [within, over, reason] : rows) {
        if (within != over) {
            EXPECT_EQ(refusal(within), "") << within;
        }
        EXPECT_EQ(refusal(over), reason) << over;
    }
}

TEST(Parse, KeepsToTheLimitsItIsGiven) {
    EXPECT_EQ(refusal("a b c", {.leaves = 2}), "query: more than 2 words and ranges (limit 2)");
    EXPECT_EQ(refusal("a b c", {.bytes = 4}), "query: 5 bytes long (limit 4)");
    EXPECT_EQ(refusal("a*", {.wildcard_letters = 1}), "");
    EXPECT_EQ(tree_text(parse("a*", {.wildcard_letters = 1}).query), R"("a"*)");
    EXPECT_EQ(query_text(parse("a*", {.wildcard_letters = 1}).query), "a*");
    EXPECT_EQ(refusal(times(65, "a "), {.leaves = 65}), "");
}

TEST(Parse, BearsHostileDepthAndLength) {
    constexpr std::size_t huge = std::size_t{1} << 30U;
    const QueryLimits wide{.bytes = huge, .leaves = huge, .phrase_words = huge};
    const QueryLimits boundless{.bytes = huge, .leaves = huge, .depth = huge, .phrase_words = huge};
    const std::string deep = "query: parentheses and NOT more than 16 deep (limit 16)";
    const std::string deepest = "query: parentheses and NOT more than 500 deep (limit 500)";
    EXPECT_EQ(refusal(times(100'000, "(")), "query: 100,000 bytes long (limit 4096)");
    EXPECT_EQ(refusal(times(4'000, "(")), deep);
    EXPECT_EQ(refusal(times(1'000'000, "("), wide), deep);
    EXPECT_EQ(refusal(times(1'000'000, "("), boundless), deepest);
    EXPECT_EQ(refusal(times(250, "-(a OR b "), boundless), "");
    constexpr std::size_t many = 20'000;
    for (const std::string_view part : {"（", "NOT ", "-(", "title:(", "title:-(", "a OR -("}) {
        EXPECT_EQ(refusal(times(many, part), wide), deep) << part;
        EXPECT_EQ(refusal(times(many, part), boundless), deepest) << part;
    }
    for (const std::string_view part :
         {")", "()", "-",      "foo:", "AND ", "OR ", "\"",    "“",  "„“", "*",   "=",
          ":", "--", "title:", "a ",   "a",    "a*a", "a OR ", "中", "，", "\xFF"}) {
        EXPECT_NO_THROW(parse(
            times(many, part),
            {.bytes = huge, .leaves = huge, .depth = 500, .phrase_words = huge, .wildcards = huge}))
            << part;
    }
}

}  // namespace
}  // namespace lectern
