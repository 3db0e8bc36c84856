#include "indexer/write/vocabulary.h"

#include <cstring>

namespace lectern {
namespace {

constexpr std::size_t block_bytes = 64U << 10U;
constexpr std::size_t first_table = 1U << 14U;

/// Eight bytes at a step, each mixed by a multiplication (the constant is 2^64 divided by the
/// golden ratio).
std::uint32_t hash_of(std::string_view term) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = term.size() * golden;
    while (!term.empty()) {
        std::uint64_t piece = 0;
        const std::size_t bytes = std::min(term.size(), sizeof piece);
        std::memcpy(&piece, term.data(), bytes);
        hash = (hash ^ piece) * golden;
        hash ^= hash >> 32U;
        term.remove_prefix(bytes);
    }
    return static_cast<std::uint32_t>(hash);
}

}  // namespace

Vocabulary::Vocabulary() : table_(first_table) {
}

TermId Vocabulary::id(std::string_view term) {
    const std::uint32_t hash = hash_of(term);
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    for (; table_[at] != 0; at = (at + 1) & mask) {
        const Entry& entry = entries_[table_[at] - 1];
        if (entry.hash == hash && entry.term == term) return table_[at] - 1;
    }
    Entry& entry = entries_.emplace_back();
    entry.term = kept(term);
    entry.hash = hash;
    table_[at] = static_cast<TermId>(entries_.size());
    if (entries_.size() * 2 > table_.size()) grow();
    return static_cast<TermId>(entries_.size() - 1);
}

std::string_view Vocabulary::kept(std::string_view term) {
    if (arena_.empty() || arena_.back().size() + term.size() > block_bytes) {
        arena_.emplace_back().reserve(std::max(block_bytes, term.size()));
    }
    std::string& block = arena_.back();
    block += term;  // never beyond what was reserved, so views stay good
    return std::string_view{block}.substr(block.size() - term.size());
}

void Vocabulary::grow() {
    std::vector<TermId> larger(table_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (TermId id = 0; id < entries_.size(); ++id) {
        std::size_t at = entries_[id].hash & mask;
        while (larger[at] != 0) at = (at + 1) & mask;
        larger[at] = id + 1;
    }
    table_ = std::move(larger);
}

}  // namespace lectern
