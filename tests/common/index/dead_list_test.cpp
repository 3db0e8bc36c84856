#include "common/index/segment.h"
#include "tests/support/damage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

TEST(DeadList, HasWhatItWasMadeOf) {
    const std::vector<ArticleNumber> numbers{700, 1, 64, 63, 65, 128};
    const DeadList made{numbers};
    const DeadList back = DeadList::decoded(made.encoded());
    const std::vector<ArticleNumber> ascending{1, 63, 64, 65, 128, 700};
    EXPECT_EQ(back.numbers(), ascending);
    for (ArticleNumber number = 0; number < 2000; ++number) {
        const bool dead = std::find(numbers.begin(), numbers.end(), number) != numbers.end();
        ASSERT_EQ(made.has(number), dead) << number;
        ASSERT_EQ(back.has(number), dead) << number;
    }
    EXPECT_FALSE(made.empty());
}

TEST(DeadList, MayBeEmpty) {
    EXPECT_TRUE(DeadList{}.empty());
    EXPECT_TRUE(DeadList::decoded("").empty());
    EXPECT_EQ(DeadList{}.encoded(), "");
    EXPECT_FALSE(DeadList{}.has(0));
    EXPECT_FALSE(DeadList{}.has(0xFFFFFFFF));
}

TEST(DeadList, DamageIsHarmless) {
    damage(DeadList{{1, 5, 200, 70000}}.encoded(),
           [](std::string_view damaged, const std::string& what) {
               const DeadList list = DeadList::decoded(damaged);
               ASSERT_LE(list.numbers().size(), damaged.size()) << what;
               for (const ArticleNumber number : list.numbers())
                   ASSERT_TRUE(list.has(number)) << what;
           });
}

}  // namespace
}  // namespace lectern
