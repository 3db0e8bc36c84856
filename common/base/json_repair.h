#pragma once
// What a JSON parser must refuse, and much of the world's JSON has: text that is not quite Unicode.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// `text` with ill-formed UTF-8 and escapes of half a surrogate pair (`\ud83d` alone) as U+FFFD;
/// nothing if it has none.
std::optional<std::string> repaired_json(std::string_view text);

/// Where byte `at` of the repaired text was in `text`.
std::size_t place_before_repair(std::string_view text, std::size_t at);

}  // namespace lectern
