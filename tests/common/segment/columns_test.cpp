#include "common/segment/columns.h"

#include "tests/support/damage.h"
#include "tests/support/sections.h"

#include <gtest/gtest.h>

#include <deque>
#include <limits>
#include <random>
#include <vector>

namespace lectern {
namespace {

using Values = std::vector<std::string>;
using Articles = std::vector<Values>;
using Numbers = std::vector<std::int64_t>;

/// A file whose section "column" holds the values.
class Stored : public TemporarySections {
public:
    explicit Stored(const Articles& articles)
        : TemporarySections{[&](SectionWriter& out) {
              out.begin("column");
              ValueColumnBuilder builder;
              for (const Values& values : articles) builder.add(values);
              builder.write(out);
          }} {}
};

TemporarySections stored(const Numbers& numbers) {
    return TemporarySections{[&](SectionWriter& out) {
        out.begin("column");
        NumberColumnBuilder builder;
        for (const std::int64_t number : numbers) builder.add(number);
        builder.write(out);
    }};
}

Articles all(const ValueColumn& column, std::size_t articles) {
    Articles found(articles);
    for (ArticleNumber number = 1; number <= articles; ++number) {
        column.of(number, [&](Ordinal o) { found[number - 1].emplace_back(column.value(o)); });
    }
    return found;
}

Articles random_articles(unsigned seed,
                         std::size_t articles,
                         std::size_t vocabulary,
                         std::size_t most) {
    std::mt19937 random{seed};
    Articles made(articles);
    for (Values& values : made) {
        values.resize(random() % (most + 1));
        for (std::string& value : values) value = "value " + std::to_string(random() % vocabulary);
    }
    return made;
}

struct Shape {
    std::size_t articles;
    std::size_t vocabulary;
    std::size_t most;
};

TEST(ValueColumn, GivesEachArticleItsValuesInOrder) {
    // widths of one, two and four bytes, each with single values and with several
    const std::vector<Shape> shapes{
        {0, 1, 1},      {1, 1, 1},       {500, 20, 1},          {500, 20, 4},
        {3000, 400, 1}, {3000, 3000, 3}, {150000, 1U << 30U, 1}};
    for (const Shape& shape : shapes) {
        const Articles articles = random_articles(5, shape.articles, shape.vocabulary, shape.most);
        const Stored file{articles};
        const ValueColumn column{file["column"]};
        ASSERT_TRUE(column.sound());
        ASSERT_EQ(all(column, articles.size()), articles)
            << shape.articles << ' ' << shape.vocabulary;
        for (Ordinal o = 0; o + 1 < column.values(); ++o) {
            ASSERT_LT(column.value(o), column.value(o + 1));
            ASSERT_EQ(column.find(column.value(o)), o);
        }
        EXPECT_FALSE(column.find("absent"));
        EXPECT_FALSE(column.find(""));
        EXPECT_EQ(column.value(column.values()), "");
        column.of(0, [](Ordinal) { FAIL(); });
        column.of(static_cast<ArticleNumber>(articles.size() + 1), [](Ordinal) { FAIL(); });
    }
}

TEST(ValueColumn, OfNothingIsEmpty) {
    const ValueColumn column{std::string_view{}};
    EXPECT_TRUE(column.sound());
    EXPECT_EQ(column.values(), 0U);
    column.of(1, [](Ordinal) { FAIL(); });
    EXPECT_FALSE(column.find("a"));
}

TEST(ValueColumn, PartsMergedAreAsBuiltAtOnce) {
    const std::vector<Shape> shapes{
        {300, 10, 1}, {200, 500, 3}, {0, 1, 1}, {1, 1, 2}, {700, 300, 1}};
    Articles whole;
    std::deque<Stored> files;
    std::vector<ValueColumn> columns;
    std::vector<ArticleNumber> counts;
    for (const Shape& shape : shapes) {
        const Articles part = random_articles(6, shape.articles, shape.vocabulary, shape.most);
        whole.insert(whole.end(), part.begin(), part.end());
        columns.emplace_back(files.emplace_back(part)["column"]);
        counts.push_back(static_cast<ArticleNumber>(part.size()));
    }
    const TemporarySections merged{[&](SectionWriter& out) {
        out.begin("column");
        write_merged(out, columns, counts);
    }};
    const Stored at_once{whole};
    EXPECT_EQ(merged["column"], at_once["column"]);
    EXPECT_EQ(all(ValueColumn{merged["column"]}, whole.size()), whole);
}

/// Reads all there may be, and beyond.
std::size_t bytes_read(const ValueColumn& column) {
    std::size_t bytes = 0;
    for (ArticleNumber number = 0; number <= 30; ++number) {
        column.of(number, [&](Ordinal o) { bytes += column.value(o).size(); });
    }
    for (Ordinal o = 0; o < 20; ++o) bytes += column.value(o).size();
    return bytes + column.find("value 3").value_or(0);
}

TEST(ValueColumn, DamageIsNoticedOrHarmless) {
    for (const std::size_t most : {1U, 3U}) {
        const Stored file{random_articles(7, 20, 9, most)};
        std::size_t noticed = 0;
        damage(file["column"], [&](std::string_view damaged, const std::string& what) {
            const ValueColumn column{damaged};
            if (!column.sound()) ++noticed;
            ASSERT_LE(bytes_read(column), 100 * damaged.size()) << what;
        });
        EXPECT_GT(noticed, 0U);
    }
}

TEST(NumberColumn, GivesEachArticleItsNumber) {
    constexpr std::int64_t none = NumberColumn::none;
    constexpr std::int64_t narrow = std::numeric_limits<std::int32_t>::max();
    const std::vector<Numbers> rows{{},
                                    {none},
                                    {0, -1, none, narrow, -narrow, 7},
                                    {narrow + 1, none, -5},
                                    {-narrow - 1, none, 5},
                                    {std::numeric_limits<std::int64_t>::max(), none + 1}};
    for (const Numbers& numbers : rows) {
        const TemporarySections file = stored(numbers);
        const NumberColumn column{file["column"]};
        ASSERT_TRUE(column.sound());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            EXPECT_EQ(column.of(static_cast<ArticleNumber>(i + 1)), numbers[i]);
        }
        EXPECT_EQ(column.of(0), none);
        EXPECT_EQ(column.of(static_cast<ArticleNumber>(numbers.size() + 1)), none);
    }
    EXPECT_TRUE(NumberColumn{std::string_view{}}.sound());
    EXPECT_EQ(NumberColumn{std::string_view{}}.of(1), none);
}

TEST(NumberColumn, DamageIsNoticedOrHarmless) {
    for (const std::int64_t largest : {10LL, 1LL << 40U}) {
        const TemporarySections file = stored(Numbers{1, 2, NumberColumn::none, largest, 5});
        std::size_t noticed = 0;
        damage(file["column"], [&](std::string_view damaged, const std::string&) {
            const NumberColumn column{damaged};
            if (!column.sound()) ++noticed;
            for (ArticleNumber number = 0; number <= 9; ++number) column.of(number);
        });
        EXPECT_GT(noticed, 0U);
    }
}

}  // namespace
}  // namespace lectern
