#include "indexer/write/check.h"

#include "common/index/snapshot.h"
#include "indexer/write/writer.h"
#include "tests/support/articles.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace lectern {
namespace {

namespace fs = std::filesystem;

/// A small index with a segment that has dead, another without, and a catalogue.
std::string make_index(const TemporaryFolder& folder) {
    RandomArticles random{21};
    std::string place = folder / "index";
    add_to_index(place, random(12));
    add_to_index(place, random(3));
    Writer writer{place, Writer::Mode::OpenOnly};
    writer.commit({.deaths = {{writer.manifest().segments[0].name, 5}},
                   .catalogue_lines = catalogue_line("x", {})});
    return place;
}

/// Every file that the manifest names, and the manifest.
std::vector<std::string> files_of(const std::string& place) {
    const Manifest manifest = read_manifest(place).value();
    std::vector<std::string> files{place + "/current", place + '/' + manifest.catalogue.name};
    for (const SegmentEntry& segment : manifest.segments) {
        const std::string folder = segment_folder(place, segment) + '/';
        files.push_back(folder + segment.postings.name);
        files.push_back(folder + segment.store.name);
        if (segment.dead_list) files.push_back(folder + segment.dead_list->name);
    }
    return files;
}

void put(const std::string& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
}

/// Whether checking says that something is wrong with that file.
bool complains(const std::string& place, const std::string& file) {
    try {
        const CheckReport report = check_index(place);
        for (const Problem& problem : report.problems) {
            if (problem.where.find(file) != std::string::npos) return true;
        }
    } catch (const Error& error) {
        return error.fault() == Fault::Damaged &&
               std::string{error.what()}.find(file) != std::string::npos;
    }
    return false;
}

TEST(Check, SaysWhatASoundIndexHolds) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    const CheckReport report = check_index(place);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(report.articles, 14U);
    EXPECT_EQ(report.segments, 2U);
    std::uint64_t bytes = 0;
    for (const std::string& file : files_of(place)) bytes += fs::file_size(file);
    EXPECT_EQ(report.bytes, bytes - fs::file_size(place + "/current"));
    EXPECT_THROW(check_index(folder / "absent"), Error);
}

TEST(Check, FindsAChangedByteInAnyFile) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    for (const std::string& file : files_of(place)) {
        const std::string whole = read_file(file).value();
        const std::size_t step = whole.size() / 100 + 1;
        for (std::size_t at = 0; at < whole.size(); at += step) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
            put(file, bytes);
            ASSERT_TRUE(complains(place, file)) << file << " at " << at;
        }
        put(file, whole);
    }
    EXPECT_TRUE(check_index(place).problems.empty());
}

TEST(Check, FindsAShortenedOrMissingFile) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    for (const std::string& file : files_of(place)) {
        const bool is_manifest = file.ends_with("/current");
        const std::string whole = read_file(file).value();
        for (const std::size_t length : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
            if (is_manifest && length == whole.size() - 1)
                continue;  // its last line end means nothing
            put(file, whole.substr(0, length));
            ASSERT_TRUE(complains(place, file)) << file << " of " << length;
        }
        if (is_manifest) {
            put(file, whole);
            continue;
        }
        put(file, whole + "more");
        ASSERT_EQ(complains(place, file), file.find("catalogue") == std::string::npos) << file;
        fs::remove(file);
        ASSERT_TRUE(complains(place, file)) << file;
        put(file, whole);
    }
    EXPECT_TRUE(check_index(place).problems.empty());
}

/// Reads all that a search could ask for; the message of the Error it ends with, empty if none.
std::string read_all(const std::string& place) {
    try {
        const Snapshot index{place};
        for (const Segment& segment : index.segments()) {
            for (ArticleNumber number = 1; number <= segment.articles(); ++number)
                segment.documents().article(number);
            TableCursor positions = segment.positions().entries();
            while (positions.next()) {
                PositionCursor cursor{positions.value()};
                for (ArticleNumber number = 1; number <= segment.articles(); ++number)
                    cursor.seek(number);
            }
            TableCursor stems = segment.stems().entries();
            while (stems.next()) decoded_forms(stems.value());
            segment.values("outlet");
            segment.numbers(length_column);
        }
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::Damaged) << error.what();
        return error.what();
    }
}

TEST(Snapshot, AMissingOrShortenedFileIsDamageThatNamesIt) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    for (const std::string& file : files_of(place)) {
        if (file.find("/segments/") == std::string::npos) continue;
        const std::string whole = read_file(file).value();
        const std::string name = file.substr(file.rfind('/') + 1);
        for (const std::size_t length : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
            put(file, whole.substr(0, length));
            EXPECT_NE(read_all(place).find(name), std::string::npos)
                << file << ": " << read_all(place);
        }
        fs::remove(file);
        EXPECT_NE(read_all(place).find(name), std::string::npos) << file << ": " << read_all(place);
        put(file, whole);
    }
    EXPECT_EQ(read_all(place), "");
}

TEST(Snapshot, AChangedByteIsDamageOrHarmless) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    std::size_t noticed = 0;
    for (const std::string& file : files_of(place)) {
        if (file.find("/segments/") == std::string::npos || file.ends_with("/postings")) continue;
        const std::string whole = read_file(file).value();
        for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 700) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(~bytes[at]);
            put(file, bytes);
            if (!read_all(place).empty()) ++noticed;
        }
        put(file, whole);
    }
    EXPECT_GT(noticed, 0U);
}

TEST(Snapshot, PostingsThatAreNoDatabaseAreDamage) {
    const TemporaryFolder folder;
    const std::string place = make_index(folder);
    const SegmentEntry segment = read_manifest(place)->segments[0];
    const std::string file = segment_folder(place, segment) + "/postings";
    const std::string whole = read_file(file).value();
    put(file, std::string(whole.size(), 'x'));
    EXPECT_NE(read_all(place), "");
    put(file, std::string(whole.size(), '\0'));
    EXPECT_NE(read_all(place), "");
}

}  // namespace
}  // namespace lectern
