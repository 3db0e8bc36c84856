#include "common/article/written_zone.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lectern {
namespace {

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

/// The digits after the sign.
std::optional<int> read_minutes(MomentWords& words) {
    if (const auto packed = words.digits(4, 4)) {
        return value_of(packed->substr(0, 2)) * 60 + value_of(packed->substr(2));
    }
    const auto hours = words.number(1, 2);
    if (!hours) return {};
    if (!words.accept(":")) return *hours * 60;
    const auto minutes = words.number(2, 2);
    if (!minutes) return {};
    return *hours * 60 + *minutes;
}

/// `+0800`, `+08:00`, `-5`.
std::optional<int> read_offset(MomentWords& words) {
    const std::size_t begin = words.place();
    const bool west = words.accept_any({"-", "−"});
    if (!west && !words.accept("+")) return {};
    const auto minutes = read_minutes(words);
    if (!minutes || *minutes > 18 * 60) {
        words.return_to(begin);
        return {};
    }
    return west ? -*minutes : *minutes;
}

bool accept_time_word(MomentWords& words) {
    words.skip_spaces();
    return words.accept("time");
}

std::optional<int> read_zone_name(MomentWords& words) {
    const std::size_t begin = words.place();
    if (words.accept_each("北京时间")) return 480;
    if (words.accept("beijing") && accept_time_word(words)) return 480;
    words.return_to(begin);
    if (words.accept("local") && accept_time_word(words)) return unsure;
    words.return_to(begin);
    const std::string_view name = words.letters();
    const auto* const zone = std::find_if(zones.begin(), zones.end(),
                                          [name](const Zone& row) { return row.name == name; });
    if (zone == zones.end()) {
        words.return_to(begin);
        return {};
    }
    if (zone->offset_minutes != 0) return zone->offset_minutes;
    return read_offset(words).value_or(0);  // GMT+8
}

}  // namespace

std::optional<int> read_zone(MomentWords& words) {
    const std::size_t begin = words.place();
    words.skip_spaces();
    const bool bracket = words.accept("(");
    auto minutes = read_offset(words);
    if (!minutes) minutes = read_zone_name(words);
    if (!minutes || (bracket && !words.accept(")"))) {
        words.return_to(begin);
        return {};
    }
    return *minutes == unsure ? std::nullopt : minutes;
}

}  // namespace lectern
