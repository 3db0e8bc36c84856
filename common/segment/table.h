#pragma once
// Sorted keys with values, prefix-compressed in blocks: how a segment looks up positions and stems.
//
//   block: (varint shared, varint rest, varint value bytes, rest of the key, value) …
//   after the blocks: u64 offset of each block; u64 number of blocks
//
// A key shares its first bytes with the key before it; the first of a block shares none.

#include "common/base/bytes.h"
#include "common/segment/sections.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

class TableWriter {
public:
    /// Writes into the section begun last; nothing else may until finish().
    explicit TableWriter(SectionWriter& out) : out_{out} {}

    /// Keys in ascending byte order, each once.
    void add(std::string_view key, std::string_view value);
    void finish();

private:
    SectionWriter& out_;
    std::string entry_;
    std::string last_;
    std::vector<std::uint64_t> blocks_;
    std::size_t in_block_{0};
    std::uint64_t block_begin_{0};
};

/// A walk over a table's entries in order of keys.
class TableCursor {
public:
    TableCursor() = default;

    /// Moves to the first or next entry; false at the end, and where the bytes make no sense.
    bool next();

    std::string_view key() const { return key_; }

    std::string_view value() const { return value_; }

    /// False once bytes made no sense.
    bool sound() const { return sound_; }

private:
    friend class Table;

    explicit TableCursor(std::string_view entries) : reader_{entries} {}

    ByteReader reader_{{}};
    std::string key_;
    std::string_view value_;
    bool sound_{true};
};

class Table {
public:
    Table() = default;
    /// `section` outlives this. An empty one is an empty table. Damage is found by `sound()`.
    explicit Table(std::string_view section);

    bool sound() const { return sound_; }

    /// The value of a key; it views the section.
    std::optional<std::string_view> find(std::string_view key) const;

    /// All entries.
    TableCursor entries() const { return TableCursor{blocks_}; }

private:
    std::string_view block(std::size_t number) const;
    std::string_view first_key(std::size_t number) const;

    std::string_view blocks_;
    std::string_view offsets_;
    std::size_t count_{0};
    bool sound_{true};
};

/// Walks several tables as one: for each key, in order, the values of those tables that have it
/// (`which[i]` is the table of `values[i]`, ascending). Returns the first table whose bytes made no
/// sense, if there is one.
std::optional<std::size_t> merge_tables(
    std::vector<TableCursor> tables,
    const std::function<void(std::string_view key,
                             const std::vector<std::string_view>& values,
                             const std::vector<std::size_t>& which)>& each);

}  // namespace lectern
