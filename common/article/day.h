#pragma once
// Days and times as people write them, and the days a word like `2020-09` covers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before it.
using DayNumber = std::int32_t;

/// A point in time as an article states it.
struct Moment {
    DayNumber day{};                ///< the calendar day as printed, in the zone it was printed in
    std::int64_t utc_seconds{};     ///< since 1970-01-01T00:00:00Z; a zone not stated counts as UTC
    bool has_time{false};           ///< false: only the day was stated, utc_seconds is its midnight
    bool has_zone{false};           ///< a zone was stated
    std::int32_t offset_minutes{};  ///< east of UTC; 0 unless has_zone
    bool operator==(const Moment&) const = default;
};

/// `2020-09-24`; years outside 0000–9999 are not written by us.
std::string day_text(DayNumber day);

/// `2020-09-24T20:01:22+08:00`, `2020-09-24T20:01:22` without a zone, `2020-09-24` without a time.
std::string moment_text(const Moment& moment);

/// The day of a civil date, nothing if there is no such date or the year is not in 1000–9999.
std::optional<DayNumber> day_of(int year, int month, int day);

struct CivilDay {
    int year;
    int month;
    int day;
};

CivilDay civil(DayNumber day);

/// Reads a whole text as a point in time; surrounding white space is ignored. Knows ISO 8601 in its
/// usual variations (`2020-09-24`, `20200924`, `2020/09/24`, `2020-09-24T20:01:22.5+08:00`,
/// `2020-09-24 20:01:22 +0800`, ` UTC`, ` GMT`, `Z`), English with month names (`Sept. 24, 2020`,
/// `24 September 2020 20:01`, `Thu, 24 Sep 2020 20:01:22 +0800`, `September 24, 2020, 8:01 PM`),
/// Chinese (`2020年9月24日 20:01`, full-width digits too) and 10- or 13-digit Unix times. Nothing
/// for anything else, for a month without a day, and for a day that does not exist.
std::optional<Moment> parse_moment(std::string_view text);

/// A closed interval of days.
struct DayRange {
    DayNumber first;
    DayNumber last;
    bool operator==(const DayRange&) const = default;
};

/// The days that a year, a month or a day covers: `2020`, `2020-09`, `2020-09-24` (also `202009`,
/// `20200924`). Nothing for anything else.
std::optional<DayRange> days_covered(std::string_view text);

/// Reads `2020-09`, `2020-09-01..2020-12-31`, `..2020`, `2020..` with imprecise ends rounded
/// outward; an open end is the smallest or largest DayNumber. Nothing if it is no such range or
/// runs backwards.
std::optional<DayRange> parse_day_range(std::string_view text);

}  // namespace lectern
