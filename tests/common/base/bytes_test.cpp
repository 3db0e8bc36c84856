#include "common/base/bytes.h"

#include "tests/support/damage.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

namespace lectern {
namespace {

TEST(Bytes, NumbersAndTextsComeBack) {
    constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
    const std::vector<std::uint64_t> numbers{0,     1,           127,         128,    16383,
                                             16384, 1ULL << 32U, 1ULL << 63U, largest};
    std::string bytes;
    for (const std::uint64_t number : numbers) {
        put_varint(bytes, number);
        put_fixed(bytes, number);
        put_text(bytes, std::string(number % 300, 'x'));
    }
    put_fixed(bytes, std::int32_t{-5});
    ByteReader reader{bytes};
    for (const std::uint64_t number : numbers) {
        EXPECT_EQ(reader.varint(), number);
        EXPECT_EQ(reader.fixed<std::uint64_t>(), number);
        EXPECT_EQ(reader.text().size(), number % 300);
    }
    EXPECT_EQ(reader.fixed<std::int32_t>(), -5);
    EXPECT_TRUE(reader.at_end());
    EXPECT_TRUE(reader.ok());
}

TEST(Bytes, ReadingPastTheEndGivesZeroAndSaysSo) {
    ByteReader reader{"\x05"};
    EXPECT_EQ(reader.text(), "");
    EXPECT_FALSE(reader.ok());
    EXPECT_EQ(reader.varint(), 0U);
    EXPECT_EQ(reader.fixed<std::uint32_t>(), 0U);
    EXPECT_TRUE(reader.at_end());
    ByteReader endless{"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"};
    EXPECT_EQ(endless.varint(), 0U);
    EXPECT_FALSE(endless.ok());
}

TEST(Bytes, DamageIsReadWithoutHarm) {
    std::string bytes;
    for (std::uint64_t i = 1; i < 40; ++i) {
        put_varint(bytes, i * i * i * i * i);
        put_text(bytes, std::string(i % 7, 'y'));
        put_fixed(bytes, static_cast<std::uint16_t>(i));
    }
    damage(bytes, [](std::string_view damaged, const std::string& what) {
        ByteReader reader{damaged};
        std::size_t read = 0;
        while (!reader.at_end()) {
            reader.varint();
            read += reader.text().size();
            reader.fixed<std::uint16_t>();
        }
        ASSERT_LE(read, damaged.size()) << what;
    });
}

}  // namespace
}  // namespace lectern
