#pragma once
// The articles themselves as stored: one compressed record an article, read by number.
//
// Sections: "documents" the zstd frames; "documents.ends" u64 end of each frame;
// "documents.dictionaries" (u32 id, text) … A frame names its dictionary by zstd's own dictionary
// id, so that segments are merged without compressing anything again.

#include "common/article/article.h"
#include "common/segment/positions.h"
#include "common/segment/sections.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Compression dictionaries by their ids.
using Dictionaries = std::map<std::uint32_t, std::string>;

/// An article as bytes, and back. What is not known is left empty.
std::string stored(const Article& article);
Article restored(std::string_view bytes);

/// So many bytes of records make a good dictionary.
inline constexpr std::size_t dictionary_training_bytes = 4U << 20U;

/// A dictionary that suits such records, with its id; empty when they have nothing in common.
Dictionaries trained_dictionary(std::span<const std::string> records);

/// Compresses records with at most one dictionary. Not safe to share between threads.
class Compressor {
public:
    explicit Compressor(const Dictionaries& dictionaries);
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
    ~Compressor();

    /// The frame lives until the next call.
    std::string_view operator()(std::string_view record);

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

/// Writes the three sections.
void write_documents(SectionWriter& out,
                     std::span<const std::string> frames,
                     const Dictionaries& dictionaries);

/// Writes the two sections behind "documents": `ends` as they are stored.
void write_document_index(SectionWriter& out,
                          std::string_view ends,
                          const Dictionaries& dictionaries);

/// Reads records. Not safe to share between threads.
class Documents {
public:
    /// `file` outlives this. Throws Error{Fault::Damaged}.
    explicit Documents(const SectionFile& file);
    Documents(Documents&&) noexcept;
    Documents& operator=(Documents&&) noexcept;
    Documents(const Documents&) = delete;
    Documents& operator=(const Documents&) = delete;
    ~Documents();

    ArticleNumber count() const;
    /// Throws Error{Fault::Damaged} if the record cannot be read. Numbers from 1 to count().
    Article article(ArticleNumber number) const;
    /// The record as stored(), and as it is compressed.
    std::string record(ArticleNumber number) const;
    std::string_view frame(ArticleNumber number) const;
    const Dictionaries& dictionaries() const;

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

}  // namespace lectern
