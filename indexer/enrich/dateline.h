#pragma once
// The place that a report begins with: `BEIJING, Sept. 24 -- …`.

#include "common/article/article.h"

namespace lectern {

/// Fills `dateline` if it is empty, and `published` if that is unknown and the dateline has a whole
/// date.
void add_dateline(Article& article);

}  // namespace lectern
