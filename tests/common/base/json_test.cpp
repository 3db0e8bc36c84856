#include "common/base/json.h"

#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

std::string read(std::string_view text, std::size_t depth_limit = 256) {
    const ParsedJson parsed = parse_json(text, depth_limit);
    return parsed.value ? json_text(*parsed.value) : parsed.problem;
}

struct Row {
    std::string text;
    std::string result;
};

TEST(Json, ReadsWhatTheStandardAllows) {
    const auto rows = std::to_array<Row>({
        {R"({"b":1,"a":[true,false,null]})", R"({"b":1,"a":[true,false,null]})"},
        {" [ 1 , -2 , 3.5 , 1e3 , 0 ]\r\n", "[1,-2,3.5,1000.0,0]"},
        {R"("a\"\\\/\b\f\n\r\té中\uD83D\ude00")", R"("a\"\\/\b\f\n\r\té中😀")"},
        {"18446744073709551615", "18446744073709551615"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"123456789012345678901234567890", "1.2345678901234568e+29"},
        {"-9223372036854775809", "-9.223372036854776e+18"},
        {"1e-999", "0.0"},
        {"{}", "{}"},
        {"[]", "[]"},
        {R"("")", R"("")"},
        {R"({"":""})", R"({"":""})"},
        {R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})"},
        {R"({"a":{"b":1},"a":[{"a":2}],"c":{}})", R"({"a":[{"a":2}],"c":{}})"},
        {"\xEF\xBB\xBF{\"a\":1}", R"({"a":1})"},
        {R"("\u0000")", R"("\u0000")"},
    });
    for (const Row& row : rows) EXPECT_EQ(read(row.text), row.result) << row.text;
}

TEST(Json, SaysWhatIsWrongAndWhere) {
    const auto rows = std::to_array<Row>({
        {"", "not JSON: unexpected end of input at byte 1"},
        {R"({"a":)", "not JSON: unexpected end of input at byte 6"},
        {R"({"a":"b)", "not JSON: invalid string: missing closing quote at byte 8"},
        {R"({"a" 1})", "not JSON: unexpected number literal at byte 6"},
        {R"({a:1})", "not JSON: invalid literal at byte 2"},
        {"[1,]", "not JSON: unexpected ']' at byte 4"},
        {"[1 2]", "not JSON: unexpected number literal at byte 4"},
        {"[1}", "not JSON: unexpected '}' at byte 3"},
        {"{} {}", "not JSON: unexpected '{' at byte 4"},
        {"01", "not JSON: unexpected number literal at byte 2"},
        {"1.", "not JSON: invalid number at byte 3"},
        {"+1", "not JSON: invalid literal at byte 1"},
        {"nul", "not JSON: invalid literal at byte 4"},
        {"NaN", "not JSON: invalid literal at byte 1"},
        {"/* no */ 1", "not JSON: invalid literal at byte 1"},
        {"1e999", "not JSON: number out of range at byte 5"},
        {"\"a\nb\"",
         "not JSON: invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n"
         " at byte 3"},
        {R"("\x")", "not JSON: invalid string: forbidden character after backslash at byte 3"},
        {R"("\u12)", "not JSON: invalid string: '\\u' must be followed by 4 hex digits at byte 6"},
        {R"("\u12G4")",
         "not JSON: invalid string: '\\u' must be followed by 4 hex digits at byte 6"},
        {R"("\uD8G0")",
         "not JSON: invalid string: '\\u' must be followed by 4 hex digits at byte 6"},
        {R"("\uD8)", "not JSON: invalid string: '\\u' must be followed by 4 hex digits at byte 6"},
        {std::string("[\0]", 3), "not JSON: unexpected end of input at byte 2"},
        {std::string("{}\0", 3), "not JSON: unexpected NUL at byte 3"},
        {std::string("{} \0{}", 6), "not JSON: unexpected NUL at byte 4"},
        {"[\"\xE4\xE4\\uD800\" x", "not JSON: invalid literal at byte 13"},
        {"\xE4", "not JSON: invalid BOM at byte 1"},
        {"\xEF\xBB\xBFx", "not JSON: invalid literal at byte 4"},
    });
    for (const Row& row : rows) EXPECT_EQ(read(row.text), row.result) << row.text;
}

TEST(Json, RepairsTextThatIsNotUtf8) {
    for (const std::string text : {"\"a\xE4z\"", R"("a\uD800z")", R"("a\uDC00z")"}) {
        const ParsedJson parsed = parse_json(text);
        ASSERT_TRUE(parsed.value) << text;
        EXPECT_EQ(parsed.value->get<std::string>(), "a\uFFFDz") << text;
        EXPECT_TRUE(parsed.repaired);
    }
    EXPECT_EQ(read(R"("\uD800A")"), "\"\uFFFDA\"");
    EXPECT_EQ(read(R"("\uD800\ud83D\uDe00\udc00\ud83d")"), "\"\uFFFD😀\uFFFD\uFFFD\"");
    EXPECT_EQ(read(R"({"\uD800":"\\uD800"})"), "{\"\uFFFD\":\"\\\\uD800\"}");
    EXPECT_EQ(read("\"\xE4\xB8\\u0020\xE4\""), "\"\uFFFD \uFFFD\"");
    EXPECT_FALSE(parse_json(R"("中😀")").repaired);
    EXPECT_EQ(json_text(Json("a\xE4z")), "\"a\uFFFDz\"");
}

TEST(Json, BoundsDepthAndCount) {
    EXPECT_EQ(read("[[[]]]", 3), "[[[]]]");
    EXPECT_EQ(read("[[[[]]]]", 3), "not JSON: nested too deeply at byte 4");
    EXPECT_EQ(read(R"({"a":{"a":{}}})", 2), "not JSON: nested too deeply at byte 11");
    constexpr std::size_t deep = 1'000'000;
    EXPECT_EQ(read(std::string(deep, '[')), "not JSON: nested too deeply at byte 257");
    std::string many = "[0";
    for (std::size_t i = 0; i <= max_json_values; ++i) many += ",0";
    EXPECT_EQ(read(many + "]"), "not JSON: too many values at byte 2000001");
}

TEST(Json, TakesTheLastOfManyMembersOfOneName) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) {
        text += "\"member" + std::to_string(i % 100'000) + "\":" + std::to_string(i) + ",";
    }
    const ParsedJson parsed = parse_json(text + "\"end\":0}");
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ(parsed.value->size(), 100'001U);
    EXPECT_EQ((*parsed.value)["member0"], 100'000);
    EXPECT_EQ((*parsed.value)["member99999"], 199'999);
    EXPECT_EQ((*parsed.value)["end"], 0);
}

}  // namespace
}  // namespace lectern
