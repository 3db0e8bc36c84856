#include "indexer/ingest/feed.h"

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
            return work.format->records ? lines(number, input, before)
                                        : whole(number, input, before);
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

    bool lines(std::size_t number, const InputFile& input, const FileState& before) {
        Sha256 hash;
        Lines lines{.piece = {.work = number, .last = false}};
        for (std::uint64_t offset = 0; offset < before.bytes;) {
            const std::string read =
                input.read(offset, std::min(read_bytes, before.bytes - offset));
            if (read.empty()) return fail(number, "became shorter while it was read");
            offset += read.size();
            hash.add(read);
            if (!take_lines(read, lines)) return false;
        }
        if (input.state() != before) return fail(number, "changed while it was read");
        lines.piece.last = true;
        lines.piece.record = {before, hash.hex(), 0, 0};
        return add(std::move(lines.piece));
    }

    /// Where a file of lines is cut into pieces.
    struct Lines {
        Piece piece;
        std::uint64_t line{1};        ///< of the file
        std::uint64_t line_begin{0};  ///< in the piece
    };

    /// Cuts at the line end behind which a batch is full. Of a line longer than may be only the
    /// beginning is kept, so that memory stays bounded and the reader still sees, and reports, it.
    bool take_lines(std::string_view read, Lines& lines) {
        while (!read.empty()) {
            Piece& piece = lines.piece;
            const std::size_t end = read.find('\n');
            const bool ends = end != std::string_view::npos;
            const std::string_view part = read.substr(0, ends ? end + 1 : read.size());
            read.remove_prefix(part.size());
            const bool too_long = piece.bytes.size() - lines.line_begin > limits_.line_bytes;
            if (!too_long) piece.bytes += part;
            if (!ends) continue;
            if (too_long) piece.bytes += '\n';
            ++lines.line;
            lines.line_begin = piece.bytes.size();
            if (piece.bytes.size() + batch_.bytes < full()) continue;
            lines.line_begin = 0;
            Piece next{.work = piece.work, .first_line = lines.line, .last = false};
            if (!add(std::exchange(piece, std::move(next)))) return false;
        }
        return true;
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
