#include "common/article/day.h"

#include "common/base/strings.h"

#include <chrono>
#include <limits>

namespace lectern {
namespace {

constexpr std::int64_t day_seconds = 86400;

std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number < 0 ? -number : number);
    std::string text{number < 0 ? "-" : ""};
    if (digits.size() < width) text.append(width - digits.size(), '0');
    text += digits;
    return text;
}

/// The number that `digits`, at most 9 of them, stand for; nothing if one is no digit.
std::optional<int> number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return {};
    int number = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

int days_in(int year, int month) {
    const std::chrono::year_month_day_last last{std::chrono::year{year} /
                                                std::chrono::month{static_cast<unsigned>(month)} /
                                                std::chrono::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<DayRange> range_of(std::optional<DayNumber> first, std::optional<DayNumber> last) {
    if (!first || !last) return {};
    return DayRange{*first, *last};
}

}  // namespace

std::string day_text(DayNumber day) {
    const CivilDay date = civil(day);
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string moment_text(const Moment& moment) {
    std::string text = day_text(moment.day);
    if (!moment.has_time) return text;
    const std::int64_t local = moment.utc_seconds + std::int64_t{moment.offset_minutes} * 60;
    const std::int64_t second = ((local % day_seconds) + day_seconds) % day_seconds;
    text += 'T';
    text +=
        padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2);
    if (!moment.has_zone) return text;
    const std::int32_t minutes =
        moment.offset_minutes < 0 ? -moment.offset_minutes : moment.offset_minutes;
    text += moment.offset_minutes < 0 ? '-' : '+';
    text += padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2);
    return text;
}

std::optional<DayNumber> day_of(int year, int month, int day) {
    if (year < 1000 || year > 9999 || month < 1 || month > 12) return {};
    if (day < 1 || day > days_in(year, month)) return {};
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return static_cast<DayNumber>(std::chrono::sys_days{date}.time_since_epoch().count());
}

CivilDay civil(DayNumber day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<DayRange> days_covered(std::string_view text) {
    text = trim(text);
    const bool dashed = text.size() > 4 && text[4] == '-';
    if (dashed && text.size() == 10 && text[7] != '-') return {};
    if (text.size() != 4 && text.size() != (dashed ? 7U : 6U) &&
        text.size() != (dashed ? 10U : 8U)) {
        return {};
    }
    const auto year = number_of(text.substr(0, 4));
    if (!year) return {};
    if (text.size() == 4) return range_of(day_of(*year, 1, 1), day_of(*year, 12, 31));
    const std::size_t month_at = dashed ? 5 : 4;
    const auto month = number_of(text.substr(month_at, 2));
    if (!month || *month < 1 || *month > 12) return {};
    const std::size_t day_at = month_at + (dashed ? 3 : 2);
    if (text.size() <= day_at) {
        return range_of(day_of(*year, *month, 1), day_of(*year, *month, days_in(*year, *month)));
    }
    const auto day = number_of(text.substr(day_at));
    if (!day) return {};
    return range_of(day_of(*year, *month, *day), day_of(*year, *month, *day));
}

std::optional<DayRange> parse_day_range(std::string_view text) {
    text = trim(text);
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return days_covered(text);
    const std::string_view begin = trim(text.substr(0, dots));
    const std::string_view end = trim(text.substr(dots + 2));
    if (begin.empty() && end.empty()) return {};
    DayRange range{std::numeric_limits<DayNumber>::min(), std::numeric_limits<DayNumber>::max()};
    if (!begin.empty()) {
        const auto covered = days_covered(begin);
        if (!covered) return {};
        range.first = covered->first;
    }
    if (!end.empty()) {
        const auto covered = days_covered(end);
        if (!covered) return {};
        range.last = covered->last;
    }
    if (range.first > range.last) return {};
    return range;
}

}  // namespace lectern
