#pragma once
// What an article's own text adds to what its reader knew: steps, applied in the order of
// steps.cpp.

#include "common/article/article.h"

#include <span>
#include <string_view>

namespace lectern {

struct Step {
    std::string_view name;
    std::string_view help;
    /// Adds to the article; never overwrites what the reader found stated. Thread-safe.
    void (*apply)(Article&);
};

std::span<const Step> steps();

}  // namespace lectern
