#pragma once
// The one writer of an index: takes batches in, lets articles go, keeps segments few, and makes
// each state durable before it says so.

#include "common/base/file.h"
#include "common/index/manifest.h"
#include "common/segment/positions.h"
#include "indexer/write/builder.h"
#include "indexer/write/catalogue.h"
#include "indexer/write/merge.h"

#include <atomic>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lectern {

/// An article by the segment it was in when the reference was made; good until compact() or tidy().
struct SegmentRef {
    std::string segment;
    ArticleNumber number{};
};

/// One step from a state of the index to the next.
struct Change {
    std::vector<BatchFiles> batches;  ///< their articles come after all there are
    std::vector<SegmentRef> deaths;   ///< articles that go
    /// Articles of this change's own batches that go, since a later one replaced them: numbered
    /// through all batches, from 1.
    std::vector<ArticleNumber> stillborn;
    std::string catalogue_lines;
};

/// Not safe to share between threads, but for batch_folder().
class Writer {
public:
    enum class Mode : std::uint8_t { CreateOrOpen, OpenOnly };

    /// Locks the index; removes what a killed writer left. Throws Error{Locked} at once if another
    /// holds it, Error{NoIndex} with OpenOnly, Error{Usage} if `folder` holds something else.
    Writer(const std::string& folder, Mode mode);

    const std::string& folder() const { return folder_; }

    const Manifest& manifest() const { return manifest_; }

    Catalogue catalogue() const;

    /// A fresh empty folder for a batch; gone when the writer is.
    std::string batch_folder();

    /// All of the change is on disk when it returns, none of it is visible if it throws. Returns
    /// the name of the segment that holds the batches, empty if there are none.
    std::string commit(const Change& change);

    /// Merges segments so that each is larger than all after it together: their number stays near
    /// the logarithm of the size. References to articles stay good.
    void merge_tiers();

    /// As merge_tiers(), but only once there are many segments: for the midst of a long run.
    void merge_if_many();

    /// Writes anew what has many dead, so that they take no room. Ends references.
    void tidy();

    /// One segment without any dead.
    void compact();

    /// Takes over all articles of the index at `folder`, which stays as it is; this one is empty so
    /// far.
    void copy_from(const std::string& folder);

private:
    struct Moved {
        std::string segment;
        ArticleNumber offset;
    };

    void create();
    void sweep() const;
    std::string fresh_name();
    void publish(Manifest next);
    SegmentEntry merged(std::span<const MergeInput> inputs);
    SegmentEntry segment_of(std::span<const BatchFiles> batches);
    /// One segment of those, which lie in the index at `folder`, with their dead still in it.
    SegmentEntry merged_segments(const std::string& folder, std::span<const SegmentEntry> segments);
    void merge_from(std::size_t first);
    void rewrite(std::size_t place);
    void bury(SegmentEntry& entry, std::vector<ArticleNumber> numbers);
    SegmentRef current(SegmentRef ref) const;
    void append_catalogue(Manifest& next, const std::string& lines);

    std::string folder_;
    Descriptor lock_;
    Manifest manifest_;
    std::map<std::string, Moved> moved_;
    std::atomic<std::size_t> batch_{0};
};

}  // namespace lectern
