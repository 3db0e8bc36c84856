// parse_moment: a text becomes a few words, and the words are read by a small grammar:
//
//   moment = [weekday] (date [time [zone]] | time [zone] [weekday] date | month day time [zone]
//   year) date   = 2020-09-24 | 20200924 | September 24, 2020 | 24 September 2020 | 2020年9月24日
//   time   = 20:01[:22[.5]] [PM] | 200122 after a T | 8 PM | 下午8时1分
//   zone   = Z | UTC | +0800 | +08:00 | GMT+8 | EST | 北京时间
//
// Commas, `|`, `at` and the like between the parts are skipped.

#include "common/article/calendar_names.h"
#include "common/article/day.h"
#include "common/article/moment_words.h"
#include "common/article/written_date.h"
#include "common/article/written_time.h"
#include "common/article/written_zone.h"
#include "common/base/strings.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t longest_text = 120;

struct Parts {
    WrittenDate date;
    std::optional<WrittenTime> time;
    std::optional<int> offset_minutes;
};

/// `星期四`, `周四`, `(Thursday)`, `（星期四）`.
void skip_weekday_in_brackets(MomentWords& words) {
    const std::size_t begin = words.place();
    words.skip_spaces();
    const bool bracket = words.accept("(");
    bool day = is_weekday(words.peek());
    if (day) words.letters();
    if (!day && words.accept_any({"星期", "周", "礼拜"})) {
        day = words.accept_any({"一", "二", "三", "四", "五", "六", "日", "天"});
    }
    if (!day || (bracket && !words.accept(")"))) {
        words.return_to(begin);
        return;
    }
    words.skip_between();
}

/// After an English weekday, as in mail, a year may be short.
Years skip_weekday(MomentWords& words) {
    const std::size_t begin = words.place();
    if (is_weekday(words.letters())) {
        words.accept(".");
        words.skip_between();
        return Years::Short;
    }
    words.return_to(begin);
    skip_weekday_in_brackets(words);
    return Years::Full;
}

std::optional<Parts> date_first(MomentWords& words, Years years) {
    const auto date = read_date(words, years);
    if (!date) return {};
    const std::size_t after_date = words.place();
    words.skip_between();
    skip_weekday(words);
    const auto time = date->time.empty() ? read_time(words) : packed_time(date->time);
    if (!time) {
        words.return_to(after_date);
        skip_weekday_in_brackets(words);
        return Parts{*date, {}, {}};
    }
    return Parts{*date, time, read_zone(words)};
}

std::optional<Parts> time_first(MomentWords& words, Years years) {
    const auto time = read_time(words);
    if (!time) return {};
    const auto zone = read_zone(words);
    words.skip_between();
    if (skip_weekday(words) == Years::Short) years = Years::Short;
    const auto date = read_date(words, years);
    if (!date) return {};
    return Parts{*date, time, zone};
}

/// As the C library and old feeds write it: `Sep 24 20:01:22 +0000 2020`.
std::optional<Parts> year_last(MomentWords& words, Years /*years*/) {
    const auto month = read_month(words);
    words.skip_spaces();
    const auto day = words.number(1, 2);
    words.skip_between();
    if (!month || !day) return {};
    const auto time = read_time(words);
    if (!time) return {};
    const auto zone = read_zone(words);
    words.skip_between();
    const auto year = words.number(4, 4);
    if (!year) return {};
    return Parts{{*year, *month, *day, {}}, time, zone};
}

std::optional<Parts> parts_of(MomentWords& words) {
    words.skip_between();
    const Years years = skip_weekday(words);
    const std::size_t begin = words.place();
    for (const auto order : {date_first, time_first, year_last}) {
        if (auto parts = order(words, years)) return parts;
        words.return_to(begin);
    }
    return {};
}

/// What writers add after a full time: `(CST)`, `[Asia/Shanghai]`.
void skip_trailer(MomentWords& words) {
    words.skip_spaces();
    words.accept(".");
    words.skip_spaces();
    const bool round = words.accept("(");
    if (!round && !words.accept("[")) return;
    const std::string_view close = round ? ")" : "]";
    while (!words.at_end() && words.peek() != close) words.return_to(words.place() + 1);
    words.accept(close);
    words.skip_spaces();
}

std::optional<Moment> moment_of(const Parts& parts) {
    const auto day = day_of(parts.date.year, parts.date.month, parts.date.day);
    if (!day) return {};
    Moment moment;
    moment.day = *day;
    moment.utc_seconds = std::int64_t{*day} * 86400;
    if (!parts.time) return moment;
    const WrittenTime& time = *parts.time;
    moment.has_time = true;
    moment.has_zone = parts.offset_minutes.has_value();
    moment.offset_minutes = parts.offset_minutes.value_or(0);
    moment.utc_seconds +=
        time.hour * 3600 + time.minute * 60 + time.second - moment.offset_minutes * 60;
    return moment;
}

/// 10 digits count seconds, 13 milliseconds; leading zeros are no Unix time.
std::optional<Moment> unix_time(std::string_view text) {
    if ((text.size() != 10 && text.size() != 13) || text.front() == '0') return {};
    std::int64_t seconds = 0;
    for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
    Moment moment;
    moment.utc_seconds = seconds;
    moment.day = static_cast<DayNumber>(seconds / 86400);
    moment.has_time = true;
    moment.has_zone = true;
    return moment;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > longest_text) return {};
    if (std::all_of(text.begin(), text.end(), is_digit)) {
        if (const auto moment = unix_time(text)) return moment;
    }
    MomentWords words{text};
    if (words.too_many()) return {};
    const auto parts = parts_of(words);
    if (!parts) return {};
    skip_trailer(words);
    if (!words.at_end()) return {};
    return moment_of(*parts);
}

}  // namespace lectern
