#include "common/text/encoding.h"

#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

struct Row {
    const char* what;
    std::string bytes;
    const char* encoding;
    const char* text;
};

TEST(Encoding, IsToldByMarkOrContent) {
    using std::string_literals::operator""s;
    const auto rows = std::to_array<Row>({
        {"nothing", "", "UTF-8", ""},
        {"ASCII", "plain", "UTF-8", "plain"},
        {"UTF-8", "caf\u00E9 中", "UTF-8", "café 中"},
        {"UTF-8 with a mark", "\xEF\xBB\xBFz", "UTF-8", "z"},
        {"UTF-16LE with a mark", "\xFF\xFEz\0-N"s, "UTF-16LE", "z中"},
        {"UTF-16BE with a mark", "\xFE\xFF\0zN-"s, "UTF-16BE", "z中"},
        {"UTF-16LE without", "p\0l\0a\0i\0n\0"s, "UTF-16LE", "plain"},
        {"UTF-16BE without", "\0p\0l\0a\0i\0n"s, "UTF-16BE", "plain"},
        {"UTF-32LE with a mark", "\xFF\xFE\0\0z\0\0\0"s, "UTF-32LE", "z"},
        {"windows-1252", "It\x92s a caf\xE9 \x93quote\x94 in a text", "windows-1252",
         "It’s a café “quote” in a text"},
        {"one accent", "Na\xEFve", "windows-1252", "Naïve"},
        {"German",
         "\xDC"
         "ber die gro\xDF"
         "en \xC4nderungen f\xFCr B\xFCrger",
         "windows-1252", "Über die großen Änderungen für Bürger"},
        {"GB18030",
         "\xB9\xFA\xB7\xC0\xB2\xBF\xD0\xC2\xCE\xC5\xB7\xA2\xD1\xD4\xC8\xCB\xB1\xED\xCA\xBE\xA3\xAC",
         "GB18030", "国防部新闻发言人表示，"},
        {"two characters of GB18030", "\xB9\xFA\xB7\xC0", "GB18030", "国防"},
        {"UTF-8 with one bad byte", "中文新闻\xFF发言人", "UTF-8", "中文新闻\uFFFD发言人"},
        {"Russian in windows-1251",
         "\xCC\xE8\xED\xE8\xF1\xF2\xE5\xF0\xF1\xF2\xE2\xEE \xEE\xE1\xEE\xF0\xEE\xED\xFB "
         "\xF1\xEE\xEE\xE1\xF9\xE8\xEB\xEE, \xF7\xF2\xEE \xED\xE5 \xE1\xF3\xE4\xE5\xF2 "
         "\xEA\xEE\xEC\xEC\xE5\xED\xF2\xE8\xF0\xEE\xE2\xE0\xF2\xFC \xFD\xF2\xEE "
         "\xE7\xE0\xFF\xE2\xEB\xE5\xED\xE8\xE5 \xED\xE0 \xFD\xF2\xEE\xE9 \xED\xE5\xE4\xE5\xEB\xE5",
         "windows-1251",
         "Министерство обороны сообщило, что не будет комментировать это заявление на этой неделе"},
    });
    for (const Row& row : rows) {
        const auto result = decoded(row.bytes);
        ASSERT_TRUE(result) << row.what;
        EXPECT_EQ(result->encoding, row.encoding) << row.what;
        EXPECT_EQ(result->text, row.text) << row.what;
        EXPECT_TRUE(is_valid_utf8(result->text)) << row.what;
        EXPECT_EQ(result->repaired, result->text.find("\uFFFD") != std::string::npos) << row.what;
    }
}

TEST(Encoding, RefusesBytesThatAreNoText) {
    EXPECT_FALSE(decoded(std::string(1000, '\0')));
    EXPECT_FALSE(decoded(std::string("GIF89a\0\x01\0\xFF", 10)));
    EXPECT_FALSE(decoded(std::string("almost all text\0", 16)));
}

TEST(Encoding, MakesUtf8OfAnyBytes) {
    std::string bytes;
    for (int i = 1; i < 256; ++i) bytes += static_cast<char>(i);
    for (int turn = 0; turn < 255; ++turn) {
        bytes = bytes.substr(1) + bytes.substr(0, 1);
        const auto result = decoded(bytes);
        ASSERT_TRUE(result);
        EXPECT_TRUE(is_valid_utf8(result->text));
    }
}

}  // namespace
}  // namespace lectern
