#pragma once
// What a page prints around an article, and copies of it keep: `Related News`, `Share this`,
// `责任编辑`.

#include <cstddef>
#include <span>
#include <string_view>

namespace lectern {

/// How many of `lines` are the article's, and not furniture after it. A real paragraph is never
/// counted out; nor is everything.
std::size_t without_furniture(std::span<const std::string_view> lines);

}  // namespace lectern
