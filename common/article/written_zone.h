#pragma once
// Zones of time as people write them: `Z`, `+0800`, `GMT+8`, `EST`, `北京时间`.

#include "common/article/moment_words.h"

namespace lectern {

/// Reads a zone, perhaps in brackets; its minutes east of UTC. Nothing, and nothing read, if none
/// comes next; nothing too for a name of several meanings (`IST`, `local time`), which is read.
std::optional<int> read_zone(MomentWords& words);

}  // namespace lectern
