#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace lectern {
namespace {

std::string in_utf8(char32_t code) {
    std::string text;
    append_utf8(text, code);
    return text;
}

TEST(Utf8, EveryScalarValueComesBack) {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        const std::string text = in_utf8(code);
        const Character character = character_at(text, 0);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        ASSERT_EQ(character.code, surrogate ? 0xFFFD : code);
        ASSERT_EQ(character.bytes, text.size());
        ASSERT_TRUE(character.valid);
    }
    EXPECT_EQ(in_utf8(0x110000), "\uFFFD");
}

struct Decoded {
    std::string_view bytes;
    std::size_t length;
};

TEST(Utf8, IllFormedBytesAreTakenAsUnicodeRecommends) {
    const std::vector<Decoded> rows{
        {"\x80", 1},      // a trail alone
        {"\xC0\x80", 1},  // overlong
        {"\xC1\xBF", 1},
        {"\xC3", 1},  // cut off
        {"\xC3(", 1},
        {"\xE0\x80\x80", 1},  // overlong
        {"\xE4\xB8", 2},      // cut off after two of three
        {"\xE4\xB8(", 2},
        {"\xED\xA0\x80", 1},  // a surrogate
        {"\xF0\x80\x80\x80", 1},
        {"\xF0\x9F\x98", 3},
        {"\xF4\x90\x80\x80", 1},  // beyond U+10FFFF
        {"\xF5\x80\x80\x80", 1},
        {"\xFF", 1},
    };
    for (const Decoded& row : rows) {
        const Character character = character_at(row.bytes, 0);
        EXPECT_FALSE(character.valid) << testing::PrintToString(row.bytes);
        EXPECT_EQ(character.code, 0xFFFDU) << testing::PrintToString(row.bytes);
        EXPECT_EQ(character.bytes, row.length) << testing::PrintToString(row.bytes);
        EXPECT_FALSE(is_valid_utf8(row.bytes)) << testing::PrintToString(row.bytes);
    }
    EXPECT_EQ(character_at("a", 1).bytes, 0U);
    EXPECT_EQ(character_at("a", 7).bytes, 0U);
}

TEST(Utf8, RandomBytesBecomeValidText) {
    std::mt19937 random{20240517};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 24, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        const std::string clean = cleaned(bytes);
        ASSERT_TRUE(is_valid_utf8(clean)) << testing::PrintToString(bytes);
        ASSERT_EQ(cleaned(clean), clean) << testing::PrintToString(bytes);
        ASSERT_TRUE(is_valid_utf8(printable(bytes)));
        ASSERT_EQ(printable(bytes).find_first_of("\x1b\n\r\x7f"), std::string::npos);
        for (std::size_t cut = 0; cut <= clean.size(); ++cut) {
            const std::string_view head = cut_at_character(clean, cut);
            ASSERT_TRUE(is_valid_utf8(head));
            ASSERT_LE(head.size(), cut);
            ASSERT_LT(cut - head.size(), 4U);
        }
    }
}

TEST(Utf8, CleanedKeepsTextAndDropsControls) {
    EXPECT_EQ(cleaned("\xEF\xBB\xBF"
                      "a\r\nb\rc\td\n"),
              "a\nb\nc\td\n");
    EXPECT_EQ(cleaned(std::string_view{"a\0b\x1b[2J\x7f\xC2\x85"
                                       "c",
                                       11}),
              "ab[2Jc");
    EXPECT_EQ(cleaned("a\xFFz\xE4\xB8z"), "a\uFFFDz\uFFFDz");
    EXPECT_EQ(cleaned("国防部 é 🎤"), "国防部 é 🎤");
    EXPECT_EQ(cleaned("a\xEF\xBB\xBF"), "a\uFEFF");
}

TEST(Utf8, PrintableShowsWhatATerminalWouldObey) {
    const std::string override = in_utf8(0x202E);
    EXPECT_EQ(printable("a\x1b[31m\r\n\tb" + override + "c\xC2\x85"),
              "a\\x1b[31m\\x0d\\n b\\u202ec\\x85");
    EXPECT_EQ(printable("谭克非 é"), "谭克非 é");
}

TEST(Utf8, CountsCharactersAndColumns) {
    EXPECT_EQ(count_characters("a国é\xFF"), 4U);
    EXPECT_EQ(count_characters(""), 0U);
    EXPECT_EQ(display_width("ab"), 2U);
    EXPECT_EQ(display_width("国防部"), 6U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("ＡＢ"), 4U);
}

}  // namespace
}  // namespace lectern
