#pragma once
// What a run has to do, found out without reading any article.

#include "indexer/ingest/feed.h"
#include "indexer/ingest/ingest.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern {

struct Inventory {
    std::vector<Work> work;             ///< files that are new or changed
    std::vector<std::string> vanished;  ///< stored paths of files that are gone
    Report report;                      ///< what is unchanged, skipped, wrong so far
    std::uint64_t bytes{0};             ///< of the work
    std::uint64_t records{0};           ///< of unchanged files
};

/// Compares the files below the roots with the catalogue. A file below a folder that cannot be
/// read, or below a root that held files and holds none now, does not count as vanished: a lost
/// disk is likelier than a purge.
Inventory take_inventory(const IngestOptions& options, const Writer& writer);

}  // namespace lectern
