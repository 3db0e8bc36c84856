// parse_moment: a text becomes a few tokens, and the tokens are read by a small grammar:
//
//   moment  = [weekday] (date [time [zone]] | time [zone] [weekday] date | month day time [zone]
//   year) date    = 2020-09-24 | 20200924 | September 24, 2020 | 24 September 2020 | 2020年9月24日
//   time    = 20:01[:22[.5]] [PM] | 200122 after a T | 8 PM | 下午8时1分
//   zone    = Z | UTC | +0800 | +08:00 | GMT+8 | EST | 北京时间
//
// Commas, `|`, `at` and the like between the parts are skipped.

#include "common/article/day.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lectern {
namespace {

constexpr std::size_t longest_text = 120;
constexpr std::size_t most_tokens = 40;

struct Token {
    std::string text;  ///< digits, lower-case letters, or one other character
    bool number;
    bool word;
};

using Tokens = std::vector<Token>;

/// Full-width forms and typographic blanks, minus and colon as their ASCII counterparts.
char32_t narrow(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
    if (code == 0x00A0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F) {
        return ' ';
    }
    if (code >= 0x2010 && code <= 0x2015) return '-';
    return code;
}

std::string narrowed(std::string_view text) {
    std::string ascii;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        append_utf8(ascii, narrow(character.code));
    }
    return ascii_lower(ascii);
}

Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size() && tokens.size() <= most_tokens;) {
        const std::size_t begin = at;
        const bool number = is_digit(text[at]);
        const bool word = is_letter(text[at]);
        if (!number && !word) {
            at += character_at(text, at).bytes;
        } else {
            const auto same = [&](char c) { return number ? is_digit(c) : is_letter(c); };
            while (at < text.size() && same(text[at])) ++at;
        }
        tokens.push_back({std::string{text.substr(begin, at - begin)}, number, word});
    }
    return tokens;
}

/// 1 to 12 for the English name of a month or its first three letters (`Sept` too); else 0.
int month_named(std::string_view word) {
    constexpr std::array<std::string_view, 12> names{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (word == names[i] || (word.size() == 3 && names[i].substr(0, 3) == word)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
    return word == "tues" || word == "wednes" || word == "thur" || word == "thurs" ||
           std::any_of(names.begin(), names.end(), [word](std::string_view name) {
               return word == name || (word.size() == 3 && name.substr(0, 3) == word);
           });
}

constexpr int unsure = std::numeric_limits<int>::min();

struct Zone {
    std::string_view name;
    int offset_minutes;  ///< `unsure`: the name has several meanings, or depends on the season
};

constexpr auto zones = std::to_array<Zone>(
    {{"z", 0},       {"utc", 0},    {"gmt", 0},     {"ut", 0},      {"est", -300},  {"edt", -240},
     {"cst", -360},  {"cdt", -300}, {"mst", -420},  {"mdt", -360},  {"pst", -480},  {"pdt", -420},
     {"bst", 60},    {"wet", 0},    {"west", 60},   {"cet", 60},    {"cest", 120},  {"eet", 120},
     {"eest", 180},  {"msk", 180},  {"jst", 540},   {"kst", 540},   {"hkt", 480},   {"sgt", 480},
     {"bjt", 480},   {"awst", 480}, {"acst", 570},  {"acdt", 630},  {"aest", 600},  {"aedt", 660},
     {"nzst", 720},  {"nzdt", 780}, {"et", unsure}, {"ct", unsure}, {"mt", unsure}, {"pt", unsure},
     {"ist", unsure}});

struct Date {
    int year{};
    int month{};
    int day{};
};

struct Time {
    int hour{};
    int minute{};
    int second{};
};

/// A place in the tokens; whatever reads moves it on only when it succeeds.
class Cursor {
public:
    explicit Cursor(const Tokens& tokens) : tokens_{tokens} {}

    bool at_end() const { return at_ >= tokens_.size(); }

    std::size_t place() const { return at_; }

    void return_to(std::size_t place) { at_ = place; }

    std::string_view peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? std::string_view{tokens_[at_ + ahead].text}
                                            : std::string_view{};
    }

    bool accept(std::string_view text) {
        if (at_end() || tokens_[at_].text != text) return false;
        ++at_;
        return true;
    }

    /// Accepts `characters`, be they one token (`utc`) or each one of its own (`下午`).
    bool accept_each(std::string_view characters) {
        if (accept(characters)) return true;
        const std::size_t before = at_;
        for (std::size_t i = 0; i < characters.size();) {
            const std::size_t bytes = character_at(characters, i).bytes;
            if (!accept(characters.substr(i, bytes))) {
                at_ = before;
                return false;
            }
            i += bytes;
        }
        return true;
    }

    bool accept_any(std::initializer_list<std::string_view> texts) {
        return std::any_of(texts.begin(), texts.end(),
                           [this](std::string_view text) { return accept_each(text); });
    }

    void skip_spaces() {
        while (!at_end() && is_space(tokens_[at_].text.front())) ++at_;
    }

    /// The digits that come next, if there are `least` to `most` of them.
    std::optional<std::string_view> digits(std::size_t least, std::size_t most) {
        if (at_end() || !tokens_[at_].number) return {};
        const std::string_view text = tokens_[at_].text;
        if (text.size() < least || text.size() > most) return {};
        ++at_;
        return text;
    }

    std::optional<int> number(std::size_t least, std::size_t most) {
        const auto text = digits(least, most);
        if (!text) return {};
        return value_of(*text);
    }

    std::string_view word() {
        if (at_end() || !tokens_[at_].word) return {};
        return tokens_[at_++].text;
    }

    static int value_of(std::string_view digits) {
        int value = 0;
        for (const char c : digits) value = value * 10 + (c - '0');
        return value;
    }

private:
    const Tokens& tokens_;
    std::size_t at_{0};
};

/// What has been read so far of one text, and the readers of its parts. A reader that fails leaves
/// the cursor where it was.
class Reading {
public:
    explicit Reading(const Tokens& tokens) : at_{tokens} {}

    std::optional<Moment> moment() {
        skip_between();
        skip_weekday();
        const bool read = date_first() || time_first() || year_last();
        if (!read) return {};
        skip_trailer();
        if (!at_.at_end()) return {};
        return made();
    }

private:
    bool date_first() {
        const std::size_t begin = at_.place();
        if (!read_date()) return back_to(begin);
        const std::size_t after_date = at_.place();
        skip_between();
        skip_weekday();
        if (!read_time()) {
            at_.return_to(after_date);
            skip_weekday_in_brackets();
            return true;
        }
        read_zone();
        return true;
    }

    bool time_first() {
        const std::size_t begin = at_.place();
        if (read_time()) {
            read_zone();
            skip_between();
            skip_weekday();
            if (read_date()) return true;
        }
        return back_to(begin);
    }

    /// As the C library and old feeds write it: `Sep 24 20:01:22 +0000 2020`.
    bool year_last() {
        const std::size_t begin = at_.place();
        date_ = {};
        if (!read_month()) return back_to(begin);
        at_.skip_spaces();
        const auto day = at_.number(1, 2);
        skip_between();
        if (!day || !read_time()) return back_to(begin);
        read_zone();
        skip_between();
        const auto year = at_.number(4, 4);
        if (!year) return back_to(begin);
        date_.day = *day;
        date_.year = *year;
        return true;
    }

    bool back_to(std::size_t place) {
        at_.return_to(place);
        time_.reset();
        offset_minutes_.reset();
        return false;
    }

    /// What may stand between a date and a time.
    void skip_between() {
        while (true) {
            at_.skip_spaces();
            if (!at_.accept_any({",", "|", "·", "•", ";", "，", "at", "on"})) return;
        }
    }

    void skip_weekday() {
        const std::size_t begin = at_.place();
        if (is_weekday(at_.word())) {
            had_weekday_ = true;
            at_.accept(".");
            skip_between();
            return;
        }
        at_.return_to(begin);
        skip_weekday_in_brackets();
    }

    /// `星期四`, `周四`, `(Thursday)`, `（星期四）`.
    void skip_weekday_in_brackets() {
        const std::size_t begin = at_.place();
        at_.skip_spaces();
        const bool bracket = at_.accept("(");
        bool day = is_weekday(at_.peek());
        if (day) at_.word();
        if (!day && at_.accept_any({"星期", "周", "礼拜"})) {
            day = at_.accept_any({"一", "二", "三", "四", "五", "六", "日", "天"});
        }
        if (!day || (bracket && !at_.accept(")"))) {
            at_.return_to(begin);
            return;
        }
        skip_between();
    }

    bool read_date() {
        constexpr std::array forms{&Reading::read_digits_date, &Reading::read_year_first,
                                   &Reading::read_month_first, &Reading::read_day_first};
        const std::size_t begin = at_.place();
        return std::any_of(forms.begin(), forms.end(), [&](auto form) {
            at_.return_to(begin);
            date_ = {};
            return (this->*form)();
        });
    }

    /// `20200924`, `20200924T200122`, `20200924200122`.
    bool read_digits_date() {
        const auto digits = at_.digits(8, 14);
        if (!digits || (digits->size() != 8 && digits->size() != 14)) return false;
        date_ = {Cursor::value_of(digits->substr(0, 4)), Cursor::value_of(digits->substr(4, 2)),
                 Cursor::value_of(digits->substr(6, 2))};
        if (digits->size() == 14) packed_time_ = digits->substr(8);
        return true;
    }

    /// `2020-09-24`, `2020/9/24`, `2020.9.24`, `2020 Sep 24`, `2020年9月24日`.
    bool read_year_first() {
        const auto year = at_.number(4, 4);
        if (!year) return false;
        date_.year = *year;
        at_.skip_spaces();
        if (at_.accept("年")) return read_chinese_rest();
        const std::string between{at_.peek()};
        const bool separated = between == "-" || between == "/" || between == ".";
        if (separated) at_.accept(between);
        if (!read_month()) {
            const auto month = at_.number(1, 2);
            if (!separated || !month) return false;
            date_.month = *month;
        }
        at_.skip_spaces();
        if (separated && !at_.accept(between)) return false;
        return read_day(1);
    }

    bool read_chinese_rest() {
        at_.skip_spaces();
        const auto month = at_.number(1, 2);
        at_.skip_spaces();
        if (!month || !at_.accept("月")) return false;
        date_.month = *month;
        at_.skip_spaces();
        return read_day(1) && at_.accept_any({"日", "号", "號"});
    }

    /// `Sept. 24, 2020`, `September 24th 2020`.
    bool read_month_first() {
        if (!read_month()) return false;
        at_.skip_spaces();
        if (!read_day(1)) return false;
        skip_between();
        const auto year = at_.number(4, 4);
        if (!year) return false;
        date_.year = *year;
        return true;
    }

    /// `24 September 2020`, `24-Sep-2020`, `24th of Sept., 2020`; `24 Sep 20` after a weekday.
    bool read_day_first() {
        if (!read_day(1)) return false;
        skip_between_names();
        if (at_.accept("of")) at_.skip_spaces();
        if (!read_month()) return false;
        skip_between_names();
        if (const auto year = at_.number(4, 4)) {
            date_.year = *year;
            return true;
        }
        const auto year = had_weekday_ ? at_.number(2, 2) : std::optional<int>{};
        if (!year) return false;
        date_.year = *year + (*year < 50 ? 2000 : 1900);  // as RFC 2822 has it
        return true;
    }

    void skip_between_names() {
        at_.skip_spaces();
        if (at_.accept_any({"-", ",", "/"})) at_.skip_spaces();
    }

    bool read_month() {
        const std::size_t begin = at_.place();
        date_.month = month_named(at_.word());
        if (date_.month == 0) {
            at_.return_to(begin);
            return false;
        }
        at_.accept(".");
        return true;
    }

    bool read_day(std::size_t least) {
        const auto day = at_.number(least, 2);
        if (!day) return false;
        date_.day = *day;
        at_.accept_any({"st", "nd", "rd", "th"});
        return true;
    }

    bool read_time() {
        if (!packed_time_.empty()) return unpack(packed_time_);
        const std::size_t begin = at_.place();
        const bool after_t = at_.accept("t");
        at_.accept_any({"-", "–"});
        at_.skip_spaces();
        const int afternoon = read_half_of_day();
        at_.skip_spaces();
        if (after_t) {
            if (const auto digits = at_.digits(6, 6)) return unpack(*digits);
            if (const auto digits = at_.digits(4, 4)) return unpack(*digits);
        }
        const auto hour = at_.number(1, 2);
        if (!hour) return back_to(begin);
        time_ = Time{*hour, 0, 0};
        const bool minutes = read_minutes();
        const bool half = read_am_pm();
        if (!minutes && !half) return back_to(begin);
        if (afternoon > 0 && time_->hour < 12) time_->hour += 12;
        if (time_->hour > 23 || time_->minute > 59 || time_->second > 60) return back_to(begin);
        time_->second = std::min(time_->second, 59);  // a leap second is the one before it
        return true;
    }

    bool unpack(std::string_view digits) {
        time_ = Time{Cursor::value_of(digits.substr(0, 2)), Cursor::value_of(digits.substr(2, 2)),
                     digits.size() > 4 ? Cursor::value_of(digits.substr(4, 2)) : 0};
        if (time_->hour <= 23 && time_->minute <= 59 && time_->second <= 59) return true;
        time_.reset();
        return false;
    }

    /// 1 for `下午` and `晚上`, 0 for the morning or nothing.
    int read_half_of_day() {
        if (at_.accept_any({"下午", "晚上", "傍晚", "晚"})) return 1;
        at_.accept_any({"上午", "早上", "凌晨", "清晨", "中午"});
        return 0;
    }

    /// What follows the hour: `:01:22.5`, `时1分22秒`. False if nothing does.
    bool read_minutes() {
        if (at_.accept(":")) {
            const auto minute = at_.number(2, 2);
            if (!minute) return false;
            time_->minute = *minute;
            if (at_.accept(":")) {
                const auto second = at_.number(2, 2);
                if (!second) return false;
                time_->second = *second;
                const std::size_t before = at_.place();
                if (at_.accept_any({".", ","}) && !at_.digits(1, 12)) at_.return_to(before);
            }
            return true;
        }
        if (!at_.accept_any({"时", "時", "点", "點"})) return false;
        if (const auto minute = at_.number(1, 2)) {
            time_->minute = *minute;
            at_.accept("分");
        }
        if (const auto second = at_.number(1, 2)) {
            time_->second = *second;
            at_.accept("秒");
        }
        return true;
    }

    /// `PM`, `p.m.`: turns the hour into one of 24. False if there is none.
    bool read_am_pm() {
        const std::size_t begin = at_.place();
        at_.skip_spaces();
        const std::string_view word = at_.word();
        const bool pm = word == "pm" || word == "p";
        bool fits = pm || word == "am" || word == "a";
        if (fits && word.size() == 1) fits = at_.accept(".") && at_.accept("m");
        if (!fits || time_->hour < 1 || time_->hour > 12) {
            at_.return_to(begin);
            return false;
        }
        at_.accept(".");
        time_->hour = time_->hour % 12 + (pm ? 12 : 0);
        return true;
    }

    void read_zone() {
        const std::size_t begin = at_.place();
        at_.skip_spaces();
        const bool bracket = at_.accept("(");
        const bool read = read_offset() || read_zone_name();
        if (!read || (bracket && !at_.accept(")"))) {
            at_.return_to(begin);
            offset_minutes_.reset();
        }
    }

    /// `+0800`, `+08:00`, `-5`.
    bool read_offset() {
        const std::size_t begin = at_.place();
        const bool west = at_.accept_any({"-", "−"});
        if (!west && !at_.accept("+")) return false;
        int minutes = 0;
        if (const auto packed = at_.digits(4, 4)) {
            minutes =
                Cursor::value_of(packed->substr(0, 2)) * 60 + Cursor::value_of(packed->substr(2));
        } else if (const auto hours = at_.number(1, 2)) {
            minutes = *hours * 60;
            if (at_.accept(":")) minutes += at_.number(2, 2).value_or(10000);
        } else {
            minutes = 10000;
        }
        if (minutes > 18 * 60) {
            at_.return_to(begin);
            return false;
        }
        offset_minutes_ = west ? -minutes : minutes;
        return true;
    }

    bool read_zone_name() {
        const std::size_t begin = at_.place();
        if (at_.accept_each("北京时间") || (at_.accept("beijing") && accept_time_word())) {
            offset_minutes_ = 480;
            return true;
        }
        at_.return_to(begin);
        if (at_.accept("local") && accept_time_word()) return true;
        at_.return_to(begin);
        const std::string_view name = at_.word();
        const auto* const zone = std::find_if(zones.begin(), zones.end(),
                                              [name](const Zone& row) { return row.name == name; });
        if (zone == zones.end()) {
            at_.return_to(begin);
            return false;
        }
        if (zone->offset_minutes != unsure) offset_minutes_ = zone->offset_minutes;
        if (zone->offset_minutes == 0) read_offset();  // GMT+8
        return true;
    }

    bool accept_time_word() {
        at_.skip_spaces();
        return at_.accept("time");
    }

    /// What writers add after a full time: `(CST)`, `[Asia/Shanghai]`.
    void skip_trailer() {
        at_.skip_spaces();
        at_.accept(".");
        at_.skip_spaces();
        const bool round = at_.accept("(");
        if (!round && !at_.accept("[")) return;
        while (!at_.at_end() && at_.peek() != (round ? ")" : "]")) at_.return_to(at_.place() + 1);
        at_.accept(round ? ")" : "]");
        at_.skip_spaces();
    }

    std::optional<Moment> made() const {
        const auto day = day_of(date_.year, date_.month, date_.day);
        if (!day) return {};
        Moment moment;
        moment.day = *day;
        moment.utc_seconds = std::int64_t{*day} * 86400;
        if (!time_) return moment;
        moment.has_time = true;
        moment.has_zone = offset_minutes_.has_value();
        moment.offset_minutes = offset_minutes_.value_or(0);
        moment.utc_seconds +=
            time_->hour * 3600 + time_->minute * 60 + time_->second - moment.offset_minutes * 60;
        return moment;
    }

    Cursor at_;
    Date date_;
    std::optional<Time> time_;
    std::optional<int> offset_minutes_;
    std::string_view packed_time_;
    bool had_weekday_{false};
};

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
    const Tokens tokens = tokens_of(narrowed(text));
    if (tokens.size() > most_tokens) return {};
    return Reading{tokens}.moment();
}

}  // namespace lectern
