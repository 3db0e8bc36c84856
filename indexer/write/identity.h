#pragma once
// Which article an article is: the same one read again replaces what it was.

#include "common/article/article.h"

#include <cstdint>
#include <string>

namespace lectern {

/// Gives an article that has no id of its own one made from where it was read: its path; in a file
/// of many its address there, or, without one, its text.
void complete_id(Article& article);

/// The file and the id within it; `article.id` is set.
std::string identity_of(const Article& article);

/// A hash of everything that was read of it: equal means it did not change.
std::uint64_t content_of(const Article& article);

}  // namespace lectern
