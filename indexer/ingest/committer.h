#pragma once
// Outcomes of batches, taken in order, become changes of the index.

#include "common/index/snapshot.h"
#include "common/text/tokenizer.h"
#include "indexer/ingest/batch.h"
#include "indexer/ingest/ingest.h"
#include "indexer/write/writer.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace lectern {

/// Not safe to share between threads.
class Committer {
public:
    /// `before` is the index as it was when the run began, null if it was empty; all outlive this.
    Committer(Writer& writer, const Snapshot* before, const std::vector<Work>& work, Report& report)
        : writer_{writer}, before_{before}, work_{work}, report_{report} {}

    void take(BatchOutcome&& outcome);

    /// All articles of these files go.
    void remove_files(const std::vector<std::string>& paths);

    /// Everything taken so far is durable when it returns; whether that took a commit.
    bool commit();

    std::uint64_t records_durable() const { return records_durable_; }

    std::uint64_t bytes_durable() const { return bytes_durable_; }

private:
    void note_new(const NewArticle& added, ArticleNumber number);
    void note_kept(const KeptArticle& kept, std::size_t batch_articles);
    void note_twin(const NewArticle& added);
    void add_again();
    void close_piece(const PieceOutcome& piece);
    void bury_missing(const std::string& path, const std::vector<SegmentRef>& known);
    std::vector<SegmentRef> articles_of(const std::string& path) const;

    /// A file of which some pieces were taken.
    struct OpenFile {
        FileRecord record;
        bool failed{false};
        std::vector<SegmentRef> known;
    };

    Writer& writer_;
    const Snapshot* before_;
    const std::vector<Work>& work_;
    Report& report_;
    Change change_;
    ArticleNumber pending_articles_{0};
    std::unordered_map<std::uint64_t, ArticleNumber> pending_;  ///< identity -> number in change_
    std::unordered_map<std::uint64_t, SegmentRef> places_;  ///< identity -> committed in this run
    std::vector<SegmentRef> again_;     ///< articles of `before` that the batch in hand adds again
    std::set<std::uint64_t> returned_;  ///< identities of such articles
    std::optional<Tokenizer> tokenizer_;    ///< made when first needed
    std::map<std::size_t, OpenFile> open_;  ///< by place in the work
    std::uint64_t records_taken_{0};
    std::uint64_t records_durable_{0};
    std::uint64_t bytes_taken_{0};
    std::uint64_t bytes_durable_{0};
};

}  // namespace lectern
