#pragma once
// The head of an article in plain text: its title, and the lines of outlet, byline and date.

#include "common/article/article.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace lectern {

/// Fills `article` from the first of `lines` (as lines_of() cuts them); the number of lines read.
std::size_t read_head(std::span<const std::string_view> lines, Article& article);

}  // namespace lectern
