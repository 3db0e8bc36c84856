#include "indexer/ingest/belt.h"

namespace lectern {

bool Belt::put(Batch&& batch) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return closed_ || next_in_ < collected_ + room_; });
    if (closed_) return false;
    waiting_.emplace(next_in_++, std::move(batch));
    changed_.notify_all();
    return true;
}

void Belt::no_more() {
    const std::lock_guard lock{mutex_};
    complete_ = true;
    changed_.notify_all();
}

std::optional<std::pair<std::size_t, Batch>> Belt::take() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return closed_ || complete_ || !waiting_.empty(); });
    if (closed_ || waiting_.empty()) return std::nullopt;
    auto node = waiting_.extract(waiting_.begin());
    return std::pair{node.key(), std::move(node.mapped())};
}

void Belt::done(std::size_t number, BatchOutcome&& outcome) {
    const std::lock_guard lock{mutex_};
    finished_.emplace(number, std::move(outcome));
    changed_.notify_all();
}

/// Takes what is finished and next in order; whether nothing more can come.
bool Belt::gather(std::vector<BatchOutcome>& outcomes) {
    for (auto next = finished_.find(collected_); next != finished_.end();
         next = finished_.find(collected_)) {
        outcomes.push_back(std::move(next->second));
        finished_.erase(next);
        ++collected_;
        changed_.notify_all();
    }
    return error_ != nullptr || closed_ || (complete_ && collected_ == next_in_);
}

std::vector<BatchOutcome> Belt::collect(Clock::time_point until) {
    std::unique_lock lock{mutex_};
    std::vector<BatchOutcome> outcomes;
    bool over = false;
    changed_.wait(lock, [&] {
        over = gather(outcomes);
        return over || !outcomes.empty();
    });
    if (!over) changed_.wait_until(lock, until, [&] { return gather(outcomes); });
    if (error_) std::rethrow_exception(error_);
    return outcomes;
}

void Belt::failed(std::exception_ptr error) {
    const std::lock_guard lock{mutex_};
    if (!error_) error_ = std::move(error);
    closed_ = true;
    changed_.notify_all();
}

void Belt::close() {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    changed_.notify_all();
}

Crew::~Crew() {
    belt_.close();
    for (std::thread& thread : threads_) thread.join();
}

void Crew::start(std::function<void()> job) {
    threads_.emplace_back([this, job = std::move(job)] {
        try {
            job();
        } catch (...) {
            belt_.failed(std::current_exception());
        }
    });
}

}  // namespace lectern
