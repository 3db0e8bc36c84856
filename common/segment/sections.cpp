#include "common/segment/sections.h"

#include "common/base/bytes.h"
#include "common/base/error.h"

namespace lectern {
namespace {

constexpr std::string_view magic = "lectern1";
constexpr std::size_t alignment = 8;
constexpr std::size_t trailer_bytes = sizeof(std::uint64_t) + magic.size();

}  // namespace

SectionWriter::SectionWriter(const std::string& path) : file_{path} {
    file_.write(magic);
}

void SectionWriter::begin(std::string_view name) {
    end();
    entries_.push_back({std::string{name}, file_.written(), 0});
}

std::uint64_t SectionWriter::section_bytes() const {
    return file_.written() - entries_.back().offset;
}

void SectionWriter::end() {
    if (!entries_.empty()) entries_.back().bytes = section_bytes();
    const std::size_t over = file_.written() % alignment;
    if (over != 0) file_.write(std::string(alignment - over, '\0'));
}

std::string SectionWriter::finish() {
    end();
    const std::uint64_t directory_offset = file_.written();
    std::string directory;
    for (const Entry& entry : entries_) {
        put_text(directory, entry.name);
        put_varint(directory, entry.offset);
        put_varint(directory, entry.bytes);
    }
    put_fixed(directory, directory_offset);
    directory += magic;
    file_.write(directory);
    return file_.finish();
}

SectionFile::SectionFile(const std::string& path) : path_{path}, file_{path} {
    const std::string_view bytes = file_.bytes();
    if (bytes.size() < magic.size() + trailer_bytes || bytes.substr(0, magic.size()) != magic ||
        bytes.substr(bytes.size() - magic.size()) != magic) {
        throw damaged("its ends are not those of such a file");
    }
    const auto directory_end = bytes.size() - trailer_bytes;
    const auto offset = ByteReader{bytes.substr(directory_end)}.fixed<std::uint64_t>();
    if (offset > directory_end) throw damaged("its directory lies outside it");
    ByteReader directory{bytes.substr(offset, directory_end - offset)};
    while (!directory.at_end()) {
        const std::string_view name = directory.text();
        const std::uint64_t begin = directory.varint();
        const std::uint64_t size = directory.varint();
        if (!directory.ok() || begin > offset || size > offset - begin || begin % alignment != 0) {
            throw damaged("its directory makes no sense");
        }
        entries_.push_back({name, bytes.substr(begin, size)});
    }
}

std::string_view SectionFile::section(std::string_view name) const {
    for (const Entry& entry : entries_) {
        if (entry.name == name) return entry.bytes;
    }
    return {};
}

Error SectionFile::damaged(std::string_view what) const {
    return Error{Fault::Damaged, path_ + " is damaged: " + std::string{what}};
}

}  // namespace lectern
