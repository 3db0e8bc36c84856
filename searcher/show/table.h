#pragma once
// Text in columns of a screen, whatever the width of its characters.

#include "searcher/show/show.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// `text` filled with blanks to that many columns, behind it or before it.
std::string padded(std::string text, std::size_t columns);
std::string padded_left(const std::string& text, std::size_t columns);

/// At most that many columns, at least one; `…` in place of what is cut.
std::string clipped(std::string_view text, std::size_t columns);

/// Marks what stands out, by escape sequences or without.
class Painter {
public:
    explicit Painter(const Showing& showing) : color_{showing.color} {}

    std::string marked(const std::string& text) const;
    std::string bold(const std::string& text) const;

private:
    bool color_;
};

/// Facets beside each other as far as the screen is wide.
void write_facets(const std::vector<Facet>& facets, const Showing& showing, std::ostream& out);

}  // namespace lectern
