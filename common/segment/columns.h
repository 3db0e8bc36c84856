#pragma once
// Values by article number, for facets, filters, sorting and ranking: what a search reads of every
// match.
//
// A value column: u32 values, u32 articles, u32 entries, u32 width (1, 2 or 4 bytes an entry), u32
// multiple;
//   u32 offsets of the values' bytes [values + 1]; if multiple: u32 first entry of each article
//   [articles + 1]; the entries: 0 for none, else 1 + the value's rank in byte order; the values'
//   bytes.
// A number column: u32 width, u32 articles, then an integer of that width an article.

#include "common/segment/positions.h"
#include "common/segment/sections.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// The rank of a value among a segment's values of one field, in byte order, from 0.
using Ordinal = std::uint32_t;

/// Collects the values of one field, article by article from 1 on.
class ValueColumnBuilder {
public:
    void add(std::span<const std::string> values);
    void write(SectionWriter& out) const;

private:
    std::vector<std::vector<std::string>> articles_;
};

/// The values of one field of a segment. Views a section that outlives it.
class ValueColumn {
public:
    ValueColumn() = default;
    /// An empty section is a column of nothing. `sound()` tells whether the bytes fit together.
    explicit ValueColumn(std::string_view section);

    bool sound() const { return sound_; }

    Ordinal values() const { return values_; }

    std::string_view value(Ordinal ordinal) const;
    std::optional<Ordinal> find(std::string_view wanted) const;

    /// Calls `each(ordinal)` for the values of an article, in the order they were added.
    template <class Each>
    void of(ArticleNumber article, Each each) const {
        if (article == 0 || article > articles_) return;
        std::uint32_t first = article - 1;
        std::uint32_t last = article;
        if (starts_ != nullptr) {
            first = starts_[article - 1];
            last = starts_[article] < entries_ ? starts_[article] : entries_;
        }
        for (std::uint32_t at = first; at < last; ++at) {
            const Ordinal code = entry(at);
            if (code != 0 && code <= values_) each(code - 1);
        }
    }

private:
    Ordinal entry(std::uint32_t at) const {
        if (width_ == 1) return static_cast<unsigned char>(data_[at]);
        if (width_ == 2) return reinterpret_cast<const std::uint16_t*>(data_)[at];
        return reinterpret_cast<const std::uint32_t*>(data_)[at];
    }

    const std::uint32_t* offsets_{nullptr};
    const std::uint32_t* starts_{nullptr};
    const char* data_{nullptr};
    std::string_view texts_;
    Ordinal values_{0};
    std::uint32_t articles_{0};
    std::uint32_t entries_{0};
    std::uint32_t width_{4};
    bool sound_{true};
};

/// The column of several segments one after another.
void write_merged(SectionWriter& out,
                  std::span<const ValueColumn> columns,
                  std::span<const ArticleNumber> articles);

/// Collects one integer an article, from 1 on.
class NumberColumnBuilder {
public:
    void add(std::int64_t number) { numbers_.push_back(number); }

    /// Written as narrow as its largest number allows.
    void write(SectionWriter& out) const;

private:
    std::vector<std::int64_t> numbers_;
};

/// Integers by article number. Views a section that outlives it.
class NumberColumn {
public:
    /// Stands for "none": an undated article.
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

    NumberColumn() = default;
    explicit NumberColumn(std::string_view section);

    bool sound() const { return sound_; }

    std::int64_t of(ArticleNumber article) const {
        if (article == 0 || article > articles_) return none;
        const std::size_t at = article - 1;
        if (width_ == 4) {
            const std::int32_t number = reinterpret_cast<const std::int32_t*>(data_)[at];
            return number == std::numeric_limits<std::int32_t>::min() ? none : number;
        }
        return reinterpret_cast<const std::int64_t*>(data_)[at];
    }

private:
    const char* data_{nullptr};
    std::uint32_t width_{8};
    std::uint32_t articles_{0};
    bool sound_{true};
};

}  // namespace lectern
