#pragma once
// Where in its articles a term stands: a segment's own positional index, for phrases.
//
// The value of a term (common/segment/table.h) is its articles in chunks, so that a phrase of a
// rare and a common word reads a few chunks of the common one:
//
//   varint chunks; per chunk: varint (first article - last of the chunk before),
//                             varint (last - first), varint bytes
//   then the chunks: per article: varint (gap << 1 | more than one position)
//                    [varint count - 2], varint first position, varint further ones as gaps
//
// Articles are numbers from 1 within the segment (Xapian's docids there). The gap of a chunk's
// first article is 0, so chunks can be joined by writing one number anew.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Number of an article within its segment, from 1.
using ArticleNumber = std::uint32_t;

/// Collects the positions of one term, articles in ascending order.
class PositionList {
public:
    /// `positions` ascending, not empty.
    void add(ArticleNumber article, std::span<const std::uint32_t> positions);
    /// Adds the articles of an encoded value, each number raised by `offset`; they come after all
    /// added before. False if the bytes make no sense.
    bool append(std::string_view value, ArticleNumber offset);
    /// The value as stored.
    std::string encoded() const;

    bool empty() const { return chunks_.empty(); }

private:
    struct Chunk {
        ArticleNumber first;
        ArticleNumber last;
        std::uint32_t begin;  ///< in bytes_
    };

    void open_chunk(ArticleNumber first);

    std::vector<Chunk> chunks_;
    std::string bytes_;
};

/// Reads the positions of one term, article by article in ascending order.
class PositionCursor {
public:
    /// `value` outlives this.
    explicit PositionCursor(std::string_view value);

    /// The positions in `article`, ascending; empty if the term has none there, or the bytes make
    /// no sense. They live until the next call. `article` is not smaller than in the call before.
    std::span<const std::uint32_t> seek(ArticleNumber article);

    /// False once bytes made no sense.
    bool sound() const { return sound_; }

private:
    struct Chunk {
        ArticleNumber first;
        ArticleNumber last;
        std::string_view bytes;
    };

    bool next_article();
    void read_positions();

    std::vector<Chunk> chunks_;
    std::size_t chunk_{0};
    std::string_view left_;     ///< of the current chunk
    ArticleNumber article_{0};  ///< whose positions come next in left_, 0 before the first
    std::uint64_t count_{0};
    bool unread_{false};  ///< article_ is known, its positions are not read yet
    std::vector<std::uint32_t> positions_;
    bool sound_{true};
};

}  // namespace lectern
