#include "common/base/strings.h"
#include "tests/indexer/read/collector.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

Article read(const std::string& line) {
    Collector collector = collected("jsonl", line);
    EXPECT_EQ(collector.articles.size(), 1U) << line;
    return collector.articles.empty() ? Article{} : collector.articles.front();
}

TEST(JsonLines, ReadsEachLineAndCountsIt) {
    const Collector collector = collected("jsonl",
                                          "\xEF\xBB\xBF{\"title\":\"one\"}\r\n"
                                          "\n"
                                          "{\"title\":\n"
                                          "[1]\n"
                                          "{}\n"
                                          "{\"title\":\" \",\"text\":null}\n"
                                          "{\"title\":\"seven\",\"date\":\"2020-09-24\"}");
    ASSERT_EQ(collector.articles.size(), 2U);
    EXPECT_EQ(collector.articles[0].title, "one");
    EXPECT_EQ(collector.articles[0].source.record, 1U);
    EXPECT_EQ(collector.articles[0].type, "jsonl");
    EXPECT_EQ(collector.articles[1].source.record, 7U);
    EXPECT_EQ(collector.records, 7U);
    const std::vector<std::string> problems{"3: not JSON: unexpected end of input at byte 10",
                                            "4: not a JSON object", "5: neither a title nor a text",
                                            "6: neither a title nor a text"};
    EXPECT_EQ(collector.problems, problems);
}

TEST(JsonLines, KnowsTheMembersByAnyOfTheirNames) {
    const auto lines = std::to_array<const char*>({
        R"({"id":"a7","title":"T","text":"B","date":"2020-09-24","outlet":"O","byline":"By A B","url":"u","lang":"en","section":"S"})",
        R"({"ID":"a7","Headline":"T","BODY":"B","datePublished":"2020-09-24","publisher":{"name":"O"},"author":[{"name":"A B"}],"link":"u","inLanguage":"en","category":["S","X"]})",
        R"({"_id":"a7","title":"","name":"T","content":"B","date":"","pubDate":"2020-09-24","source":"O","authors":["A B"],"canonical_url":"u","language":"en","articleSection":"S"})",
        R"({"docno":"a7","title":"T","articleBody":["B"],"published_at":1600905600,"site_name":"O","creator":"A B","url":"u","lang":"en","section":"S"})",
        R"({"guid":"a7","title":"T","maintext":"B","timestamp":"1600905600000","site":"O","author":{"name":"A B"},"url":"u","lang":"en","section":"S"})",
    });
    for (const std::string line : lines) {
        const Article article = read(line);
        EXPECT_EQ(article.id, "a7") << line;
        EXPECT_EQ(article.title, "T") << line;
        EXPECT_EQ(article.body, "B") << line;
        EXPECT_EQ(article.outlet, "O") << line;
        EXPECT_EQ(article.authors, std::vector<std::string>{"A B"}) << line;
        EXPECT_EQ(article.url, "u") << line;
        EXPECT_EQ(article.language, "en") << line;
        EXPECT_EQ(article.section, "S") << line;
        ASSERT_TRUE(article.published) << line;
        EXPECT_EQ(day_text(article.published->day), "2020-09-24") << line;
        EXPECT_TRUE(article.notes.empty()) << line;
    }
    EXPECT_EQ(read(R"({"title":"T","id":42})").id, "42");
    EXPECT_EQ(read(R"({"title":"T"})").id, "");
}

struct Row {
    const char* byline;
    const char* authors;
};

TEST(JsonLines, PartsBylinesIntoNames) {
    const auto rows = std::to_array<Row>({
        {R"("By Jane Doe and John Smith")", "Jane Doe+John Smith"},
        {R"("Jane Doe, John Smith and Ann Lee")", "Jane Doe+John Smith+Ann Lee"},
        {R"("Jane Doe, John Smith, and Ann Lee")", "Jane Doe+John Smith+Ann Lee"},
        {R"("John Smith, Jr.")", "John Smith, Jr."},
        {R"("John Smith, Jr. and Jane Doe")", "John Smith, Jr.+Jane Doe"},
        {R"("Doe, Jane")", "Doe, Jane"},
        {R"("BY JANE DOE, Staff Writer")", "JANE DOE"},
        {R"("By Jane Doe in Varnholt")", "Jane Doe"},
        {R"("Jane Doe jane@courier.example")", "Jane Doe"},
        {R"("https://facebook.example/jane")", ""},
        {R"(["Jane Doe","John Smith","Jane Doe"])", "Jane Doe+John Smith"},
        {R"([{"name":"Jane Doe"},{"name":"John Smith"}])", "Jane Doe+John Smith"},
        {R"({"name":"Jane Doe"})", "Jane Doe"},
        {R"("The Associated Press")", "The Associated Press"},
        {R"("记者 丁小雪、柯蓝")", "丁小雪+柯蓝"},
        {R"("本报记者丁小雪 摄影 柯蓝")", "丁小雪+柯蓝"},
        {R"("记者 桑晚舟 瓦恩霍尔特／安塞尔港报道")", "桑晚舟"},
        {R"("耿爽")", "耿爽"},
        {R"("")", ""},
        {R"(null)", ""},
        {R"([null,"",[],{}])", ""},
    });
    for (const Row& row : rows) {
        const Article article = read(R"({"title":"T","byline":)" + std::string(row.byline) + "}");
        EXPECT_EQ(join(article.authors, "+"), row.authors) << row.byline;
    }
}

TEST(JsonLines, TakesStatedSpokespersons) {
    const Spokesperson full{"Tan Kefei", "Senior Colonel", "spokesperson", "Ministry of Defense",
                            "MND"};
    const Spokesperson bare{"Tan Kefei", "", "", "", ""};
    using Persons = std::vector<Spokesperson>;
    EXPECT_EQ(read(R"({"title":"T","spokesperson":"Tan Kefei"})").spokespersons, Persons{bare});
    EXPECT_EQ(read(R"({"title":"T","speaker":["Tan Kefei","Tan Kefei",""]})").spokespersons,
              Persons{bare});
    EXPECT_EQ(
        read(
            R"({"title":"T","spokespersons":[{"name":"Tan Kefei","rank":"Senior Colonel",)"
            R"("role":"spokesperson","organization":"Ministry of Defense","abbreviation":"MND"}]})")
            .spokespersons,
        Persons{full});
}

TEST(JsonLines, KeepsArticlesWithOddDates) {
    const Article odd = read(R"({"title":"T","date":"soon"})");
    EXPECT_FALSE(odd.published);
    EXPECT_EQ(odd.notes, std::vector<std::string>{"not a date: \"soon\""});
    const Article second = read(R"({"title":"T","date":"soon","timestamp":1600905600.5})");
    ASSERT_TRUE(second.published);
    EXPECT_TRUE(second.notes.empty());
}

TEST(JsonLines, TidiesTexts) {
    EXPECT_EQ(
        read(R"({"title":" A\n title ","text":"One.\r\n\r\n\r\n\r\nTwo,\r\nthree. \u0007\n\n"})")
            .body,
        "One.\n\nTwo,\nthree.");
    EXPECT_EQ(read(R"({"title":" A\n title ","text":"x"})").title, "A title");
    EXPECT_EQ(read("{\"title\":\"a\xFFz\"}").title, "a\uFFFDz");
    EXPECT_EQ(join(read("{\"title\":\"a\xFFz\"}").notes, ""), "ill-formed bytes replaced");
}

TEST(JsonLines, HoldsToItsLimits) {
    const ReadLimits limits{
        .article_bytes = 100, .title_bytes = 20, .line_bytes = 1000, .json_depth = 3};
    const std::string text(200, 'x');
    const Collector collector =
        collected("jsonl",
                  R"({"title":"one two three four five","text":")" + text + "\"}\n{\"title\":\"" +
                      std::string(2000, 'x') + "\"}\n{\"title\":[[[1]]]}\n{\"title\":\"last\"}\n",
                  limits);
    ASSERT_EQ(collector.articles.size(), 2U);
    EXPECT_EQ(collector.articles[0].title, "one two three…");
    EXPECT_EQ(collector.articles[0].body.size(), 100U);
    EXPECT_EQ(join(collector.articles[0].notes, ""), "cut at 100 bytes");
    EXPECT_EQ(collector.articles[1].title, "last");
    const std::vector<std::string> problems{"2: line of 2,012 bytes is longer than 1,000",
                                            "3: not JSON: nested too deeply at byte 12"};
    EXPECT_EQ(collector.problems, problems);
}

TEST(JsonLines, FinishesWithHostileLines) {
    std::string keys = "{";
    for (int i = 0; i < 300'000; ++i) keys += "\"k" + std::to_string(i) + "\":0,";
    constexpr std::size_t many = 300'000;
    const auto lines = std::to_array<std::string>(
        {std::string(many, '['), std::string(many, '{'), keys + R"("title":"T"})",
         std::string(many, '"'), R"({"title":"T","author":")" + std::string(many, ',') + R"("})",
         R"({"title":"last"})"});
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    const Collector collector = collected("jsonl", text);
    ASSERT_EQ(collector.articles.size(), 3U);
    EXPECT_EQ(collector.articles[2].title, "last");
    EXPECT_EQ(collector.problems.size(), 3U);
}

}  // namespace
}  // namespace lectern
