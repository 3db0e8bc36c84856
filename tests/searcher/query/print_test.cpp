#include "searcher/query/query.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(QueryText, SaysAQueryAsShortAsItCanBeTyped) {
    struct Row {
        const char* text;
        const char* typed;
    };

    const std::vector<Row> rows{
        {"", "*"},
        {"-a", "NOT a"},
        {"-a -(b OR c)", "NOT a NOT (b OR c)"},
        {"a OR * -b", "a OR * NOT b"},
        {"a OR -b -c", "a OR NOT b NOT c"},
        {"((a AND b) OR c) d", "(a b OR c) d"},
        {"title:(a OR b c)", "title:a OR title:b title:c"},
        {"title:(-a)", "NOT title:a"},
        {"“a b”", "\"a b\""},
        {"“a \"b\" c”", "“a \"b\" c”"},
        {"=war* TITLE：x", "=war* title:x"},
        {"date:2020-09-01..2020-09-30", "date:2020-09"},
        {"date:..2020-09", "date:..2020-09-30"},
        {"outlet:* -date:none place:NONE", "outlet:* date:* place:none"},
        {"a AND (OR b", "a b"},
    };
    for (const auto& [text, typed] : rows) EXPECT_EQ(query_text(parse(text).query), typed) << text;
}

TEST(QueryText, MakesAPhraseOfAWordThatCannotBeTyped) {
    struct Row {
        Word word;
        const char* typed;
    };

    const std::vector<Row> rows{
        {{"", "war"}, "war"},
        {{"title", "war"}, "title:war"},
        {{"", "AND"}, "\"AND\""},
        {{"title", "AND"}, "title:AND"},
        {{"", "-war"}, "\"-war\""},
        {{"", "=war"}, "\"=war\""},
        {{"id", "-5"}, "id:-5"},
        {{"", "title:war"}, "\"title:war\""},
        {{"", "two words"}, "\"two words\""},
        {{"", "(a)"}, "\"(a)\""},
        {{"", "a*b"}, "\"a*b\""},
        {{"", "a\"b"}, "“a\"b”"},
        {{"outlet", "none"}, "outlet:\"none\""},
        {{"title", "none"}, "title:none"},
    };
    for (const auto& [word, typed] : rows) EXPECT_EQ(query_text(Query{word}), typed);
}

TEST(QueryText, KeepsAPhraseOfEveryMarkOneThatCanBeRead) {
    const std::string text = query_text(Query{Phrase{"", "a\"b”c»d«e」f』"}});
    EXPECT_EQ(text, "\"a b”c»d«e」f』\"");
    EXPECT_TRUE(parse(text).problems.empty());
}

TEST(TreeText, ShowsEveryKindOfNode) {
    EXPECT_EQ(
        tree_text(parse("a OR title:=bc* \"c d\" -outlet:none date:2020 *").query),
        R"((or "a" (and title:="bc"* (phrase "c d") (not (missing outlet)) (days date:2020) *)))");
}

TEST(TreeText, EscapesQuotationMarks) {
    EXPECT_EQ(tree_text(Query{Phrase{"title", "a \"b\" \\"}}), R"((phrase title:"a \"b\" \\"))");
}

}  // namespace
}  // namespace lectern
