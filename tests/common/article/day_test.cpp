#include "common/article/day.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>

namespace lectern {
namespace {

std::string read(std::string_view text) {
    const auto moment = parse_moment(text);
    return moment ? moment_text(*moment) : "nothing";
}

struct Row {
    const char* text;
    const char* moment;
};

TEST(Day, ReadsWhatPeopleWrite) {
    const auto rows = std::to_array<Row>({
        // ISO 8601 and its relatives
        {"2020-09-24", "2020-09-24"},
        {"  2020-09-24\n", "2020-09-24"},
        {"2020-9-4", "2020-09-04"},
        {"20200924", "2020-09-24"},
        {"2020/09/24", "2020-09-24"},
        {"2020.9.24", "2020-09-24"},
        {"2020-09-24T20:01:22.5+08:00", "2020-09-24T20:01:22+08:00"},
        {"2020-09-24T20:01:22,512Z", "2020-09-24T20:01:22+00:00"},
        {"2020-09-24t20:01z", "2020-09-24T20:01:00+00:00"},
        {"2020-09-24 20:01:22 +0800", "2020-09-24T20:01:22+08:00"},
        {"2020-09-24 20:01:22 -05", "2020-09-24T20:01:22-05:00"},
        {"2020-09-24 20:01:22 UTC", "2020-09-24T20:01:22+00:00"},
        {"2020-09-24 20:01 GMT", "2020-09-24T20:01:00+00:00"},
        {"2020-09-24 20:01:22", "2020-09-24T20:01:22"},
        {"2020/9/24 8:01", "2020-09-24T08:01:00"},
        {"20200924T200122Z", "2020-09-24T20:01:22+00:00"},
        {"20200924T2001", "2020-09-24T20:01:00"},
        {"20200924200122", "2020-09-24T20:01:22"},
        {"2020-09-24T20:01:22+08:00[Asia/Shanghai]", "2020-09-24T20:01:22+08:00"},
        {"2020-09-24 20:01:22 +0800 (CST)", "2020-09-24T20:01:22+08:00"},
        {"2020-09-24 00:00:00", "2020-09-24T00:00:00"},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"},
        // English
        {"Sept. 24, 2020", "2020-09-24"},
        {"September 24, 2020", "2020-09-24"},
        {"SEPTEMBER 24TH 2020", "2020-09-24"},
        {"24 September 2020 20:01", "2020-09-24T20:01:00"},
        {"24th of September, 2020", "2020-09-24"},
        {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
        {"Thu, 24 Sep 2020 20:01:22 +0800", "2020-09-24T20:01:22+08:00"},
        {"Thu, 24 Sep 20 20:01:22 GMT", "2020-09-24T20:01:22+00:00"},
        {"Thursday, 26 Feb 87", "1987-02-26"},
        {"Thu Sep 24 20:01:22 2020", "2020-09-24T20:01:22"},
        {"Thu Sep 24 20:01:22 +0000 2020", "2020-09-24T20:01:22+00:00"},
        {"Thu Sep  4 20:01:22 UTC 2020", "2020-09-04T20:01:22+00:00"},
        {"September 24, 2020, 8:01 PM", "2020-09-24T20:01:00"},
        {"September 24, 2020 at 8:01 p.m. EDT", "2020-09-24T20:01:00-04:00"},
        {"Sept 24, 2020 | 12:30 AM", "2020-09-24T00:30:00"},
        {"Sep 24, 2020 12:30pm", "2020-09-24T12:30:00"},
        {"May 4, 2024 8 PM", "2024-05-04T20:00:00"},
        {"8:01 PM EDT, Thu September 24, 2020", "2020-09-24T20:01:00-04:00"},
        {"20:01, 24 September 2020", "2020-09-24T20:01:00"},
        {"2020 Sep 24", "2020-09-24"},
        {"24 September 2020, 20:01 GMT+8", "2020-09-24T20:01:00+08:00"},
        {"24 September 2020 20:01 ET", "2020-09-24T20:01:00"},
        {"24 September 2020 20:01 Beijing time", "2020-09-24T20:01:00+08:00"},
        {"September\u00A024,\u202F2020", "2020-09-24"},
        // Chinese
        {"2020年9月24日", "2020-09-24"},
        {"2020年9月24日 20:01", "2020-09-24T20:01:00"},
        {"2020年09月24日20时01分22秒", "2020-09-24T20:01:22"},
        {"2020年9月24日 下午8点", "2020-09-24T20:00:00"},
        {"2020年9月24日 下午8:01", "2020-09-24T20:01:00"},
        {"2020年9月24日 上午8:01 北京时间", "2020-09-24T08:01:00+08:00"},
        {"2020年9月24日 星期四 20:01", "2020-09-24T20:01:00"},
        {"2020年9月24日（星期四）", "2020-09-24"},
        {"２０２０年９月２４日　２０：０１", "2020-09-24T20:01:00"},
        {"２０２３－０７－０６ １４：０５：００", "2023-07-06T14:05:00"},
        // Unix time
        {"1600977682", "2020-09-24T20:01:22+00:00"},
        {"1600977682123", "2020-09-24T20:01:22+00:00"},
        // leap years
        {"2020-02-29", "2020-02-29"},
        {"2000-02-29", "2000-02-29"},
        {"1000-01-01", "1000-01-01"},
        {"9999-12-31", "9999-12-31"},
    });
    for (const Row& row : rows) EXPECT_EQ(read(row.text), row.moment) << row.text;
}

TEST(Day, RefusesWhatIsNoDay) {
    const auto rows = std::to_array<std::string>({
        "",
        " ",
        "soon",
        "2020",
        "2020-09",
        "September 2020",
        "2020年9月",
        "September 24",
        "2020-13-01",
        "2020-00-10",
        "2020-02-30",
        "2019-02-29",
        "1900-02-29",
        "2020-04-31",
        "2020-09-00",
        "0999-12-31",
        "31 June 2020",
        "2020-09/24",
        "2020-09-24 25:00",
        "2020-09-24 20:61",
        "2020-09-24 13:00 PMX",
        "2020-09-24 20:01:22 +9900",
        "2020-09-24 and more",
        "by 2020-09-24",
        "24/09/2020",
        "09/24/2020",
        "20:01",
        "0160097768",
        "123456789012345678901234567890",
        "2020-09-24T",
        "Thu",
        "2020--09-24",
        "-2020-09-24",
        "二〇二〇年九月二十四日",
        std::string("2020-09-24\0", 11),
        "\xFF\xFE\xC0",
        "2020-09-24 \xE5\xB9",
        std::string(1'000'000, '9'),
        std::string(1'000'000, '('),
        "((((((((((((((((((((((((((((((((((((((((((((((((((",
        "2020-09-24 " + std::string(90, ','),
    });
    for (const std::string& row : rows) EXPECT_EQ(read(row), "nothing") << row.substr(0, 60);
}

TEST(Day, CountsSecondsInUtcAndDaysAsPrinted) {
    const auto east = parse_moment("2020-09-25T01:00:00+08:00");
    ASSERT_TRUE(east);
    EXPECT_EQ(day_text(east->day), "2020-09-25");
    EXPECT_EQ(east->utc_seconds, 1600966800);
    const auto day = parse_moment("2020-09-25");
    ASSERT_TRUE(day);
    EXPECT_EQ(day->utc_seconds, std::int64_t{day->day} * 86400);
    EXPECT_FALSE(day->has_time);
    EXPECT_FALSE(day->has_zone);
    const auto old = parse_moment("1066-10-14 09:00:00 -00:30");
    ASSERT_TRUE(old);
    EXPECT_EQ(moment_text(*old), "1066-10-14T09:00:00-00:30");
}

TEST(Day, GoesFromDayToDateAndBack) {
    EXPECT_EQ(day_of(1970, 1, 1), 0);
    EXPECT_EQ(day_of(1969, 12, 31), -1);
    EXPECT_EQ(day_of(2000, 3, 1), 11017);
    EXPECT_FALSE(day_of(999, 1, 1));
    EXPECT_FALSE(day_of(10000, 1, 1));
    for (DayNumber day = -354285; day < 2932897; day += 97) {
        const CivilDay date = civil(day);
        EXPECT_EQ(day_of(date.year, date.month, date.day), day);
    }
    // No such dates, but no undefined behaviour either.
    EXPECT_FALSE(day_text(std::numeric_limits<DayNumber>::min()).empty());
    EXPECT_FALSE(day_text(std::numeric_limits<DayNumber>::max()).empty());
}

std::string range_text(const std::optional<DayRange>& range) {
    if (!range) return "nothing";
    const auto end = [](DayNumber day) {
        const bool open = day == std::numeric_limits<DayNumber>::min() ||
                          day == std::numeric_limits<DayNumber>::max();
        return open ? std::string{} : day_text(day);
    };
    return end(range->first) + ".." + end(range->last);
}

TEST(Day, RoundsImpreciseEndsOutward) {
    const auto rows = std::to_array<Row>({
        {"2020", "2020-01-01..2020-12-31"},
        {"2020-02", "2020-02-01..2020-02-29"},
        {"202102", "2021-02-01..2021-02-28"},
        {"2020-09-24", "2020-09-24..2020-09-24"},
        {"20200924", "2020-09-24..2020-09-24"},
        {"2020-09..2020-12", "2020-09-01..2020-12-31"},
        {"2020..2020-03", "2020-01-01..2020-03-31"},
        {"..2020", "..2020-12-31"},
        {"2020..", "2020-01-01.."},
        {" 2020-09-01 .. 2020-12-31 ", "2020-09-01..2020-12-31"},
        {"2020-03..2020", "2020-03-01..2020-12-31"},
        {"2021..2020", "nothing"},
        {"2020-10..2020-09", "nothing"},
        {"..", "nothing"},
        {"", "nothing"},
        {"last week", "nothing"},
        {"2020-9", "nothing"},
        {"2020-13", "nothing"},
        {"2020-02-30", "nothing"},
        {"20-09-24", "nothing"},
        {"2020-0924", "nothing"},
        {"202009-24", "nothing"},
        {"2020-", "nothing"},
        {"2020-09-", "nothing"},
        {"2020...2021", "nothing"},
        {"2020..2021..2022", "nothing"},
        {"2020..x", "nothing"},
        {"0000", "nothing"},
        {"٢٠٢٠", "nothing"},
        {"20 20", "nothing"},
        {"+2020", "nothing"},
    });
    for (const Row& row : rows)
        EXPECT_EQ(range_text(parse_day_range(row.text)), row.moment) << row.text;
}

}  // namespace
}  // namespace lectern
