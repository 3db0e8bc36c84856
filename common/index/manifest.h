#pragma once
// What an index consists of at one moment: a small file, replaced as a whole at each commit.
//
// An index is a folder:
//   current              this manifest; only what it names is part of the index
//   lock                 held by the one writer
//   catalogue-N          which files were read: one JSON object a line, valid up to the length
//   stated here segments/N/postings  Xapian: terms and articles segments/N/store     documents,
//   positions, columns, stems (common/segment) segments/N/dead-R    the articles of the segment
//   that are no longer part of the index
//
// No file named by a manifest is ever changed (the catalogue only grows behind its stated length),
// so a reader that has opened them sees one state for as long as it likes, and a writer that is
// killed at any moment leaves the state of the last manifest.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

struct FileEntry {
    std::string name;  ///< within its folder
    std::uint64_t bytes{};
    std::string
        sha256;  ///< of those bytes; empty for the catalogue, whose lines carry their own sums
};

struct SegmentEntry {
    std::string name;          ///< of its folder in segments/
    std::uint32_t articles{};  ///< dead ones included
    std::uint32_t dead{};
    std::uint64_t words{};       ///< sum of the lengths of the living, in weighted words
    std::uint64_t text_bytes{};  ///< titles and bodies of all
    std::uint32_t languages{};   ///< bits: places in Stemmer::languages() of those its stems are of
    FileEntry postings;
    FileEntry store;
    std::optional<FileEntry> dead_list;

    std::uint32_t living() const { return articles - dead; }
};

struct Manifest {
    std::string uuid;            ///< of the index, from its creation on
    std::uint64_t revision{0};   ///< of this state; grows with every commit
    std::string schema;          ///< fingerprint of fields and tokenizer
    std::uint64_t next_name{1};  ///< for segments and catalogues
    FileEntry catalogue;
    std::vector<SegmentEntry> segments;  ///< in the order of their articles

    std::uint64_t living() const;
    std::uint64_t words() const;
};

/// The fingerprint of this program: fields, tokenizer, format.
std::string program_schema();

/// Nothing if `folder` holds no index. Throws Error{Damaged} for a manifest that makes no sense and
/// Error{OtherSchema} for one of another lectern.
std::optional<Manifest> read_manifest(const std::string& folder);

/// The same; throws Error{NoIndex} where there is none.
Manifest manifest_of_index(const std::string& folder);

/// Makes `manifest` the state of the index, durably.
void write_manifest(const std::string& folder, const Manifest& manifest);

std::string segment_folder(const std::string& folder, const SegmentEntry& segment);

}  // namespace lectern
