#include "common/segment/columns.h"

#include "common/base/bytes.h"

#include <algorithm>
#include <unordered_map>

namespace lectern {
namespace {

/// Entries as they are written: codes by article, `starts` empty when each article has exactly one.
struct Encoded {
    std::vector<std::string_view> values;  ///< sorted, distinct
    std::vector<Ordinal> entries;
    std::vector<std::uint32_t> starts;
    std::uint32_t articles{0};
};

std::uint32_t width_for(std::size_t values) {
    if (values < 0xFF) return 1;
    return values < 0xFFFF ? 2 : 4;
}

void write_encoded(SectionWriter& out, const Encoded& column) {
    const std::uint32_t width = width_for(column.values.size());
    std::string bytes;
    put_fixed(bytes, static_cast<std::uint32_t>(column.values.size()));
    put_fixed(bytes, column.articles);
    put_fixed(bytes, static_cast<std::uint32_t>(column.entries.size()));
    put_fixed(bytes, width);
    put_fixed(bytes, std::uint32_t{column.starts.empty() ? 0U : 1U});
    std::uint32_t offset = 0;
    for (const std::string_view value : column.values) {
        put_fixed(bytes, offset);
        offset += static_cast<std::uint32_t>(value.size());
    }
    put_fixed(bytes, offset);
    for (const std::uint32_t start : column.starts) put_fixed(bytes, start);
    for (const Ordinal code : column.entries) {
        if (width == 1) put_fixed(bytes, static_cast<std::uint8_t>(code));
        if (width == 2) put_fixed(bytes, static_cast<std::uint16_t>(code));
        if (width == 4) put_fixed(bytes, code);
    }
    out.write(bytes);
    for (const std::string_view value : column.values) out.write(value);
}

void sort_distinct(std::vector<std::string_view>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Ordinal code_of(const std::vector<std::string_view>& sorted, std::string_view value) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), value);
    return static_cast<Ordinal>(found - sorted.begin()) + 1;
}

/// Adds the entries of the next article, which begin at `begin` of `column.entries`. An article
/// without a value has one entry of 0, so that a column of single values needs no starts.
void close_article(Encoded& column, std::size_t begin) {
    if (column.entries.size() == begin) column.entries.push_back(0);
    ++column.articles;
}

}  // namespace

void ValueColumnBuilder::add(std::span<const std::string> values) {
    articles_.emplace_back(values.begin(), values.end());
}

void ValueColumnBuilder::write(SectionWriter& out) const {
    Encoded column;
    for (const auto& values : articles_) {
        column.values.insert(column.values.end(), values.begin(), values.end());
    }
    sort_distinct(column.values);
    const bool multiple = std::any_of(articles_.begin(), articles_.end(),
                                      [](const auto& values) { return values.size() > 1; });
    for (const auto& values : articles_) {
        const std::size_t begin = column.entries.size();
        if (multiple) column.starts.push_back(static_cast<std::uint32_t>(begin));
        for (const std::string& value : values) {
            column.entries.push_back(code_of(column.values, value));
        }
        close_article(column, begin);
    }
    if (multiple) column.starts.push_back(static_cast<std::uint32_t>(column.entries.size()));
    write_encoded(out, column);
}

void write_merged(SectionWriter& out,
                  std::span<const ValueColumn> columns,
                  std::span<const ArticleNumber> articles) {
    Encoded merged;
    for (const ValueColumn& column : columns) {
        for (Ordinal i = 0; i < column.values(); ++i) merged.values.push_back(column.value(i));
    }
    sort_distinct(merged.values);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::vector<Ordinal> code(columns[i].values());
        for (Ordinal o = 0; o < code.size(); ++o) {
            code[o] = code_of(merged.values, columns[i].value(o));
        }
        for (ArticleNumber article = 1; article <= articles[i]; ++article) {
            const std::size_t begin = merged.entries.size();
            merged.starts.push_back(static_cast<std::uint32_t>(begin));
            columns[i].of(article, [&](Ordinal o) { merged.entries.push_back(code[o]); });
            close_article(merged, begin);
        }
    }
    merged.starts.push_back(static_cast<std::uint32_t>(merged.entries.size()));
    if (merged.entries.size() == merged.articles) merged.starts.clear();
    write_encoded(out, merged);
}

ValueColumn::ValueColumn(std::string_view section) {
    if (section.empty()) return;
    ByteReader reader{section};
    const auto values = reader.fixed<std::uint32_t>();
    const auto articles = reader.fixed<std::uint32_t>();
    const auto entries = reader.fixed<std::uint32_t>();
    const auto width = reader.fixed<std::uint32_t>();
    const auto multiple = reader.fixed<std::uint32_t>();
    constexpr std::uint64_t number = sizeof(std::uint32_t);
    const std::string_view offsets = reader.bytes((std::uint64_t{values} + 1) * number);
    const std::string_view starts =
        reader.bytes(multiple != 0 ? (std::uint64_t{articles} + 1) * number : 0);
    const std::string_view data = reader.bytes(std::uint64_t{entries} * width);
    sound_ = reader.ok() && (width == 1 || width == 2 || width == 4) &&
             (multiple != 0 || entries == articles);
    if (!sound_) return;
    offsets_ = reinterpret_cast<const std::uint32_t*>(offsets.data());
    if (multiple != 0) starts_ = reinterpret_cast<const std::uint32_t*>(starts.data());
    data_ = data.data();
    texts_ = reader.rest();
    values_ = values;
    articles_ = articles;
    entries_ = entries;
    width_ = width;
}

std::string_view ValueColumn::value(Ordinal ordinal) const {
    if (ordinal >= values_) return {};
    const std::uint32_t begin = offsets_[ordinal];
    const std::uint32_t end = offsets_[ordinal + 1];
    if (begin > end || end > texts_.size()) return {};
    return texts_.substr(begin, end - begin);
}

std::optional<Ordinal> ValueColumn::find(std::string_view wanted) const {
    Ordinal low = 0;
    Ordinal high = values_;
    while (low < high) {
        const Ordinal middle = low + (high - low) / 2;
        if (value(middle) < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low < values_ && value(low) == wanted) return low;
    return std::nullopt;
}

void NumberColumnBuilder::write(SectionWriter& out) const {
    using Narrow = std::numeric_limits<std::int32_t>;
    const bool narrow = std::all_of(numbers_.begin(), numbers_.end(), [](std::int64_t number) {
        return number == NumberColumn::none || (number > Narrow::min() && number <= Narrow::max());
    });
    std::string bytes;
    put_fixed(bytes, std::uint32_t{narrow ? 4U : 8U});
    put_fixed(bytes, static_cast<std::uint32_t>(numbers_.size()));
    for (const std::int64_t number : numbers_) {
        if (narrow) {
            put_fixed(bytes, number == NumberColumn::none ? Narrow::min()
                                                          : static_cast<std::int32_t>(number));
        } else {
            put_fixed(bytes, number);
        }
    }
    out.write(bytes);
}

NumberColumn::NumberColumn(std::string_view section) {
    if (section.empty()) return;
    ByteReader reader{section};
    const auto width = reader.fixed<std::uint32_t>();
    const auto articles = reader.fixed<std::uint32_t>();
    const std::string_view data = reader.bytes(std::uint64_t{articles} * width);
    sound_ = reader.ok() && (width == 4 || width == 8);
    if (!sound_) return;
    data_ = data.data();
    width_ = width;
    articles_ = articles;
}

}  // namespace lectern
