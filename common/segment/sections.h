#pragma once
// A file of named sections, written front to back once and then mapped: what a segment keeps beside
// Xapian's postings.
//
//   "lectern1"  section  section  …  directory  u64 offset of the directory  "lectern1"
//
// Sections begin at multiples of 8 bytes; the directory holds (name, offset, bytes) of each.

#include "common/base/file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

class SectionWriter {
public:
    explicit SectionWriter(const std::string& path);

    /// What is written from here on belongs to this section; ends the one before.
    void begin(std::string_view name);

    void write(std::string_view bytes) { file_.write(bytes); }

    /// Bytes written to the section begun last.
    std::uint64_t section_bytes() const;
    /// The file is complete and on disk; returns its SHA-256.
    std::string finish();

    std::uint64_t written() const { return file_.written(); }

private:
    struct Entry {
        std::string name;
        std::uint64_t offset;
        std::uint64_t bytes;
    };

    void end();

    OutputFile file_;
    std::vector<Entry> entries_;
};

class SectionFile {
public:
    /// Throws Error{Fault::Damaged} if the file is not whole.
    explicit SectionFile(const std::string& path);

    /// The bytes of a section, 8-byte aligned; empty if there is none. Live as long as this does.
    std::string_view section(std::string_view name) const;

    struct Entry {
        std::string_view name;
        std::string_view bytes;
    };

    /// All sections, in order.
    const std::vector<Entry>& sections() const { return entries_; }

    /// An Error to throw when what a section holds makes no sense.
    class Error damaged(std::string_view what) const;

private:
    std::string path_;
    MappedFile file_;
    std::vector<Entry> entries_;
};

}  // namespace lectern
