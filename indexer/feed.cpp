#include "indexer/feed.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::uint64_t read_bytes = 1U << 20U;

class Feed {
public:
    Feed(const FeedLimits& limits, const std::function<bool(Batch&&)>& take)
        : limits_{limits}, take_{take} {}

    /// False once the taker wants no more.
    bool file(std::size_t number, const Work& work) {
        try {
            const InputFile input{work.file.path};
            const FileState before = input.state();
            return work.format->records ? lines(number, input, before) : whole(number, input, before);
        } catch (const Error& error) {
            return fail(number, error.what());
        }
    }

    bool finish() { return batch_.pieces.empty() || hand_over(); }

private:
    bool whole(std::size_t number, const InputFile& input, const FileState& before) {
        if (before.bytes > limits_.file_bytes) {
            return fail(number, "larger than " + std::to_string(limits_.file_bytes >> 20U) + " MB");
        }
        Piece piece{.work = number, .bytes = input.read(0, before.bytes)};
        if (input.state() != before || piece.bytes.size() != before.bytes) {
            return fail(number, "changed while it was read");
        }
        piece.record = {before, sha256_hex(piece.bytes), 0, 0};
        return add(std::move(piece));
    }

    /// Cuts at the line end behind which a batch is full. A line longer than may be is dropped here but
    /// for its beginning, so that memory stays bounded and the reader still sees, and reports, it.
    bool lines(std::size_t number, const InputFile& input, const FileState& before) {
        Sha256 hash;
        Piece piece{.work = number, .last = false};
        std::uint64_t line = 1;
        std::uint64_t offset = 0;
        std::uint64_t line_begin = 0;  // in piece.bytes
        while (offset < before.bytes) {
            const std::string read = input.read(offset, std::min(read_bytes, before.bytes - offset));
            if (read.empty()) return fail(number, "became shorter while it was read");
            offset += read.size();
            hash.add(read);
            std::string_view rest = read;
            while (!rest.empty()) {
                const std::size_t end = rest.find('\n');
                const bool ends = end != std::string_view::npos;
                const std::string_view part = rest.substr(0, ends ? end + 1 : rest.size());
                rest.remove_prefix(part.size());
                const bool too_long = piece.bytes.size() - line_begin > limits_.line_bytes;
                if (!too_long) piece.bytes += part;
                if (!ends) continue;
                if (too_long) piece.bytes += '\n';
                ++line;
                line_begin = piece.bytes.size();
                if (piece.bytes.size() + batch_.bytes < full()) continue;
                if (!add(std::exchange(piece, {.work = number, .first_line = line, .last = false}))) {
                    return false;
                }
                line_begin = 0;
            }
        }
        if (input.state() != before) return fail(number, "changed while it was read");
        piece.last = true;
        piece.record = {before, hash.hex(), 0, 0};
        return add(std::move(piece));
    }

    bool fail(std::size_t number, std::string why) {
        return add({.work = number, .failure = std::move(why)});
    }

    bool add(Piece&& piece) {
        batch_.bytes += piece.bytes.size();
        batch_.pieces.push_back(std::move(piece));
        constexpr std::size_t many_pieces = 4096;
        const bool is_full = batch_.bytes >= full() || batch_.pieces.size() >= many_pieces;
        return !is_full || hand_over();
    }

    std::uint64_t full() const {
        return std::min(limits_.batch_bytes, limits_.first_batch_bytes * (1 + batches_ / 2));
    }

    bool hand_over() {
        ++batches_;
        return take_(std::exchange(batch_, {}));
    }

    const FeedLimits& limits_;
    const std::function<bool(Batch&&)>& take_;
    Batch batch_;
    std::uint64_t batches_{0};
};

}  // namespace

void feed(const std::vector<Work>& work,
          const FeedLimits& limits,
          const std::function<bool(Batch&&)>& take) {
    Feed feed{limits, take};
    for (std::size_t i = 0; i < work.size(); ++i) {
        if (!feed.file(i, work[i])) return;
    }
    feed.finish();
}

}  // namespace lectern
