#pragma once
// Times of day as people write them: `20:01:22.5`, `8 PM`, `下午8时1分`.

#include "common/article/moment_words.h"

namespace lectern {

struct WrittenTime {
    int hour{};
    int minute{};
    int second{};
};

/// Reads a time, perhaps after a `T`; nothing, and nothing read, if none comes next.
std::optional<WrittenTime> read_time(MomentWords& words);

/// `2001` or `200122`; nothing if there is no such time.
std::optional<WrittenTime> packed_time(std::string_view digits);

}  // namespace lectern
