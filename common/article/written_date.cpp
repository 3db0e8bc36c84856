#include "common/article/written_date.h"

#include "common/article/calendar_names.h"

namespace lectern {
namespace {

using MaybeDate = std::optional<WrittenDate>;

std::optional<int> read_day(MomentWords& words) {
    const auto day = words.number(1, 2);
    if (day) words.accept_any({"st", "nd", "rd", "th"});
    return day;
}

/// `20200924`, `20200924T200122`, `20200924200122`.
MaybeDate read_digits(MomentWords& words) {
    const auto digits = words.digits(8, 14);
    if (!digits || (digits->size() != 8 && digits->size() != 14)) return {};
    return WrittenDate{value_of(digits->substr(0, 4)), value_of(digits->substr(4, 2)),
                       value_of(digits->substr(6, 2)), digits->substr(8)};
}

/// `9月24日`.
MaybeDate read_chinese_rest(MomentWords& words, int year) {
    words.skip_spaces();
    const auto month = words.number(1, 2);
    words.skip_spaces();
    if (!month || !words.accept("月")) return {};
    words.skip_spaces();
    const auto day = read_day(words);
    if (!day || !words.accept_any({"日", "号", "號"})) return {};
    return WrittenDate{year, *month, *day, {}};
}

/// `2020-09-24`, `2020/9/24`, `2020.9.24`, `2020 Sep 24`, `2020年9月24日`.
MaybeDate read_year_first(MomentWords& words) {
    const auto year = words.number(4, 4);
    if (!year) return {};
    words.skip_spaces();
    if (words.accept("年")) return read_chinese_rest(words, *year);
    const std::string_view between = words.peek();
    const bool separated = between == "-" || between == "/" || between == ".";
    if (separated) words.accept(between);
    auto month = read_month(words);
    if (!month && separated) month = words.number(1, 2);
    if (!month) return {};
    words.skip_spaces();
    if (separated && !words.accept(between)) return {};
    const auto day = read_day(words);
    if (!day) return {};
    return WrittenDate{*year, *month, *day, {}};
}

/// `Sept. 24, 2020`, `September 24th 2020`.
MaybeDate read_month_first(MomentWords& words) {
    const auto month = read_month(words);
    if (!month) return {};
    words.skip_spaces();
    const auto day = read_day(words);
    if (!day) return {};
    words.skip_between();
    const auto year = words.number(4, 4);
    if (!year) return {};
    return WrittenDate{*year, *month, *day, {}};
}

void skip_between_names(MomentWords& words) {
    words.skip_spaces();
    if (words.accept_any({"-", ",", "/"})) words.skip_spaces();
}

std::optional<int> read_year(MomentWords& words, Years years) {
    const auto full = words.number(4, 4);
    if (full || years == Years::Full) return full;
    const auto year = words.number(2, 2);
    if (!year) return {};
    return *year + (*year < 50 ? 2000 : 1900);  // as RFC 2822 has it
}

/// `24 September 2020`, `24-Sep-2020`, `24th of Sept., 2020`.
MaybeDate read_day_first(MomentWords& words, Years years) {
    const auto day = read_day(words);
    if (!day) return {};
    skip_between_names(words);
    if (words.accept("of")) words.skip_spaces();
    const auto month = read_month(words);
    if (!month) return {};
    skip_between_names(words);
    const auto year = read_year(words, years);
    if (!year) return {};
    return WrittenDate{*year, *month, *day, {}};
}

}  // namespace

std::optional<int> read_month(MomentWords& words) {
    const std::size_t begin = words.place();
    const int month = month_named(words.letters());
    if (month == 0) {
        words.return_to(begin);
        return {};
    }
    words.accept(".");
    return month;
}

std::optional<WrittenDate> read_date(MomentWords& words, Years years) {
    const std::size_t begin = words.place();
    for (const auto form : {read_digits, read_year_first, read_month_first}) {
        if (const auto date = form(words)) return date;
        words.return_to(begin);
    }
    const auto date = read_day_first(words, years);
    if (!date) words.return_to(begin);
    return date;
}

}  // namespace lectern
