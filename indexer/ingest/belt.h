#pragma once
// Batches on their way between threads: in order in, in order out.

#include "indexer/ingest/batch.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace lectern {

/// Batches are numbered in order by the feeder, taken by any worker, and their outcomes collected
/// in order. At most `room` are under way at once, which bounds memory. Safe to share between
/// threads.
class Belt {
public:
    using Clock = std::chrono::steady_clock;

    explicit Belt(std::size_t room) : room_{room} {}

    /// Waits for room. False once nobody wants more.
    bool put(Batch&& batch);
    void no_more();

    /// Waits for a batch. Nothing once there are no more.
    std::optional<std::pair<std::size_t, Batch>> take();
    void done(std::size_t number, BatchOutcome&& outcome);

    /// The next outcomes in order, at least one; empty when all are collected. Waits until `until`
    /// to gather more. Rethrows what a thread threw.
    std::vector<BatchOutcome> collect(Clock::time_point until);

    /// A thread threw: everything ends, collect() rethrows it.
    void failed(std::exception_ptr error);
    /// Ends everything; what is under way is dropped.
    void close();

private:
    bool gather(std::vector<BatchOutcome>& outcomes);

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

/// The threads of a run; when it goes, the belt is closed and all are joined.
class Crew {
public:
    explicit Crew(Belt& belt) : belt_{belt} {}

    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew();

    /// Runs `job` in a thread of its own; what it throws reaches collect().
    void start(std::function<void()> job);

private:
    Belt& belt_;
    std::vector<std::thread> threads_;
};

}  // namespace lectern
