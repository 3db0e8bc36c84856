#include "indexer/ingest.h"

#include "common/index/snapshot.h"
#include "indexer/batch.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

namespace lectern {
namespace {

using Clock = std::chrono::steady_clock;

/// Batches on their way: numbered in order by the feeder, taken by any worker, collected in order. At most
/// `room` are under way at once, which bounds memory.
class Belt {
public:
    explicit Belt(std::size_t room) : room_{room} {}

    /// False once nobody wants more.
    bool put(Batch&& batch) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return closed_ || next_in_ < collected_ + room_; });
        if (closed_) return false;
        waiting_.emplace(next_in_++, std::move(batch));
        changed_.notify_all();
        return true;
    }

    void no_more() {
        const std::lock_guard lock{mutex_};
        complete_ = true;
        changed_.notify_all();
    }

    /// Ends everything; what is under way is dropped.
    void close() {
        const std::lock_guard lock{mutex_};
        closed_ = true;
        changed_.notify_all();
    }

    std::optional<std::pair<std::size_t, Batch>> take() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return closed_ || complete_ || !waiting_.empty(); });
        if (closed_ || waiting_.empty()) return std::nullopt;
        auto node = waiting_.extract(waiting_.begin());
        return std::pair{node.key(), std::move(node.mapped())};
    }

    void done(std::size_t number, BatchOutcome&& outcome) {
        const std::lock_guard lock{mutex_};
        finished_.emplace(number, std::move(outcome));
        changed_.notify_all();
    }

    void failed(std::exception_ptr error) {
        const std::lock_guard lock{mutex_};
        if (!error_) error_ = std::move(error);
        closed_ = true;
        changed_.notify_all();
    }

    /// The next outcomes in order, as many as there are, at least one; empty when all are collected. Waits
    /// for `until` to gather more, unless the belt is full or at its end. Rethrows what a thread threw.
    std::vector<BatchOutcome> collect(Clock::time_point until) {
        std::unique_lock lock{mutex_};
        std::vector<BatchOutcome> outcomes;
        const auto gather = [&] {
            for (auto next = finished_.find(collected_); next != finished_.end();
                 next = finished_.find(collected_)) {
                outcomes.push_back(std::move(next->second));
                finished_.erase(next);
                ++collected_;
            }
            if (!outcomes.empty()) changed_.notify_all();
            return error_ != nullptr || closed_ || (complete_ && collected_ == next_in_);
        };
        bool over = false;
        changed_.wait(lock, [&] { return (over = gather()) || !outcomes.empty(); });
        if (!over) changed_.wait_until(lock, until, [&] { return (over = gather()); });
        if (error_) std::rethrow_exception(error_);
        return outcomes;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    const std::size_t room_;
    std::map<std::size_t, Batch> waiting_;
    std::map<std::size_t, BatchOutcome> finished_;
    std::size_t next_in_{0};
    std::size_t collected_{0};
    bool complete_{false};
    bool closed_{false};
    std::exception_ptr error_;
};

/// The compression dictionary of a run: the index's own, else learned once, when enough records have
/// been seen. Batches before that are compressed without one.
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
    Dictionaries dictionary_;         ///< not changed once it is not empty
    std::vector<std::string> seen_;
    std::size_t seen_bytes_{0};
};

/// What is to be done, and what is known without reading anything.
struct Inventory {
    std::vector<Work> work;
    std::vector<std::string> vanished;  ///< stored paths
    Report report;                      ///< unchanged, skipped, problems so far
    std::uint64_t bytes{0};
    std::uint64_t records{0};           ///< of unchanged files
};

std::string suffix_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    const bool has = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
    return has ? path.substr(dot) : "(no suffix)";
}

const Format* format_for(const FoundFile& file, const IngestOptions& options) {
    if (!options.format.empty()) return find_format(options.format);
    if (const Format* format = format_of(file.path, {})) return format;
    constexpr std::uint64_t head_bytes = 4096;
    try {
        return format_of(file.path, InputFile{file.path}.read(0, head_bytes));
    } catch (const Error&) {
        return nullptr;
    }
}

bool below(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 &&
           path[folder.size()] == '/';
}

/// The files of the catalogue that lie below a root but are no longer there. Where a root that held files
/// holds none now, or a folder cannot be read, a lost disk is likelier than a purge: they are kept.
void find_vanished(const IngestOptions& options,
                   const std::string& index,
                   const Found& found,
                   const Catalogue& catalogue,
                   Inventory& inventory) {
    std::set<std::string> here;
    for (const FoundFile& file : found.files) here.insert(file.stored);
    for (const std::string& root : options.roots) {
        const std::string stored = stored_path(root, index);
        std::vector<std::string> missing;
        std::size_t present = 0;
        for (const auto& [path, record] : catalogue.files()) {
            if (!below(path, stored)) continue;
            const bool unreadable =
                std::any_of(found.unreadable.begin(), found.unreadable.end(),
                            [&p = path](const std::string& folder) { return p == folder || below(p, folder); });
            if (here.contains(path) || unreadable) {
                ++present;
            } else {
                missing.push_back(path);
            }
        }
        const bool empty = std::none_of(here.begin(), here.end(),
                                        [&](const std::string& path) { return below(path, stored); });
        if (empty && present == 0 && !missing.empty()) {
            inventory.report.problems.push_back(
                {stored, "holds no files now, where " + std::to_string(missing.size()) +
                             " were: nothing was removed (to remove them: lectern-index remove PATH)"});
            ++inventory.report.failed;
            continue;
        }
        inventory.vanished.insert(inventory.vanished.end(), missing.begin(), missing.end());
    }
}

Inventory take_inventory(const IngestOptions& options, const Writer& writer) {
    Inventory inventory;
    const Found found = find_files(options.roots, writer.folder());
    const Catalogue catalogue = writer.catalogue();
    inventory.report.problems = found.problems;
    inventory.report.failed = found.problems.size();
    inventory.report.passed_over = found.passed_over;
    for (const FoundFile& file : found.files) {
        const FileRecord* known = catalogue.find(file.stored);
        if (known != nullptr && known->state == file.state && !options.full) {
            inventory.report.unchanged += known->articles;
            inventory.records += known->articles + known->problems;
            continue;
        }
        const Format* format = format_for(file, options);
        if (format == nullptr) {
            ++inventory.report.skipped[suffix_of(file.stored)];
            continue;
        }
        inventory.work.push_back({file, format});
        inventory.bytes += file.state.bytes;
    }
    find_vanished(options, writer.folder(), found, catalogue, inventory);
    return inventory;
}

/// Gathers outcomes into changes of the index, in order.
class Committer {
public:
    Committer(Writer& writer, const Snapshot* before, const std::vector<Work>& work, Report& report)
        : writer_{writer}, before_{before}, work_{work}, report_{report} {}

    void take(BatchOutcome&& outcome) {
        std::size_t article = 0;
        for (const NewArticle& added : outcome.articles) {
            note_new(added, static_cast<ArticleNumber>(pending_articles_ + ++article));
        }
        if (outcome.files) {
            pending_articles_ += outcome.files->articles;
            change_.batches.push_back(std::move(*outcome.files));
        }
        for (PieceOutcome& piece : outcome.pieces) close_piece(std::move(piece));
        report_.text_bytes += outcome.text_bytes;
        report_.undated += outcome.undated;
        report_.future_dated += outcome.future_dated;
        report_.decoded += outcome.decoded;
        report_.failed += outcome.problems.size();
        std::move(outcome.problems.begin(), outcome.problems.end(),
                  std::back_inserter(report_.problems));
    }

    /// All of the files' articles go.
    void remove_files(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            for (const SegmentRef& ref : articles_of(path)) {
                change_.deaths.push_back(ref);
                ++report_.removed;
            }
            change_.catalogue_lines += catalogue_gone_line(path);
        }
    }

    /// Everything taken so far is durable when it returns; whether that took a commit.
    bool commit() {
        const bool nothing = change_.batches.empty() && change_.deaths.empty() &&
                             change_.catalogue_lines.empty();
        if (!nothing) {
            const std::string segment = writer_.commit(change_);
            for (const auto& [identity, number] : pending_) places_[identity] = {segment, number};
            writer_.merge_if_many();
        }
        change_ = {};
        pending_.clear();
        pending_articles_ = 0;
        records_durable_ = records_taken_;
        bytes_durable_ = bytes_taken_;
        return !nothing;
    }

    std::uint64_t records_durable() const { return records_durable_; }
    std::uint64_t bytes_durable() const { return bytes_durable_; }

private:
    void note_new(const NewArticle& added, ArticleNumber number) {
        if (const auto twin = pending_.find(added.identity); twin != pending_.end()) {
            change_.stillborn.push_back(twin->second);
            twin->second = number;
            note_twin(added);
            return;
        }
        if (const auto twin = places_.find(added.identity); twin != places_.end()) {
            change_.deaths.push_back({twin->second.segment, twin->second.number});
            note_twin(added);
        } else if (added.replaces) {
            change_.deaths.push_back(*added.replaces);
            ++report_.replaced;
        } else {
            ++report_.added;
        }
        pending_[added.identity] = number;
    }

    void note_twin(const NewArticle& added) {
        report_.problems.push_back(
            {added.where, "has the id of an earlier record of the same file, which it replaces"});
        ++report_.failed;
    }

    void close_piece(PieceOutcome&& piece) {
        FileInWork& file = open_[piece.work];
        file.record.articles += piece.record.articles;
        file.record.problems += piece.record.problems;
        file.failed = file.failed || piece.failed;
        file.known.insert(file.known.end(), piece.known.begin(), piece.known.end());
        report_.unchanged += piece.unchanged;
        records_taken_ += piece.records;
        if (!piece.last) return;
        const Work& work = work_[piece.work];
        bytes_taken_ += work.file.state.bytes;
        if (!file.failed) {
            bury_missing(work.file.stored, file.known);
            file.record.state = piece.record.state;
            file.record.sha256 = piece.record.sha256;
            change_.catalogue_lines += catalogue_line(work.file.stored, file.record);
        }
        open_.erase(piece.work);
    }

    /// Of a file read to its end: the articles it had and has no more.
    void bury_missing(const std::string& path, const std::vector<SegmentRef>& known) {
        std::set<std::pair<std::string, ArticleNumber>> seen;
        for (const SegmentRef& ref : known) seen.emplace(ref.segment, ref.number);
        for (const SegmentRef& ref : articles_of(path)) {
            if (seen.contains({ref.segment, ref.number})) continue;
            change_.deaths.push_back(ref);
            ++report_.removed;
        }
    }

    std::vector<SegmentRef> articles_of(const std::string& path) const {
        std::vector<SegmentRef> refs;
        if (before_ == nullptr) return refs;
        for (const ArticleRef& ref : before_->with_path(path)) {
            refs.push_back({before_->segments()[ref.segment].entry().name, ref.number});
        }
        return refs;
    }

    struct FileInWork {
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
    std::unordered_map<std::uint64_t, SegmentRef> places_;      ///< identity -> committed in this run
    std::map<std::size_t, FileInWork> open_;
    std::uint64_t records_taken_{0};
    std::uint64_t records_durable_{0};
    std::uint64_t bytes_taken_{0};
    std::uint64_t bytes_durable_{0};
};

/// The threads of a run: one feeder, several workers; all are joined when it goes.
class Crew {
public:
    explicit Crew(Belt& belt) : belt_{belt} {}
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew() {
        belt_.close();
        for (std::thread& thread : threads_) thread.join();
    }

    template <class Job>
    void start(Job job) {
        threads_.emplace_back([this, job] {
            try {
                job();
            } catch (...) {
                belt_.failed(std::current_exception());
            }
        });
    }

private:
    Belt& belt_;
    std::vector<std::thread> threads_;
};

}  // namespace

Report ingest(const IngestOptions& options,
              Writer& writer,
              const std::function<void(const Progress&)>& committed,
              const std::atomic<bool>& stop) {
    Inventory inventory = take_inventory(options, writer);
    Report report = std::move(inventory.report);
    std::optional<Snapshot> before;
    if (!writer.manifest().segments.empty()) before.emplace(writer.folder());
    const Snapshot* known = before ? &*before : nullptr;

    // Small inputs are cut smaller, so that every thread has something to do.
    FeedLimits limits = options.feed_limits;
    constexpr std::uint64_t least_batch = 512U << 10U;
    limits.batch_bytes = std::clamp(inventory.bytes / (std::uint64_t{3} * options.jobs), least_batch,
                                    std::max(least_batch, limits.batch_bytes));

    const BatchPlan plan{.work = &inventory.work,
                         .limits = options.read_limits,
                         .outlet = options.outlet,
                         .read_everything = options.full,
                         .now = std::chrono::duration_cast<std::chrono::seconds>(
                                    std::chrono::system_clock::now().time_since_epoch())
                                    .count()};
    SharedDictionary dictionary{known};
    Committer committer{writer, known, inventory.work, report};
    std::mutex folders;
    // Xapian's databases are not shared between threads: each worker has its own view of the state
    // before the run, opened before the first commit.
    std::vector<std::optional<Snapshot>> views(options.jobs);
    if (known != nullptr) {
        for (auto& view : views) view.emplace(writer.folder());
    }

    Belt belt{std::size_t{2} * options.jobs + 2};
    Crew crew{belt};
    crew.start([&] {
        feed(inventory.work, limits,
             [&](Batch&& batch) { return !stop && belt.put(std::move(batch)); });
        belt.no_more();
    });
    for (auto& view : views) {
        crew.start([&] {
            Workbench workbench{.tokenizer = {}, .before = view ? &*view : nullptr};
            while (auto taken = belt.take()) {
                belt.done(taken->first, process(taken->second, plan, workbench,
                                                [&] {
                                                    const std::lock_guard lock{folders};
                                                    return writer.batch_folder();
                                                },
                                                [&](const auto& records) {
                                                    return dictionary.settle(records);
                                                }));
            }
        });
    }

    auto next_commit = Clock::now();
    const auto pause = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>{options.commit_seconds});
    const auto commit = [&] {
        if (committer.commit()) next_commit = Clock::now() + pause;
        committed({.records = inventory.records + committer.records_durable(),
                   .bytes_done = committer.bytes_durable(),
                   .bytes_all = inventory.bytes});
    };
    for (auto outcomes = belt.collect(next_commit); !outcomes.empty();
         outcomes = belt.collect(next_commit)) {
        for (BatchOutcome& outcome : outcomes) committer.take(std::move(outcome));
        commit();
    }
    report.interrupted = stop;
    if (!stop) committer.remove_files(inventory.vanished);
    commit();
    if (!stop) {
        writer.merge_tiers();
        writer.tidy();
    }
    return report;
}

}  // namespace lectern
