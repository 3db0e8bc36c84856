#include "indexer/write/merge.h"

#include "common/base/error.h"
#include "common/index/segment.h"
#include "common/index/snapshot.h"
#include "indexer/write/writer.h"
#include "tests/support/articles.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

namespace lectern {
namespace {

using Postings = std::map<std::string, std::vector<std::pair<ArticleNumber, unsigned>>>;

Postings postings(const Segment& segment) {
    Postings found;
    const Xapian::Database& database = segment.postings();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
            found[*term].emplace_back(*at, at.get_wdf());
        }
    }
    return found;
}

std::map<std::string, std::map<ArticleNumber, std::vector<std::uint32_t>>> positions(
    const Segment& segment) {
    std::map<std::string, std::map<ArticleNumber, std::vector<std::uint32_t>>> found;
    TableCursor terms = segment.positions().entries();
    while (terms.next()) {
        PositionCursor cursor{terms.value()};
        for (ArticleNumber number = 1; number <= segment.articles(); ++number) {
            const auto places = cursor.seek(number);
            if (!places.empty())
                found[std::string{terms.key()}][number] = {places.begin(), places.end()};
        }
        EXPECT_TRUE(cursor.sound());
    }
    EXPECT_TRUE(terms.sound());
    return found;
}

std::map<std::string, std::string> stems(const Segment& segment) {
    std::map<std::string, std::string> found;
    TableCursor cursor = segment.stems().entries();
    while (cursor.next()) found.emplace(cursor.key(), cursor.value());
    return found;
}

void expect_same(const Segment& left, const Segment& right) {
    ASSERT_EQ(left.articles(), right.articles());
    EXPECT_EQ(left.entry().words, right.entry().words);
    EXPECT_EQ(left.entry().text_bytes, right.entry().text_bytes);
    EXPECT_EQ(left.entry().languages, right.entry().languages);
    EXPECT_EQ(postings(left), postings(right));
    EXPECT_EQ(positions(left), positions(right));
    EXPECT_EQ(stems(left), stems(right));
    for (const SectionFile::Entry& section : left.store().sections()) {
        if (section.name.substr(0, 7) != "column.") continue;
        EXPECT_EQ(section.bytes, right.store().section(section.name)) << section.name;
    }
    for (ArticleNumber number = 1; number <= left.articles(); ++number) {
        ASSERT_EQ(stored(left.documents().article(number)),
                  stored(right.documents().article(number)));
    }
}

TEST(Merge, OfPartsIsAsBuiltAtOnce) {
    RandomArticles random{17};
    const std::vector<Article> articles = random(300);
    const TemporaryIndex whole{articles};
    const auto part = [&](std::size_t from, std::size_t to) {
        return std::vector<Article>(articles.begin() + static_cast<std::ptrdiff_t>(from),
                                    articles.begin() + static_cast<std::ptrdiff_t>(to));
    };
    const TemporaryIndex parts{
        {part(0, 1), part(1, 40), part(40, 41), part(41, 200), part(200, 300)}};
    ASSERT_EQ(Snapshot{parts.path()}.segments().size(), 5U);
    Writer{parts.path(), Writer::Mode::OpenOnly}.compact();
    const Snapshot one{parts.path()};
    const Snapshot other{whole.path()};
    ASSERT_EQ(one.segments().size(), 1U);
    expect_same(one.segments()[0], other.segments()[0]);
}

TEST(Merge, OfDamagedPartsIsRefusedOrHarmless) {
    RandomArticles random{18};
    const TemporaryIndex index{random(3)};
    const Manifest manifest = read_manifest(index.path()).value();
    const SegmentEntry& entry = manifest.segments[0];
    const std::string place = segment_folder(index.path(), entry);
    const std::string whole = read_file(place + "/store").value();
    const TemporaryFolder folder;
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(~bytes[at]);
        const std::string store = folder.write("damaged", bytes);
        const std::vector<MergeInput> inputs{
            {place + "/postings", place + "/store", entry.articles},
            {place + "/postings", store, entry.articles}};
        try {
            std::filesystem::create_directories(folder / "out");
            merge(inputs, folder / "out");
        } catch (const Error& error) {
            ++refused;
            EXPECT_EQ(error.fault(), Fault::Damaged) << at << ' ' << error.what();
        }
        std::filesystem::remove_all(folder / "out");
    }
    EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace lectern
