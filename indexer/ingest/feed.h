#pragma once
// Files become batches of bytes in a fixed order: the first stage, and the only one that reads
// them.

#include "common/base/error.h"
#include "indexer/find/tree.h"
#include "indexer/read/format.h"
#include "indexer/write/catalogue.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

/// A file to be read.
struct Work {
    FoundFile file;
    const Format* format{nullptr};
};

/// A whole file, or a stretch of whole lines of one.
struct Piece {
    std::size_t work{};  ///< its place in the list of work
    std::string bytes;
    std::uint64_t first_line{1};         ///< of `bytes` within the file
    bool last{true};                     ///< of its file
    FileRecord record;                   ///< with the last piece: what the catalogue will say
    std::optional<std::string> failure;  ///< the file could not be read: why
};

struct Batch {
    std::vector<Piece> pieces;
    std::uint64_t bytes{0};
};

struct FeedLimits {
    /// Measured: with larger ones Xapian's inverter slows down, with smaller ones merging costs
    /// more.
    std::uint64_t batch_bytes{4U << 20U};
    /// The first batch; later ones grow to the full size, so that something is durable soon.
    std::uint64_t first_batch_bytes{512U << 10U};
    std::uint64_t file_bytes{256U << 20U};  ///< of one article in a file of its own
    std::uint64_t line_bytes{64U << 20U};
};

/// Reads all of `work` and gives it to `take` as batches; stops early when `take` says false. A
/// file that changes while it is read is a failure: the next run will find it changed.
void feed(const std::vector<Work>& work,
          const FeedLimits& limits,
          const std::function<bool(Batch&&)>& take);

}  // namespace lectern
