#pragma once
// JSON: the only home of nlohmann-json. Its parser reads; we build the value (json_builder.h) and
// mend the text (json_repair.h), so that no input, however hostile, costs more than linear time,
// deep recursion or an exception.

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// Keeps the order of an object's members.
using Json = nlohmann::ordered_json;

/// A document with more values than this is refused: it is no record, and would fill the memory.
inline constexpr std::size_t max_json_values = 1'000'000;

struct ParsedJson {
    std::optional<Json> value;  ///< nothing if the text is not JSON
    std::string problem;   ///< then why: `not JSON: unexpected end of input at byte 17` (from 1)
    bool repaired{false};  ///< ill-formed UTF-8 or lone surrogates became U+FFFD
};

/// Reads one JSON document (RFC 8259) that fills the whole text but for white space. Strings come
/// out as valid UTF-8; of members of the same name the last counts; an integer beyond 64 bits
/// becomes a floating-point number. Arrays and objects nested deeper than `depth_limit` are a
/// problem.
ParsedJson parse_json(std::string_view text, std::size_t depth_limit = 256);

/// On one line, without blanks; ill-formed UTF-8 is written as U+FFFD.
std::string json_text(const Json& json);

}  // namespace lectern
