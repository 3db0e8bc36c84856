#include "common/article/written_time.h"

#include <algorithm>

namespace lectern {
namespace {

/// Whether a word for the afternoon or the evening came next; one for the morning is skipped.
bool read_afternoon(MomentWords& words) {
    if (words.accept_any({"下午", "晚上", "傍晚", "晚"})) return true;
    words.accept_any({"上午", "早上", "凌晨", "清晨", "中午"});
    return false;
}

/// What follows `20:`: `01`, `01:22`, `01:22.5`.
bool read_after_colon(MomentWords& words, WrittenTime& time) {
    const auto minute = words.number(2, 2);
    if (!minute) return false;
    time.minute = *minute;
    if (!words.accept(":")) return true;
    const auto second = words.number(2, 2);
    if (!second) return false;
    time.second = *second;
    const std::size_t before = words.place();
    if (words.accept_any({".", ","}) && !words.digits(1, 12)) words.return_to(before);
    return true;
}

/// What follows the hour: `:01:22.5`, `时1分22秒`. False if nothing does.
bool read_minutes(MomentWords& words, WrittenTime& time) {
    if (words.accept(":")) return read_after_colon(words, time);
    if (!words.accept_any({"时", "時", "点", "點"})) return false;
    if (const auto minute = words.number(1, 2)) {
        time.minute = *minute;
        words.accept("分");
    }
    if (const auto second = words.number(1, 2)) {
        time.second = *second;
        words.accept("秒");
    }
    return true;
}

/// `PM`, `p.m.`: turns the hour into one of 24. False if there is none.
bool read_am_pm(MomentWords& words, WrittenTime& time) {
    const std::size_t begin = words.place();
    words.skip_spaces();
    const std::string_view word = words.letters();
    const bool pm = word == "pm" || word == "p";
    bool fits = pm || word == "am" || word == "a";
    if (fits && word.size() == 1) fits = words.accept(".") && words.accept("m");
    if (!fits || time.hour < 1 || time.hour > 12) {
        words.return_to(begin);
        return false;
    }
    words.accept(".");
    time.hour = time.hour % 12 + (pm ? 12 : 0);
    return true;
}

std::optional<WrittenTime> time_at(MomentWords& words) {
    const bool after_t = words.accept("t");
    words.accept_any({"-", "–"});
    words.skip_spaces();
    const bool afternoon = read_afternoon(words);
    words.skip_spaces();
    if (after_t) {
        if (const auto digits = words.digits(6, 6)) return packed_time(*digits);
        if (const auto digits = words.digits(4, 4)) return packed_time(*digits);
    }
    const auto hour = words.number(1, 2);
    if (!hour) return {};
    WrittenTime time{*hour, 0, 0};
    const bool minutes = read_minutes(words, time);
    const bool half = read_am_pm(words, time);
    if (!minutes && !half) return {};
    if (afternoon && time.hour < 12) time.hour += 12;
    if (time.hour > 23 || time.minute > 59 || time.second > 60) return {};
    time.second = std::min(time.second, 59);  // a leap second is the one before it
    return time;
}

}  // namespace

std::optional<WrittenTime> read_time(MomentWords& words) {
    const std::size_t begin = words.place();
    const auto time = time_at(words);
    if (!time) words.return_to(begin);
    return time;
}

std::optional<WrittenTime> packed_time(std::string_view digits) {
    const WrittenTime time{value_of(digits.substr(0, 2)), value_of(digits.substr(2, 2)),
                           digits.size() > 4 ? value_of(digits.substr(4, 2)) : 0};
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return {};
    return time;
}

}  // namespace lectern
