#include "common/article/calendar_names.h"

#include <algorithm>
#include <array>

namespace lectern {

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

}  // namespace lectern
