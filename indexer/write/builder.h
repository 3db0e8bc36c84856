#pragma once
// A batch of articles becomes a small segment: terms to Xapian, the rest to a store.

#include "common/article/article.h"
#include "common/index/stems.h"
#include "common/segment/columns.h"
#include "common/segment/documents.h"
#include "common/text/tokenizer.h"
#include "indexer/write/vocabulary.h"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// What a batch consists of, once written: folders `postings` and a file `store` in its folder.
struct BatchFiles {
    std::string folder;
    std::uint32_t articles{};
    std::uint64_t words{};
    std::uint64_t text_bytes{};
    std::uint32_t languages{};  ///< as SegmentEntry::languages
};

/// Not safe to share between threads. Throws Error{Io} when the disk refuses.
class BatchBuilder {
public:
    /// `folder` exists and is empty; what is written there need not survive a crash.
    BatchBuilder(std::string folder, Tokenizer& tokenizer);

    /// `identity` names the article for ever (identity_term); `content` is the hash that tells
    /// whether it changed.
    void add(const Article& article, std::string_view identity, std::uint64_t content);

    std::uint32_t articles() const { return articles_; }

    std::uint64_t text_bytes() const { return text_bytes_; }

    /// The stored records so far, to learn a compression dictionary from.
    const std::vector<std::string>& records() const { return records_; }

    /// Writes everything; the builder is done with.
    BatchFiles finish(const Dictionaries& dictionaries);

private:
    struct Slot {
        TermId term;
        std::uint32_t frequency;  ///< weighted
        std::uint32_t occurrences;
    };

    struct Occurrence {
        std::uint32_t slot;
        std::uint32_t position;
    };

    std::uint32_t slot_of(std::string_view term);
    void add_whole(std::string_view term);
    void add_words(const struct Field& field, std::string_view value, int language);
    void add_field(const struct Field& field, const std::vector<std::string>& values, int language);
    void add_columns(const Article& article, std::uint64_t content);
    void add_occurrence(std::string_view term, std::uint32_t position, std::uint32_t weight);
    void store_positions();
    void write_store(const Dictionaries& dictionaries);
    void write_terms(class SectionWriter& out);

    std::string folder_;
    Tokenizer& tokenizer_;
    Xapian::WritableDatabase postings_;
    Vocabulary vocabulary_;
    std::vector<std::string> records_;
    std::map<std::string, ValueColumnBuilder, std::less<>> values_;
    std::map<std::string, NumberColumnBuilder, std::less<>> numbers_;
    std::uint32_t articles_{0};
    std::uint64_t words_{0};
    std::uint64_t text_bytes_{0};
    std::uint32_t languages_{0};

    // of the article being added
    std::vector<Slot> slots_;
    std::vector<Occurrence> occurrences_;
    std::vector<std::uint32_t> ordered_;
    std::map<std::string_view, std::uint32_t> next_position_;  ///< by prefix
    std::uint32_t length_{0};
    std::string term_;
};

}  // namespace lectern
