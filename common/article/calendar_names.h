#pragma once
// English names of months and weekdays, in lower case, whole or abbreviated.

#include <string_view>

namespace lectern {

/// 1 to 12 for the name of a month or its first three letters (`sept` too); else 0.
int month_named(std::string_view word);

bool is_weekday(std::string_view word);

}  // namespace lectern
