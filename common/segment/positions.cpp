#include "common/segment/positions.h"

#include "common/base/bytes.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t chunk_bytes = 768;

}  // namespace

void PositionList::open_chunk(ArticleNumber first) {
    chunks_.push_back({first, first, static_cast<std::uint32_t>(bytes_.size())});
}

void PositionList::add(ArticleNumber article, std::span<const std::uint32_t> positions) {
    if (chunks_.empty() || bytes_.size() - chunks_.back().begin >= chunk_bytes) open_chunk(article);
    const std::uint64_t gap = article - chunks_.back().last;
    chunks_.back().last = article;
    put_varint(bytes_, gap << 1U | (positions.size() > 1 ? 1U : 0U));
    if (positions.size() > 1) put_varint(bytes_, positions.size() - 2);
    std::uint32_t before = 0;
    for (const std::uint32_t position : positions) {
        put_varint(bytes_, position - before);
        before = position;
    }
}

bool PositionList::append(std::string_view value, ArticleNumber offset) {
    ByteReader head{value};
    const std::uint64_t count = head.varint();
    ByteReader heads = head;
    for (std::uint64_t i = 0; i < count && head.ok(); ++i) {  // find where the chunks begin
        head.varint();
        head.varint();
        head.varint();
    }
    ArticleNumber last = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const ArticleNumber first = last + heads.varint32();
        last = first + heads.varint32();
        const std::string_view chunk = head.bytes(heads.varint());
        if (!head.ok() || !heads.ok()) return false;
        if (chunks_.empty() || bytes_.size() - chunks_.back().begin + chunk.size() > chunk_bytes) {
            open_chunk(first + offset);
        }
        ByteReader content{chunk};
        const std::uint64_t flags = content.varint() & 1U;  // its gap is 0
        put_varint(bytes_, std::uint64_t{first + offset - chunks_.back().last} << 1U | flags);
        bytes_ += content.rest();
        chunks_.back().last = last + offset;
    }
    return true;
}

std::string PositionList::encoded() const {
    std::string value;
    put_varint(value, chunks_.size());
    ArticleNumber last = 0;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        const std::size_t end = i + 1 < chunks_.size() ? chunks_[i + 1].begin : bytes_.size();
        put_varint(value, chunks_[i].first - last);
        put_varint(value, chunks_[i].last - chunks_[i].first);
        put_varint(value, end - chunks_[i].begin);
        last = chunks_[i].last;
    }
    value += bytes_;
    return value;
}

PositionCursor::PositionCursor(std::string_view value) {
    ByteReader reader{value};
    const std::uint64_t count = reader.varint();

    struct Sizes {
        ArticleNumber first;
        ArticleNumber last;
        std::uint64_t bytes;
    };

    std::vector<Sizes> sizes;
    ArticleNumber last = 0;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const ArticleNumber first = last + reader.varint32();
        last = first + reader.varint32();
        sizes.push_back({first, last, reader.varint()});
    }
    for (const Sizes& size : sizes)
        chunks_.push_back({size.first, size.last, reader.bytes(size.bytes)});
    sound_ = reader.ok();
    if (!sound_) chunks_.clear();
}

std::span<const std::uint32_t> PositionCursor::seek(ArticleNumber article) {
    if (chunk_ < chunks_.size() && chunks_[chunk_].last < article) {
        const auto found = std::lower_bound(
            chunks_.begin() + static_cast<std::ptrdiff_t>(chunk_), chunks_.end(), article,
            [](const Chunk& chunk, ArticleNumber wanted) { return chunk.last < wanted; });
        chunk_ = static_cast<std::size_t>(found - chunks_.begin());
        article_ = 0;
        unread_ = false;
    }
    if (chunk_ == chunks_.size()) return {};
    if (article_ == 0) left_ = chunks_[chunk_].bytes;
    while (article_ < article && sound_) {
        if (!next_article()) break;
    }
    if (article_ != article || !sound_) return {};
    read_positions();
    if (!sound_) return {};
    return positions_;
}

bool PositionCursor::next_article() {
    if (unread_) read_positions();
    if (left_.empty()) return false;
    ByteReader reader{left_};
    const std::uint64_t head = reader.varint();
    const ArticleNumber before = article_ == 0 ? chunks_[chunk_].first : article_;
    article_ = before + static_cast<ArticleNumber>(head >> 1U);
    count_ = (head & 1U) != 0 ? reader.varint() + 2 : 1;
    left_ = reader.rest();
    unread_ = true;
    sound_ = sound_ && reader.ok() && count_ <= left_.size();
    return sound_;
}

void PositionCursor::read_positions() {
    if (!unread_) return;
    unread_ = false;
    positions_.clear();
    ByteReader reader{left_};
    std::uint32_t position = 0;
    for (std::uint64_t i = 0; i < count_; ++i) {
        position += reader.varint32();
        positions_.push_back(position);
    }
    left_ = reader.rest();
    sound_ = sound_ && reader.ok();
}

}  // namespace lectern
