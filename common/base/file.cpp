#include "common/base/file.h"

#include "common/base/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace lectern {
namespace {

constexpr std::size_t buffer_bytes = 256U << 10U;

/// Calls again while the system says it was interrupted.
template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

Descriptor opened(const std::string& path, int flags) {
    constexpr mode_t readable_by_all = 0644;
    Descriptor descriptor{
        uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, readable_by_all); })};
    if (!descriptor.open()) throw io_error("cannot open " + path, errno);
    return descriptor;
}

struct stat state_of(const Descriptor& descriptor, const std::string& path) {
    struct stat state {};

    if (::fstat(descriptor.number(), &state) != 0) throw io_error("cannot read " + path, errno);
    return state;
}

void write_all(const Descriptor& descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto written =
            uninterrupted([&] { return ::write(descriptor.number(), bytes.data(), bytes.size()); });
        if (written < 0) throw io_error("cannot write " + path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync(const Descriptor& descriptor, const std::string& path) {
    if (uninterrupted([&] { return ::fsync(descriptor.number()); }) != 0) {
        throw io_error("cannot write " + path + " to disk", errno);
    }
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

InputFile::InputFile(const std::string& path)
    : path_{path}, descriptor_{opened(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)} {
    if (!S_ISREG(state_of(descriptor_, path).st_mode)) {
        throw Error{Fault::Io, "not a regular file: " + path};
    }
}

FileState InputFile::state() const {
    const struct stat state = state_of(descriptor_, path_);
    constexpr std::int64_t ns = 1'000'000'000;
    return {static_cast<std::uint64_t>(state.st_size),
            state.st_mtim.tv_sec * ns + state.st_mtim.tv_nsec};
}

std::string InputFile::read(std::uint64_t offset, std::uint64_t length) const {
    const std::uint64_t size = state().bytes;
    if (offset >= size) return {};
    std::string bytes(std::min(length, size - offset), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got = uninterrupted([&] {
            return ::pread(descriptor_.number(), bytes.data() + have, bytes.size() - have,
                           static_cast<off_t>(offset + have));
        });
        if (got < 0) throw io_error("cannot read " + path_, errno);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

MappedFile::MappedFile(const std::string& path) {
    const Descriptor descriptor = opened(path, O_RDONLY);
    const auto size = static_cast<std::size_t>(state_of(descriptor, path).st_size);
    if (size == 0) return;
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.number(), 0);
    if (memory == MAP_FAILED) throw io_error("cannot map " + path, errno);
    bytes_ = {static_cast<const char*>(memory), size};
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_{std::exchange(other.bytes_, {})} {
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile() {
    // munmap takes a pointer to what it does not change
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());  // NOLINT
}

OutputFile::OutputFile(const std::string& path)
    : path_{path}, descriptor_{opened(path, O_WRONLY | O_CREAT | O_TRUNC)} {
    buffer_.reserve(buffer_bytes);
}

void OutputFile::write(std::string_view bytes) {
    written_ += bytes.size();
    if (buffer_.size() + bytes.size() > buffer_bytes) flush();
    if (bytes.size() < buffer_bytes) {
        buffer_ += bytes;
        return;
    }
    hash_.add(bytes);
    write_all(descriptor_, bytes, path_);
}

void OutputFile::flush() {
    hash_.add(buffer_);
    write_all(descriptor_, buffer_, path_);
    buffer_.clear();
}

std::string OutputFile::finish() {
    flush();
    sync(descriptor_, path_);
    return hash_.hex();
}

std::optional<std::string> read_file(const std::string& path) {
    const Descriptor descriptor{
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })};
    if (!descriptor.open()) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw io_error("cannot open " + path, errno);
    }
    std::string bytes;
    std::string piece(buffer_bytes, '\0');
    while (true) {
        const auto got =
            uninterrupted([&] { return ::read(descriptor.number(), piece.data(), piece.size()); });
        if (got < 0) throw io_error("cannot read " + path, errno);
        if (got == 0) return bytes;
        bytes.append(piece, 0, static_cast<std::size_t>(got));
    }
}

void append_durably(const std::string& path, std::string_view bytes) {
    const Descriptor descriptor = opened(path, O_WRONLY | O_CREAT | O_APPEND);
    write_all(descriptor, bytes, path);
    sync(descriptor, path);
}

void replace_durably(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new";
    {
        const Descriptor descriptor = opened(beside, O_WRONLY | O_CREAT | O_TRUNC);
        write_all(descriptor, bytes, beside);
        sync(descriptor, beside);
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        throw io_error("cannot put " + path + " in place", errno);
    }
    sync_directory(folder_of(path));
}

void sync_directory(const std::string& path) {
    sync(opened(path, O_RDONLY | O_DIRECTORY), path);
}

void sync_file(const std::string& path) {
    sync(opened(path, O_RDONLY), path);
}

std::optional<Descriptor> try_lock(const std::string& path) {
    Descriptor descriptor = opened(path, O_RDWR | O_CREAT);

    struct flock whole {};

    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(descriptor.number(), F_OFD_SETLK, &whole) == 0) return descriptor;
    if (errno == EAGAIN || errno == EACCES) return std::nullopt;
    throw io_error("cannot lock " + path, errno);
}

std::string sha256_of_file(const std::string& path) {
    const Descriptor descriptor = opened(path, O_RDONLY);
    Sha256 hash;
    std::string piece(buffer_bytes, '\0');
    while (true) {
        const auto got =
            uninterrupted([&] { return ::read(descriptor.number(), piece.data(), piece.size()); });
        if (got < 0) throw io_error("cannot read " + path, errno);
        if (got == 0) return hash.hex();
        hash.add(std::string_view{piece}.substr(0, static_cast<std::size_t>(got)));
    }
}

}  // namespace lectern
