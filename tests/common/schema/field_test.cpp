#include "common/schema/field.h"

#include "searcher/query/query.h"

#include <gtest/gtest.h>

#include <set>

namespace lectern {
namespace {

TEST(Field, EveryExampleIsAQueryWithoutAProblem) {
    for (const Field& field : fields()) {
        const Parsed parsed = parse(field.example);
        EXPECT_TRUE(parsed.problems.empty())
            << field.example << ": " << parsed.problems.front().message;
        EXPECT_TRUE(parsed.hints.empty()) << field.example;
        EXPECT_NE(std::string{field.example}.find(std::string{field.name} + ':'),
                  std::string::npos);
        EXPECT_FALSE(parsed.query == Query{}) << field.example;
        EXPECT_FALSE(field.help.empty()) << field.name;
    }
}

TEST(Field, IsFoundByName) {
    for (const Field& field : fields()) EXPECT_EQ(find_field(field.name), &field);
    EXPECT_EQ(find_field("absent"), nullptr);
    EXPECT_EQ(find_field(""), nullptr);
    EXPECT_EQ(find_field("Title"), nullptr);
    std::size_t columns = 0;
    for (const Field& field : fields()) columns += field.column ? 1U : 0U;
    EXPECT_EQ(facet_names().size(), columns);
}

TEST(Field, NoTermOfOneFieldCanBeOneOfAnother) {
    // a prefix is capitals, a folded word has none, and a whole value follows a colon
    for (const Field& field : fields()) {
        EXPECT_EQ(field.prefix.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                  std::string_view::npos);
        EXPECT_NE(field.prefix.substr(0, 1), "K") << "the prefix of identities";
        const bool whole = field.kind == Kind::Keyword || field.kind == Kind::Exact;
        EXPECT_FALSE(whole && field.prefix.empty()) << field.name;
    }
}

std::vector<std::string> values(std::string_view field, const Article& article) {
    return find_field(field)->values(article);
}

TEST(Field, ValuesAreThoseOfTheArticle) {
    using Values = std::vector<std::string>;
    Article article;
    for (const Field& field : fields()) EXPECT_TRUE(field.values(article).empty()) << field.name;
    article.title = "T";
    article.body = "B";
    article.outlet = "O";
    article.authors = {"A", "B"};
    article.spokespersons = {{.name = "P", .organization = "M"},
                             {.name = "P", .organization = "N"},
                             {.name = "Q"},
                             {.name = "", .organization = "M"}};
    article.dateline = "D";
    article.language = "en";
    article.section = "S";
    article.url = "u";
    article.type = "text";
    article.published = parse_moment("2020-09-24T23:30:00-05:00");
    article.source = {"p", 3};
    article.id = "i";
    EXPECT_EQ(values("title", article), Values{"T"});
    EXPECT_EQ(values("body", article), Values{"B"});
    EXPECT_EQ(values("outlet", article), Values{"O"});
    EXPECT_EQ(values("author", article), (Values{"A", "B"}));
    EXPECT_EQ(values("spokesperson", article), (Values{"P", "Q"}));
    EXPECT_EQ(values("org", article), (Values{"M", "N"}));
    EXPECT_EQ(values("place", article), Values{"D"});
    EXPECT_EQ(values("date", article), Values{"2020-09-24"}) << "as printed, not as in UTC";
    EXPECT_EQ(values("lang", article), Values{"en"});
    EXPECT_EQ(values("section", article), Values{"S"});
    EXPECT_EQ(values("type", article), Values{"text"});
    EXPECT_EQ(values("url", article), Values{"u"});
    EXPECT_EQ(values("path", article), Values{"p"});
    EXPECT_EQ(values("id", article), Values{"i"});
}

TEST(Field, ValueTermsStayShortAndDifferent) {
    const Field& outlet = *find_field("outlet");
    EXPECT_EQ(value_term(outlet, "china military online"), "XO:china military online");
    EXPECT_EQ(value_term(outlet, ""), "XO:");
    std::set<std::string> terms;
    std::size_t made = 0;
    for (std::size_t length = 200; length < 400; ++length) {
        for (const std::string end : {"a", "b", "国"}) {
            for (const std::string letter : {"x", "国", "🎤", "\xFF", "\x80"}) {
                std::string value;
                while (value.size() < length) value += letter;
                const std::string term = value_term(outlet, value + end);
                ASSERT_LE(term.size(), max_term_bytes) << length << letter;
                ASSERT_EQ(term.substr(0, 3), "XO:");
                terms.insert(term);
                terms.insert(value_term(outlet, end + value));
                made += 2;
            }
        }
    }
    EXPECT_GT(terms.size(), made / 5);  // a value of wide letters is the same at several lengths
    EXPECT_NE(value_term(outlet, std::string(300, 'x') + "a"),
              value_term(outlet, std::string(300, 'x') + "b"));
}

TEST(Field, TheFingerprintIsShortOfNothing) {
    const std::string fingerprint = schema_fingerprint();
    for (const Field& field : fields()) {
        EXPECT_NE(
            fingerprint.find('|' + std::string{field.name} + ' ' + std::string{field.prefix} + ' '),
            std::string::npos)
            << field.name;
    }
}

}  // namespace
}  // namespace lectern
