#include "searcher/query/query.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

std::string shown(std::string_view query) {
    return problems_text(query, parse(query).problems);
}

TEST(ProblemsText, PutsACaretUnderTheByte) {
    EXPECT_EQ(shown("title:(china OR"),
              "query: missing ')'\n"
              "  title:(china OR\n"
              "                 ^\n");
    EXPECT_EQ(shown("a date:soon"),
              "query: not a date: \"soon\", left out\n"
              "  a date:soon\n"
              "         ^\n");
}

TEST(ProblemsText, CountsColumnsAsATerminalDoes) {
    EXPECT_EQ(shown("国防部 é \"no"),
              "query: missing closing quotation mark\n"
              "  国防部 é \"no\n"
              "           ^\n");
    EXPECT_EQ(shown("e\u0301 )"),
              "query: ')' without '('\n"
              "  e\u0301 )\n"
              "    ^\n");
}

TEST(ProblemsText, ShowsSeveralUnderOneQuery) {
    EXPECT_EQ(shown("date:x OR ) a"),
              "query: not a date: \"x\", left out\n"
              "query: nothing after OR, ignored\n"
              "query: ')' without '('\n"
              "  date:x OR ) a\n"
              "       ^ ^  ^\n");
}

TEST(ProblemsText, MakesControlsHarmless) {
    EXPECT_EQ(shown("\x1b[31m date:x\u202E\n)"),
              "query: not a date: \"x\", left out\n"
              "query: ')' without '('\n"
              "  \\x1b[31m date:x\\u202e\\n)\n"
              "                ^        ^\n");
}

TEST(ProblemsText, LeavesOutTheCaretWhereThereIsNoPlace) {
    EXPECT_EQ(problems_text("a", {}), "");
    for (const char* const where :
         {"query:0", "query:3", "query:x", "query:", "feed.jsonl:1", ""}) {
        EXPECT_EQ(problems_text("a", {{where, "no"}}), "query: no\n") << where;
    }
    EXPECT_EQ(problems_text("a", {{"query:2", "no"}}), "query: no\n  a\n   ^\n");
}

}  // namespace
}  // namespace lectern
