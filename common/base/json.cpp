#include "common/base/json.h"

#include "common/base/json_builder.h"
#include "common/base/json_repair.h"

#include <utility>

namespace lectern {
namespace {

/// An iterator that tells how far it came: the library says so only of its own problems.
class Reader {
public:
    using value_type = char;
    using difference_type = std::ptrdiff_t;

    Reader(const char* at, const char*& last) : at_{at}, last_{&last} {}

    char operator*() const { return *(*last_ = at_); }

    Reader& operator++() { return ++at_, *this; }

    Reader operator++(int) { return {at_++, *last_}; }

    bool operator==(const Reader& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** last_;
};

struct Reading {
    std::optional<Json> value;
    std::string problem;
    std::size_t problem_at{0};  ///< which byte, from 0
};

Reading read(std::string_view text, std::size_t depth_limit) {
    Json json;
    JsonBuilder builder{json, depth_limit};
    const char* last = text.data();
    const char* const end = text.data() + text.size();
    const bool read = Json::sax_parse(Reader{text.data(), last}, Reader{end, last}, &builder);
    const auto stopped = static_cast<std::size_t>(last - text.data());
    if (!read) return {{}, builder.problem(), builder.problem_at().value_or(stopped)};
    // The library takes a NUL for the end.
    if (*last == '\0') return {{}, "unexpected NUL", stopped};
    return {std::move(json), {}, 0};
}

}  // namespace

ParsedJson parse_json(std::string_view text, std::size_t depth_limit) {
    Reading reading = read(text, depth_limit);
    if (reading.value) return {std::move(reading.value), {}, false};
    const std::optional<std::string> repaired = repaired_json(text);
    if (repaired) {
        reading = read(*repaired, depth_limit);
        if (reading.value) return {std::move(reading.value), {}, true};
        reading.problem_at = place_before_repair(text, reading.problem_at);
    }
    return {{},
            "not JSON: " + reading.problem + " at byte " + std::to_string(reading.problem_at + 1),
            repaired.has_value()};
}

std::string json_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace lectern
