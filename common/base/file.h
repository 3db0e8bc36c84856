#pragma once
// Files as the system gives them: read whole or mapped, written so that they are durable. All of
// these throw Error{Fault::Io} naming the path and the reason.

#include "common/base/hash.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor() = default;

    explicit Descriptor(int number) : number_{number} {}

    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    int number() const { return number_; }

    bool open() const { return number_ >= 0; }

private:
    int number_{-1};
};

/// What identifies a version of a file without reading it.
struct FileState {
    std::uint64_t bytes{};
    std::int64_t modified_ns{};  ///< since 1970, UTC
    bool operator==(const FileState&) const = default;
};

/// A regular file opened for reading; never blocks on a FIFO or device, never follows a symbolic
/// link.
class InputFile {
public:
    /// Throws also when it is no regular file.
    explicit InputFile(const std::string& path);

    /// At the time of asking.
    FileState state() const;

    /// At most `length` bytes from `offset`; fewer at the end of the file.
    std::string read(std::uint64_t offset, std::uint64_t length) const;

private:
    std::string path_;
    Descriptor descriptor_;
};

/// A whole file mapped into memory, read only. The bytes live as long as this does.
class MappedFile {
public:
    MappedFile() = default;
    explicit MappedFile(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

/// Writes a new file from its beginning to its end. What was not finished stays behind incomplete.
class OutputFile {
public:
    /// Replaces what is there.
    explicit OutputFile(const std::string& path);

    void write(std::string_view bytes);

    std::uint64_t written() const { return written_; }

    /// Everything is on disk when this returns. Then the SHA-256 of what was written.
    std::string finish();

private:
    void flush();

    std::string path_;
    Descriptor descriptor_;
    std::string buffer_;
    std::uint64_t written_{0};
    Sha256 hash_;
};

/// The whole of a file; nothing if there is none.
std::optional<std::string> read_file(const std::string& path);

/// Appends to a file, making it if need be, and waits until it is on disk.
void append_durably(const std::string& path, std::string_view bytes);

/// Puts `bytes` in place of the file by rename: a reader sees all of the old or all of the new,
/// also after a power cut.
void replace_durably(const std::string& path, std::string_view bytes);

/// Waits until the names in a directory are on disk.
void sync_directory(const std::string& path);

/// Waits until a file's bytes are on disk.
void sync_file(const std::string& path);

/// A lock that goes with the process, held by the opened file. Nothing if another holds it.
std::optional<Descriptor> try_lock(const std::string& path);

/// The SHA-256 of a file, read in pieces.
std::string sha256_of_file(const std::string& path);

}  // namespace lectern
