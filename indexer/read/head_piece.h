#pragma once
// What one line of an article's head says: `Published: 2020-09-24`, `By Jane Doe | Rivermouth`.

#include "common/article/day.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lectern {

enum class HeadPart : std::uint8_t {
    Title,
    Outlet,
    Byline,
    Date,
    Updated,
    Url,
    Section,
    Language,
    Plain,  ///< says nothing of itself: an outlet, a name, or no header at all
};

/// A line, or a part of one, and what it is.
struct HeadPiece {
    HeadPart part{HeadPart::Plain};
    std::string_view value;
    bool keyed{false};  ///< `Key: value`
    std::optional<Moment> moment;
};

/// `Published: 2020-09-24`, `Updated: 24 September 2020`, `来源：岚国日报`; Plain if there is no
/// key.
HeadPiece keyed_piece(std::string_view text);

HeadPiece piece_of(std::string_view text);

/// The parts of a line between bars, dots, tabs or wide blanks; the line itself if it is one piece.
std::vector<HeadPiece> pieces_of(std::string_view line);

}  // namespace lectern
