#pragma once
// The loop: files through the stages into the index. The only place in the indexer with threads.

#include "common/base/error.h"
#include "indexer/ingest/feed.h"
#include "indexer/read/format.h"
#include "indexer/write/writer.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lectern {

struct IngestOptions {
    std::vector<std::string> roots;
    std::string format;  ///< name of one; empty: by suffix and content
    std::string outlet;  ///< of articles that name none
    unsigned jobs{1};    ///< threads that read and build, at least 1
    bool full{false};    ///< read again what did not change
    FeedLimits feed_limits;
    ReadLimits read_limits;
    double commit_seconds{0.5};  ///< at least so long between two commits
};

struct Report {
    std::uint64_t added{0};  ///< articles
    std::uint64_t replaced{0};
    std::uint64_t removed{0};
    std::uint64_t unchanged{0};
    std::uint64_t failed{0};  ///< files and records
    std::uint64_t passed_over{0};
    std::map<std::string, std::uint64_t> skipped;  ///< files of no known format, by suffix
    std::vector<Problem> problems;                 ///< in order of input
    std::uint64_t text_bytes{0};
    std::uint64_t undated{0};
    std::uint64_t future_dated{0};
    std::uint64_t decoded{0};
    bool interrupted{false};
};

struct Progress {
    std::uint64_t records{0};     ///< of the input, durable from now on
    std::uint64_t bytes_done{0};  ///< of files to read
    std::uint64_t bytes_all{0};
};

/// Brings the index to the state of the files below the roots: new ones are added, changed ones
/// replaced, vanished ones removed. `committed` is called after each durable commit, from the
/// calling thread. When `stop` becomes true it commits what is done and returns. Throws Error{Io}
/// when the index cannot be written; what was committed is kept.
Report ingest(const IngestOptions& options,
              Writer& writer,
              const std::function<void(const Progress&)>& committed,
              const std::atomic<bool>& stop);

}  // namespace lectern
