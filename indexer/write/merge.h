#pragma once
// Several batches or segments become one segment, their articles numbered one after another.

#include "common/index/manifest.h"
#include "common/segment/positions.h"

#include <span>
#include <string>

namespace lectern {

struct MergeInput {
    std::string postings;  ///< path of a Xapian database
    std::string store;     ///< path of the store beside it
    ArticleNumber articles{};
};

struct MergedFiles {
    FileEntry postings;
    FileEntry store;
};

/// Writes `postings` and `store` into `folder`, which exists; all bytes are on disk when it
/// returns. Throws Error{Io}; what is in `folder` is then of no use.
MergedFiles merge(std::span<const MergeInput> inputs, const std::string& folder);

}  // namespace lectern
