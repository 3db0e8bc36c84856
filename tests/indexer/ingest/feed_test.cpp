#include "indexer/ingest/feed.h"

#include "tests/support/temporary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace lectern {
namespace {

Work work_of(const std::string& path, std::string_view format) {
    FileState state;
    if (std::filesystem::is_regular_file(path)) state = InputFile{path}.state();
    return {{path, path, state}, find_format(format)};
}

std::vector<Batch> fed(const std::vector<Work>& work, const FeedLimits& limits) {
    std::vector<Batch> batches;
    feed(work, limits, [&](Batch&& batch) {
        batches.push_back(std::move(batch));
        return true;
    });
    return batches;
}

std::vector<Piece> pieces(const std::vector<Batch>& batches) {
    std::vector<Piece> all;
    for (const Batch& batch : batches)
        all.insert(all.end(), batch.pieces.begin(), batch.pieces.end());
    return all;
}

TEST(Feed, GivesWholeFilesInOrder) {
    const TemporaryFolder folder;
    std::vector<Work> work;
    for (const char* name : {"a.txt", "b.txt", "c.txt", "d.txt"}) {
        work.push_back(work_of(folder.write(name, std::string(40, name[0])), "text"));
    }
    const auto batches = fed(work, {.batch_bytes = 80});
    ASSERT_EQ(batches.size(), 2U);
    const auto all = pieces(batches);
    ASSERT_EQ(all.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(all[i].work, i);
        EXPECT_TRUE(all[i].last);
        EXPECT_EQ(all[i].bytes, std::string(40, static_cast<char>('a' + i)));
        EXPECT_EQ(all[i].record.sha256, sha256_hex(all[i].bytes));
        EXPECT_EQ(all[i].record.state, work[i].file.state);
        EXPECT_FALSE(all[i].failure);
    }
    EXPECT_TRUE(fed({}, {}).empty());
}

/// Lines of many lengths, some empty; the last without a line end.
std::string many_lines(std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i)
        lines += std::string(i * i % 97, 'x') + std::to_string(i) + '\n';
    return lines + "end";
}

TEST(Feed, CutsRecordsAtLineEndsAndKnowsTheirNumbers) {
    const TemporaryFolder folder;
    const std::string bytes = many_lines(60000);  // more than is read at once
    const std::vector<Work> work{work_of(folder.write("f.jsonl", bytes), "jsonl")};
    for (const std::uint64_t batch_bytes : {1000U, 300000U, 100000000U}) {
        const auto batches =
            fed(work, {.batch_bytes = batch_bytes, .first_batch_bytes = batch_bytes});
        const auto all = pieces(batches);
        std::string together;
        std::uint64_t line = 1;
        for (const Piece& piece : all) {
            ASSERT_EQ(piece.first_line, line);
            ASSERT_EQ(piece.last, &piece == &all.back());
            ASSERT_TRUE(piece.last || piece.bytes.back() == '\n');
            ASSERT_LT(piece.bytes.size(), batch_bytes + 200);
            together += piece.bytes;
            line += static_cast<std::uint64_t>(
                std::count(piece.bytes.begin(), piece.bytes.end(), '\n'));
        }
        EXPECT_EQ(together, bytes);
        EXPECT_EQ(all.back().record.sha256, sha256_hex(bytes));
        EXPECT_EQ(batches.size() > 1, batch_bytes < bytes.size());
    }
}

TEST(Feed, ALineLongerThanMayBeIsCutShortAndKeepsItsPlace) {
    const TemporaryFolder folder;
    const std::string good = "{\"title\":\"t\"}\n";
    const std::string bytes = good + std::string(5U << 20U, 'x') + '\n' + good;
    const std::vector<Work> work{work_of(folder.write("f.jsonl", bytes), "jsonl")};
    const auto all = pieces(fed(work, {.line_bytes = 1000}));
    std::string together;
    for (const Piece& piece : all) together += piece.bytes;
    EXPECT_LT(together.size(), 2U << 20U);
    EXPECT_EQ(std::count(together.begin(), together.end(), '\n'), 3);
    EXPECT_EQ(together.substr(0, good.size()), good);
    EXPECT_EQ(together.substr(together.size() - good.size()), good);
    EXPECT_GT(together.size(), 1000 + 2 * good.size()) << "long enough to be seen as too long";
    EXPECT_EQ(all.back().record.sha256, sha256_hex(bytes));
}

TEST(Feed, WhatCannotBeReadIsAFailureAndTheRestIsRead) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "folder.txt");
    std::filesystem::create_symlink(folder / "b.txt", folder / "link.jsonl");
    const std::vector<Work> work{
        work_of(folder / "absent.txt", "text"),
        work_of(folder / "folder.txt", "text"),
        {{folder / "link.jsonl", "link", {}}, find_format("jsonl")},
        work_of(folder.write("large.txt", std::string(2U << 20U, 'x')), "text"),
        work_of(folder.write("b.txt", "good"), "text"),
        work_of(folder.write("empty.jsonl", ""), "jsonl")};
    const auto all = pieces(fed(work, {.file_bytes = 1U << 20U}));
    ASSERT_EQ(all.size(), 6U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_TRUE(all[i].failure) << i;
        EXPECT_TRUE(all[i].last) << i;
    }
    EXPECT_EQ(all[3].failure, "larger than 1 MB");
    EXPECT_EQ(all[4].bytes, "good");
    EXPECT_FALSE(all[5].failure);
    EXPECT_EQ(all[5].bytes, "");
}

TEST(Feed, StopsWhenNobodyWantsMore) {
    const TemporaryFolder folder;
    const Work one = work_of(folder.write("f.jsonl", many_lines(5000)), "jsonl");
    int taken = 0;
    feed({one, one, one}, {.batch_bytes = 1000}, [&](Batch&&) { return ++taken < 3; });
    EXPECT_EQ(taken, 3);
}

}  // namespace
}  // namespace lectern
