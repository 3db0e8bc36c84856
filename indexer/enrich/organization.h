#pragma once
// The name of an organization as English writes it: `China's Ministry of National Defense (MND)`.

#include "indexer/enrich/words.h"

#include <string>
#include <string_view>

namespace lectern {

struct Organization {
    std::string name;          ///< without article; empty if there is none, or only `the company`
    std::string abbreviation;  ///< from brackets after it
    std::size_t words{};       ///< how many of the words looked at it takes, brackets and all
};

/// The organization whose name ends with the last of `words`, all of them words of `text`.
Organization organization_before(std::string_view text, Words words);

/// The one whose name, or article, begins with the first of `words`.
Organization organization_after(std::string_view text, Words words);

}  // namespace lectern
