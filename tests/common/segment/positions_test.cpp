#include "common/segment/positions.h"

#include "tests/support/damage.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace lectern {
namespace {

using Positions = std::vector<std::uint32_t>;
using Articles = std::map<ArticleNumber, Positions>;

class Random {
public:
    explicit Random(unsigned seed) : engine_{seed} {}

    std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

private:
    std::mt19937 engine_;
};

/// Some of `articles` articles with positions: most have one, some many, a few very many.
Articles random_articles(unsigned seed, ArticleNumber articles) {
    Random random{seed};
    Articles made;
    for (ArticleNumber number = 1; number <= articles; number += 1 + random() % 4) {
        std::uint32_t position = random() % 1000;
        std::size_t count = random() % 3 == 0 ? 1 + random() % 12 : 1;
        if (random() % 200 == 0) count = 1500;
        for (; count > 0; --count) {
            made[number].push_back(position);
            position += 1 + random() % 300;
        }
    }
    return made;
}

std::string encoded(const Articles& articles) {
    PositionList list;
    for (const auto& [number, positions] : articles) list.add(number, positions);
    return list.encoded();
}

Articles decoded(std::string_view value, ArticleNumber articles) {
    Articles found;
    PositionCursor cursor{value};
    for (ArticleNumber number = 1; number <= articles; ++number) {
        const auto positions = cursor.seek(number);
        if (!positions.empty()) found[number] = {positions.begin(), positions.end()};
    }
    EXPECT_TRUE(cursor.sound());
    return found;
}

TEST(Positions, ComeBackArticleByArticle) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const Articles articles = random_articles(seed, 3000);
        EXPECT_EQ(decoded(encoded(articles), 3000), articles);
    }
    EXPECT_EQ(decoded(encoded({}), 10), Articles{});
    EXPECT_TRUE(PositionList{}.empty());
    const Articles extremes{{1, {0}}, {0xFFFFFFFE, {0, 0xFFFFFFFF}}};
    const std::string value = encoded(extremes);
    PositionCursor cursor{value};
    EXPECT_EQ(cursor.seek(1).size(), 1U);
    EXPECT_EQ(cursor.seek(2).size(), 0U);
    EXPECT_EQ(cursor.seek(0xFFFFFFFE)[1], 0xFFFFFFFFU);
}

TEST(Positions, CanBeSoughtFarAhead) {
    const Articles articles = random_articles(7, 20000);
    const std::string value = encoded(articles);
    Random random{8};
    for (int round = 0; round < 50; ++round) {
        PositionCursor cursor{value};
        for (ArticleNumber number = 1; number <= 20100; number += 1 + random() % 3000) {
            const auto found = articles.find(number);
            const Positions wanted = found == articles.end() ? Positions{} : found->second;
            for (int again = 0; again < 2; ++again) {
                const auto positions = cursor.seek(number);
                ASSERT_EQ((Positions{positions.begin(), positions.end()}), wanted) << number;
            }
        }
        ASSERT_TRUE(cursor.sound());
    }
}

TEST(Positions, PartsJoinedAreAsBuiltAtOnce) {
    Random random{9};
    for (int round = 0; round < 20; ++round) {
        Articles whole;
        PositionList joined;
        ArticleNumber offset = 0;
        for (unsigned part = 0; part < 5; ++part) {
            const ArticleNumber articles = 1 + random() % 400;
            const Articles some = random_articles(random(), articles);
            for (const auto& [number, positions] : some) whole[number + offset] = positions;
            ASSERT_TRUE(joined.append(encoded(some), offset));
            offset += articles;
        }
        ASSERT_EQ(decoded(joined.encoded(), offset), whole);
        PositionList twice;
        ASSERT_TRUE(twice.append(joined.encoded(), 7));
        Articles moved;
        for (const auto& [number, positions] : whole) moved[number + 7] = positions;
        ASSERT_EQ(decoded(twice.encoded(), offset + 7), moved);
    }
}

TEST(Positions, DamageIsNoticedOrHarmless) {
    const Articles articles = random_articles(11, 60);
    std::size_t noticed = 0;
    damage(encoded(articles), [&](std::string_view damaged, const std::string& what) {
        PositionCursor cursor{damaged};
        std::size_t positions = 0;
        for (ArticleNumber number = 1; number <= 70; ++number)
            positions += cursor.seek(number).size();
        ASSERT_LE(positions, 70 * damaged.size()) << what;
        if (!cursor.sound()) {
            ++noticed;
            ASSERT_TRUE(cursor.seek(71).empty()) << what;
        }
        PositionList joined;
        if (joined.append(damaged, 5)) {
            const std::string again = joined.encoded();
            PositionCursor second{again};
            for (ArticleNumber number = 1; number <= 70; ++number) second.seek(number);
        }
    });
    EXPECT_GT(noticed, 0U);
}

}  // namespace
}  // namespace lectern
