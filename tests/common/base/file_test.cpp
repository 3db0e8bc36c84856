#include "common/base/file.h"

#include "common/base/error.h"
#include "tests/support/temporary.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace lectern {
namespace {

namespace fs = std::filesystem;

/// The fault and message of what `work` throws; empty if nothing.
template <class Work>
std::string thrown(Work work) {
    try {
        work();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::Io) << error.what();
        return error.what();
    }
    return {};
}

TEST(File, IsReadWholeOrInPart) {
    const TemporaryFolder folder;
    const std::string bytes = std::string(700000, 'a') + std::string(1, '\0') + "end";
    const std::string path = folder.write("file", bytes);
    EXPECT_EQ(read_file(path), bytes);
    EXPECT_EQ(MappedFile{path}.bytes(), bytes);
    EXPECT_EQ(sha256_of_file(path), sha256_hex(bytes));
    const InputFile input{path};
    EXPECT_EQ(input.state().bytes, bytes.size());
    EXPECT_EQ(input.read(0, bytes.size()), bytes);
    EXPECT_EQ(input.read(700001, 2), "en");
    EXPECT_EQ(input.read(700001, 999), "end");
    EXPECT_EQ(input.read(bytes.size(), 1), "");
    EXPECT_EQ(input.read(1ULL << 62U, 1ULL << 63U), "");
}

TEST(File, EmptyAndAbsentFilesDiffer) {
    const TemporaryFolder folder;
    const std::string path = folder.write("empty", "");
    EXPECT_EQ(read_file(path), "");
    EXPECT_EQ(MappedFile{path}.bytes(), "");
    EXPECT_EQ(read_file(folder / "absent"), std::nullopt);
    EXPECT_EQ(read_file(folder / "empty/below"), std::nullopt);
    EXPECT_EQ(thrown([&] { MappedFile{folder / "absent"}; }),
              "cannot open " + (folder / "absent") + ": No such file or directory");
}

TEST(File, OutputIsWhatWasWrittenInPiecesOfAnySize) {
    const TemporaryFolder folder;
    std::string all;
    OutputFile output{folder / "out"};
    for (const std::size_t size : {1U, 0U, 100U, 262143U, 1U, 262144U, 262145U, 5U, 900000U, 7U}) {
        const std::string piece(size, static_cast<char>('a' + size % 26));
        output.write(piece);
        all += piece;
        EXPECT_EQ(output.written(), all.size());
    }
    EXPECT_EQ(output.finish(), sha256_hex(all));
    EXPECT_EQ(read_file(folder / "out"), all);
}

TEST(File, ReplacesAndAppends) {
    const TemporaryFolder folder;
    const std::string path = folder / "file";
    append_durably(path, "one");
    append_durably(path, " two");
    EXPECT_EQ(read_file(path), "one two");
    replace_durably(path, "three");
    EXPECT_EQ(read_file(path), "three");
    EXPECT_FALSE(fs::exists(path + ".new"));
    EXPECT_NE(thrown([&] { replace_durably(folder / "no/file", "x"); }), "");
    fs::create_directory(path + ".new");
    EXPECT_NE(thrown([&] { replace_durably(path, "four"); }), "");
    EXPECT_EQ(read_file(path), "three");
}

TEST(File, OnlyRegularFilesAreInput) {
    const TemporaryFolder folder;
    const std::string path = folder.write("file", "x");
    const std::string fifo = folder / "fifo";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    fs::create_symlink(path, folder / "link");
    EXPECT_EQ(thrown([&] { InputFile{fifo}; }), "not a regular file: " + fifo);
    EXPECT_EQ(thrown([&] { InputFile{folder.path()}; }), "not a regular file: " + folder.path());
    EXPECT_NE(thrown([&] { InputFile{folder / "link"}; }), "");
    EXPECT_NE(thrown([&] { InputFile{folder / "absent"}; }), "");
}

TEST(File, ALockIsHeldOnceAndGoesWithItsHolder) {
    const TemporaryFolder folder;
    auto first = try_lock(folder / "lock");
    ASSERT_TRUE(first);
    EXPECT_FALSE(try_lock(folder / "lock"));
    const Descriptor moved{std::move(*first)};
    first.reset();
    EXPECT_FALSE(try_lock(folder / "lock"));
    {
        Descriptor last;
        last = Descriptor{::dup(moved.number())};
        EXPECT_TRUE(last.open());
    }
    EXPECT_FALSE(try_lock(folder / "lock"));
}

TEST(File, AFreedLockCanBeTaken) {
    const TemporaryFolder folder;
    { const auto held = try_lock(folder / "lock"); }
    EXPECT_TRUE(try_lock(folder / "lock"));
}

TEST(File, AFullDiskIsAnErrorThatNamesTheFile) {
    if (!fs::exists("/dev/full")) GTEST_SKIP();
    OutputFile output{"/dev/full"};
    output.write("x");
    EXPECT_EQ(thrown([&] { output.finish(); }), "cannot write /dev/full: No space left on device");
}

}  // namespace
}  // namespace lectern
