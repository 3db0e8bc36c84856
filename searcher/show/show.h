#pragma once
// A response as its reader wants it: a style is a row of styles.cpp and a file of its own.

#include "searcher/match/response.h"

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// What is shown besides the response itself.
struct Showing {
    std::string query;   ///< as typed
    std::string parsed;  ///< as understood
    std::vector<Problem> problems;
    std::vector<std::string> fields;  ///< of a hit; empty: the style's own choice
    std::size_t offset{0};
    bool color{false};       ///< marks by escape sequences, else by asterisks
    bool hits{true};         ///< false: facets and counts alone
    std::size_t width{100};  ///< columns of the reader's screen
};

struct Style {
    std::string_view name;
    std::string_view help;
    void (*show)(const Response&, const Showing&, std::ostream&);
};

std::span<const Style> styles();

/// By name; throws Error{Usage} with the names there are.
const Style& find_style(std::string_view name);

/// The names a hit can be shown by: those of the field table, and score.
std::vector<std::string> hit_field_names();

/// The value of a field of a hit as text; several values joined by `; `.
std::string hit_field(const Hit& hit, std::string_view name);

/// Whether an article may have several values of the field; JSON then names it in the plural.
bool has_many(std::string_view field);

/// Throws Error{Usage} for a name that hit_field() does not know.
std::vector<std::string> parse_hit_fields(std::string_view list);

}  // namespace lectern
