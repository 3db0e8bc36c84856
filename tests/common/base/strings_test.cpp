#include "common/base/strings.h"

#include <gtest/gtest.h>

#include <vector>

namespace lectern {
namespace {

using Views = std::vector<std::string_view>;

TEST(Strings, TrimTakesAsciiSpaceOffBothEnds) {
    EXPECT_EQ(trim(" \t\r\n\f\va b \n"), "a b");
    EXPECT_EQ(trim(" \n "), "");
    EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
}

TEST(Strings, SplitKeepsEmptyParts) {
    EXPECT_EQ(split("a,,b,", ','), (Views{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), Views{""});
    EXPECT_EQ(split("a", ','), Views{"a"});
}

TEST(Strings, JoinUndoesSplit) {
    EXPECT_EQ(join({"a", "", "b"}, ", "), "a, , b");
    EXPECT_EQ(join({"a"}, ", "), "a");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(Strings, CaseIsOfAsciiOnly) {
    EXPECT_EQ(ascii_lower("ABC xyz ÀÉ [@"), "abc xyz ÀÉ [@");
    EXPECT_TRUE(same_ignoring_case("Date", "dATE"));
    EXPECT_FALSE(same_ignoring_case("Date", "Dates"));
    EXPECT_FALSE(same_ignoring_case("É", "é"));
}

TEST(Strings, NumbersHaveACommaEveryThreeDigits) {
    EXPECT_EQ(with_thousands(0), "0");
    EXPECT_EQ(with_thousands(999), "999");
    EXPECT_EQ(with_thousands(1000), "1,000");
    EXPECT_EQ(with_thousands(123456), "123,456");
    EXPECT_EQ(with_thousands(18446744073709551615U), "18,446,744,073,709,551,615");
}

struct Distance {
    const char* left;
    const char* right;
    std::size_t edits;
};

TEST(Strings, EditDistanceCountsEdits) {
    const std::vector<Distance> rows{{"", "", 0},       {"", "abc", 3},           {"abc", "abc", 0},
                                     {"abc", "acb", 2}, {"kitten", "sitting", 3}, {"abc", "bc", 1},
                                     {"abc", "xabc", 1}};
    for (const Distance& row : rows) {
        EXPECT_EQ(edit_distance(row.left, row.right), row.edits) << row.left << ' ' << row.right;
        EXPECT_EQ(edit_distance(row.right, row.left), row.edits) << row.left << ' ' << row.right;
    }
}

TEST(Strings, NearestIsWhatWasMeantOrNothing) {
    const Views fields{"title", "outlet", "spokesperson", "org"};
    EXPECT_EQ(nearest("titel", fields), "title");
    EXPECT_EQ(nearest("outlets", fields), "outlet");
    EXPECT_EQ(nearest("spok", fields), "spokesperson");
    EXPECT_EQ(nearest("zzzzz", fields), "");
    EXPECT_EQ(nearest("", fields), "");
    EXPECT_EQ(nearest("title", {}), "");
}

}  // namespace
}  // namespace lectern
