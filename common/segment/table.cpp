#include "common/segment/table.h"

#include <algorithm>
#include <queue>

namespace lectern {
namespace {

constexpr std::size_t entries_a_block = 16;
constexpr std::size_t bytes_a_block = 4096;

std::size_t shared_prefix(std::string_view left, std::string_view right) {
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t shared = 0;
    while (shared < shorter && left[shared] == right[shared]) ++shared;
    return shared;
}

}  // namespace

void TableWriter::add(std::string_view key, std::string_view value) {
    const std::uint64_t here = out_.section_bytes();
    const bool starts =
        in_block_ == 0 || in_block_ == entries_a_block || here - block_begin_ >= bytes_a_block;
    if (starts) {
        blocks_.push_back(here);
        block_begin_ = here;
        in_block_ = 0;
    }
    const std::size_t shared = starts ? 0 : shared_prefix(last_, key);
    entry_.clear();
    put_varint(entry_, shared);
    put_varint(entry_, key.size() - shared);
    put_varint(entry_, value.size());
    entry_ += key.substr(shared);
    out_.write(entry_);
    out_.write(value);
    last_ = key;
    ++in_block_;
}

void TableWriter::finish() {
    std::string offsets;
    for (const std::uint64_t block : blocks_) put_fixed(offsets, block);
    put_fixed(offsets, std::uint64_t{blocks_.size()});
    out_.write(offsets);
}

bool TableCursor::next() {
    if (reader_.at_end() || !sound_) return false;
    const std::uint64_t shared = reader_.varint();
    const std::uint64_t rest = reader_.varint();
    const std::uint64_t value_bytes = reader_.varint();
    sound_ = reader_.ok() && shared <= key_.size();
    if (!sound_) return false;
    key_.resize(shared);
    key_ += reader_.bytes(rest);
    value_ = reader_.bytes(value_bytes);
    sound_ = reader_.ok();
    return sound_;
}

Table::Table(std::string_view section) {
    if (section.empty()) return;
    constexpr std::size_t number = sizeof(std::uint64_t);
    sound_ = false;
    if (section.size() < number) return;
    count_ = ByteReader{section.substr(section.size() - number)}.fixed<std::uint64_t>();
    if (count_ > (section.size() - number) / number) {
        count_ = 0;
        return;
    }
    const std::size_t blocks_end = section.size() - number - count_ * number;
    blocks_ = section.substr(0, blocks_end);
    offsets_ = section.substr(blocks_end, count_ * number);
    sound_ = true;
}

std::string_view Table::block(std::size_t number) const {
    const auto offset_at = [&](std::size_t n) {
        return ByteReader{offsets_.substr(n * sizeof(std::uint64_t))}.fixed<std::uint64_t>();
    };
    const std::uint64_t begin = std::min<std::uint64_t>(offset_at(number), blocks_.size());
    const std::uint64_t end = number + 1 < count_ ? offset_at(number + 1) : blocks_.size();
    return end < begin ? std::string_view{} : blocks_.substr(begin, end - begin);
}

std::string_view Table::first_key(std::size_t number) const {
    ByteReader reader{block(number)};
    reader.varint();
    const std::uint64_t bytes = reader.varint();
    reader.varint();
    return reader.bytes(bytes);
}

std::optional<std::string_view> Table::find(std::string_view key) const {
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {  // the last block whose first key is not after `key`
        const std::size_t middle = low + (high - low) / 2;
        if (first_key(middle) <= key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) return std::nullopt;
    TableCursor cursor{block(low - 1)};
    while (cursor.next()) {
        if (cursor.key() == key) return cursor.value();
        if (cursor.key() > key) break;
    }
    return std::nullopt;
}

std::optional<std::size_t> merge_tables(
    std::vector<TableCursor> tables,
    const std::function<void(std::string_view,
                             const std::vector<std::string_view>&,
                             const std::vector<std::size_t>&)>& each) {
    const auto later = [&](std::size_t left, std::size_t right) {
        const int order = tables[left].key().compare(tables[right].key());
        return order != 0 ? order > 0 : left > right;
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next{later};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].next()) next.push(i);
    }
    std::vector<std::string_view> values;
    std::vector<std::size_t> which;
    while (!next.empty()) {
        values.clear();
        which.clear();
        const std::string key{tables[next.top()].key()};
        while (!next.empty() && tables[next.top()].key() == key) {
            which.push_back(next.top());
            values.push_back(tables[next.top()].value());
            next.pop();
        }
        each(key, values, which);
        for (const std::size_t table : which) {
            if (tables[table].next()) next.push(table);
        }
    }
    const auto broken = std::find_if(tables.begin(), tables.end(),
                                     [](const TableCursor& table) { return !table.sound(); });
    if (broken == tables.end()) return std::nullopt;
    return static_cast<std::size_t>(broken - tables.begin());
}

}  // namespace lectern
