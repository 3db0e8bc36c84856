#pragma once
// Dates as people write them: `2020-09-24`, `Sept. 24, 2020`, `24 September 2020`, `2020年9月24日`.

#include "common/article/moment_words.h"

#include <cstdint>

namespace lectern {

struct WrittenDate {
    int year{};
    int month{};
    int day{};                ///< perhaps none that the month has
    std::string_view time{};  ///< the time's digits if packed with it: `20200924200122`
};

enum class Years : std::uint8_t {
    Full,
    Short,  ///< `24 Sep 20` too
};

/// Reads a date; nothing, and nothing read, if none comes next.
std::optional<WrittenDate> read_date(MomentWords& words, Years years);

/// Reads the English name of a month; 1 to 12.
std::optional<int> read_month(MomentWords& words);

}  // namespace lectern
