#pragma once
// What becomes of one batch: its bytes read, enriched and built into a small segment of its own.

#include "common/index/snapshot.h"
#include "common/segment/documents.h"
#include "common/text/tokenizer.h"
#include "indexer/ingest/feed.h"
#include "indexer/write/builder.h"
#include "indexer/write/writer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

/// An article that the batch holds, in the order of its numbers.
struct NewArticle {
    std::uint64_t identity{};            ///< hash of it
    std::optional<SegmentRef> replaces;  ///< what the index had before
    std::string where;                   ///< `feed.jsonl:17`
};

/// An article read that the index has just so.
struct KeptArticle {
    std::uint64_t identity{};  ///< hash of it
    SegmentRef ref;
    std::size_t after{};  ///< how many new articles the batch held before it
    std::string where;
};

/// What came of one piece.
struct PieceOutcome {
    std::size_t work{};
    bool last{};
    bool failed{};                  ///< nothing could be read of it
    FileRecord record;              ///< with the last piece; counts of this piece alone
    std::vector<SegmentRef> known;  ///< articles in the index that are as they were, or replaced
    std::uint64_t unchanged{0};
    std::uint64_t records{0};  ///< read, whatever came of them
};

struct BatchOutcome {
    std::optional<BatchFiles> files;  ///< nothing if no article was new
    std::vector<NewArticle> articles;
    std::vector<KeptArticle> kept;  ///< in order
    std::vector<PieceOutcome> pieces;
    std::vector<Problem> problems;
    std::uint64_t text_bytes{0};
    std::uint64_t undated{0};
    std::uint64_t future_dated{0};
    std::uint64_t decoded{0};  ///< read in another encoding than UTF-8
};

/// What all batches of a run share; not changed while it runs.
struct BatchPlan {
    const std::vector<Work>* work{nullptr};
    ReadLimits limits;
    std::string outlet;           ///< of articles that name none
    bool read_everything{false};  ///< treat unchanged articles as changed
    std::int64_t now{};           ///< seconds UTC
};

/// Tools that a thread keeps from batch to batch.
struct Workbench {
    Tokenizer tokenizer;
    const Snapshot* before{nullptr};  ///< the index when the run began; null if it was empty
};

/// `folder` makes a folder for the segment when one is needed; `dictionary` is asked once the
/// articles are read and given their records.
BatchOutcome process(
    const Batch& batch,
    const BatchPlan& plan,
    Workbench& workbench,
    const std::function<std::string()>& folder,
    const std::function<Dictionaries(const std::vector<std::string>&)>& dictionary);

}  // namespace lectern
