#pragma once
// One segment opened for reading: an immutable part of an index, with its own numbering of
// articles.

#include "common/index/manifest.h"
#include "common/segment/columns.h"
#include "common/segment/documents.h"
#include "common/segment/table.h"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Names of the number columns, beside those of the field table.
inline constexpr std::string_view length_column = "length";  ///< weighted words of title and body
inline constexpr std::string_view time_column = "time";      ///< seconds UTC; none if undated
inline constexpr std::string_view content_column =
    "content";  ///< hash of the article as it was read

inline constexpr std::string_view positions_section = "positions";  ///< table: term -> PositionList
inline constexpr std::string_view stems_section = "stems";          ///< table: stem -> forms

/// The column section of a field or of a name above.
std::string column_section(std::string_view name);

/// The term that an article's identity has: where it came from and its own id there.
std::string identity_term(std::string_view identity);

/// The articles of a segment that are no longer part of the index.
class DeadList {
public:
    DeadList() = default;
    /// Numbers in any order, each once.
    explicit DeadList(std::vector<ArticleNumber> numbers);
    /// As stored; bytes that make no sense end it.
    static DeadList decoded(std::string_view bytes);

    bool has(ArticleNumber number) const {
        const std::size_t word = number / 64U;
        return word < bits_.size() && ((bits_[word] >> (number % 64U)) & 1U) != 0;
    }

    /// Ascending.
    const std::vector<ArticleNumber>& numbers() const { return numbers_; }

    bool empty() const { return numbers_.empty(); }

    std::string encoded() const;

private:
    std::vector<ArticleNumber> numbers_;
    std::vector<std::uint64_t> bits_;
};

/// Not safe to share between threads: open one a thread.
class Segment {
public:
    /// Throws Error{Damaged} if a file is missing or not as long as the manifest says. Reads no
    /// more than is asked for later.
    Segment(const std::string& folder, const SegmentEntry& entry);

    const SegmentEntry& entry() const { return entry_; }

    ArticleNumber articles() const { return entry_.articles; }

    const Xapian::Database& postings() const { return postings_; }

    const DeadList& dead() const { return dead_; }

    const Table& positions() const;
    const Table& stems() const;
    /// Of a field of the table that has a column and is no Day.
    const ValueColumn& values(std::string_view field) const;
    /// Of a Day field, or of a name above.
    const NumberColumn& numbers(std::string_view name) const;
    const Documents& documents() const;

    const SectionFile& store() const { return *store_; }

    /// The living article with that identity, 0 if there is none.
    ArticleNumber find_identity(std::string_view identity) const;

private:
    Error damaged(std::string_view what) const;

    SegmentEntry entry_;
    std::string folder_;
    std::unique_ptr<SectionFile> store_;  // on the heap: what follows views it
    Xapian::Database postings_;
    DeadList dead_;
    mutable std::unique_ptr<Table> positions_;
    mutable std::unique_ptr<Table> stems_;
    mutable std::unique_ptr<Documents> documents_;
    mutable std::map<std::string, ValueColumn, std::less<>> values_;
    mutable std::map<std::string, NumberColumn, std::less<>> numbers_;
};

}  // namespace lectern
