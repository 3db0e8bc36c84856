#include "indexer/ingest/ingest.h"

#include "common/index/snapshot.h"
#include "indexer/ingest/batch.h"
#include "indexer/ingest/belt.h"
#include "indexer/ingest/committer.h"
#include "indexer/ingest/inventory.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <utility>

namespace lectern {
namespace {

/// The compression dictionary of a run: the index's own, else learned once, when enough records
/// have been seen. Batches before that are compressed without one.
class SharedDictionary {
public:
    explicit SharedDictionary(const Snapshot* before) {
        if (before == nullptr) return;
        for (const Segment& segment : before->segments()) {
            const Dictionaries& known = segment.documents().dictionaries();
            if (known.empty()) continue;
            dictionary_.insert(*known.begin());
            settled_ = true;
            return;
        }
    }

    Dictionaries settle(const std::vector<std::string>& records) {
        const std::lock_guard lock{mutex_};
        for (std::size_t i = 0; !settled_ && i < records.size(); ++i) {
            seen_bytes_ += records[i].size();
            seen_.push_back(records[i]);
            settled_ = seen_bytes_ >= dictionary_training_bytes;
        }
        if (settled_ && !seen_.empty()) dictionary_ = trained_dictionary(std::exchange(seen_, {}));
        return dictionary_;
    }

private:
    std::mutex mutex_;
    bool settled_{false};
    Dictionaries dictionary_;  ///< not changed once it is not empty
    std::vector<std::string> seen_;
    std::size_t seen_bytes_{0};
};

/// What a run's threads share.
class Run {
public:
    Run(const IngestOptions& options, Writer& writer, const std::atomic<bool>& stop)
        : options_{options},
          writer_{writer},
          stop_{stop},
          inventory_{take_inventory(options, writer)},
          before_{opened()},
          plan_{.work = &inventory_.work,
                .limits = options.read_limits,
                .outlet = options.outlet,
                .read_everything = options.full,
                .now = now()},
          dictionary_{before_ ? &*before_ : nullptr} {}

    Report operator()(const std::function<void(const Progress&)>& committed);

private:
    std::optional<Snapshot> opened() const {
        if (writer_.manifest().segments.empty()) return std::nullopt;
        return Snapshot{writer_.folder()};
    }

    static std::int64_t now() {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::seconds>(since).count();
    }

    /// Small inputs are cut smaller, so that every thread has something to do.
    FeedLimits feed_limits() const {
        FeedLimits limits = options_.feed_limits;
        const std::uint64_t share = inventory_.bytes / (std::uint64_t{2} * options_.jobs);
        limits.batch_bytes = std::clamp(
            share, std::min(limits.first_batch_bytes, limits.batch_bytes), limits.batch_bytes);
        return limits;
    }

    void feed_belt(Belt& belt) const {
        feed(inventory_.work, feed_limits(),
             [&](Batch&& batch) { return !stop_ && belt.put(std::move(batch)); });
        belt.no_more();
    }

    /// `view` is the worker's own: Xapian's databases are not shared between threads.
    void work(Belt& belt, const std::optional<Snapshot>& view) {
        Workbench workbench{.tokenizer = {}, .before = view ? &*view : nullptr};
        const auto folder = [this] { return writer_.batch_folder(); };
        const auto dictionary = [this](const std::vector<std::string>& records) {
            return dictionary_.settle(records);
        };
        while (auto taken = belt.take()) {
            belt.done(taken->first, process(taken->second, plan_, workbench, folder, dictionary));
        }
    }

    const IngestOptions& options_;
    Writer& writer_;
    const std::atomic<bool>& stop_;
    Inventory inventory_;
    std::optional<Snapshot> before_;
    BatchPlan plan_;
    SharedDictionary dictionary_;
};

Report Run::operator()(const std::function<void(const Progress&)>& committed) {
    Report report = std::move(inventory_.report);
    Committer committer{writer_, before_ ? &*before_ : nullptr, inventory_.work, report};
    std::vector<std::optional<Snapshot>> views(options_.jobs);  // opened before the first commit
    for (auto& view : views) view = opened();

    Belt belt{std::size_t{2} * options_.jobs + 2};
    Crew crew{belt};
    crew.start([&] { feed_belt(belt); });
    for (const auto& view : views) {
        crew.start([&] { work(belt, view); });
    }

    auto next_commit = Belt::Clock::now();
    const auto pause = std::chrono::duration_cast<Belt::Clock::duration>(
        std::chrono::duration<double>{options_.commit_seconds});
    const auto commit = [&] {
        if (committer.commit()) next_commit = Belt::Clock::now() + pause;
        committed({.records = inventory_.records + committer.records_durable(),
                   .bytes_done = committer.bytes_durable(),
                   .bytes_all = inventory_.bytes});
    };
    for (auto outcomes = belt.collect(next_commit); !outcomes.empty();
         outcomes = belt.collect(next_commit)) {
        for (BatchOutcome& outcome : outcomes) committer.take(std::move(outcome));
        commit();
    }
    report.interrupted = stop_;
    if (!stop_) committer.remove_files(inventory_.vanished);
    commit();
    if (!stop_) {
        writer_.merge_tiers();
        writer_.tidy();
    }
    return report;
}

}  // namespace

Report ingest(const IngestOptions& options,
              Writer& writer,
              const std::function<void(const Progress&)>& committed,
              const std::atomic<bool>& stop) {
    return Run{options, writer, stop}(committed);
}

}  // namespace lectern
