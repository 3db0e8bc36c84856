#include "indexer/write/catalogue.h"

#include "common/base/error.h"
#include "tests/support/damage.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

FileRecord record(std::uint64_t number) {
    return {{number, -5}, "sha", number + 1, number + 2};
}

TEST(Catalogue, TheLastLineOfAPathCounts) {
    const std::string lines = catalogue_line("a", record(1)) +
                              catalogue_line("b \"国\\x0a", record(2)) +
                              catalogue_line("a", record(3)) + catalogue_line("c", record(4)) +
                              catalogue_gone_line("c") + catalogue_gone_line("never");
    const Catalogue catalogue = Catalogue::read(lines, "here");
    EXPECT_EQ(catalogue.files().size(), 2U);
    ASSERT_NE(catalogue.find("a"), nullptr);
    EXPECT_EQ(*catalogue.find("a"), record(3));
    EXPECT_EQ(*catalogue.find("b \"国\\x0a"), record(2));
    EXPECT_EQ(catalogue.find("c"), nullptr);
    EXPECT_EQ(Catalogue::read(catalogue.lines(), "here").files(), catalogue.files());
    EXPECT_TRUE(Catalogue::read("", "here").files().empty());
}

TEST(Catalogue, IsSparseOnceMostLinesAreOutdated) {
    std::string lines;
    for (std::uint64_t i = 0; i < 1001; ++i) lines += catalogue_line("a", record(i));
    const Catalogue catalogue = Catalogue::read(lines, "here");
    EXPECT_TRUE(catalogue.sparse());
    EXPECT_FALSE(Catalogue::read(catalogue.lines(), "here").sparse());
}

TEST(Catalogue, EveryDamageIsFound) {
    const std::string lines = catalogue_line("a/b.txt", record(1)) + catalogue_gone_line("c");
    const auto whole = Catalogue::read(lines, "here").files();
    const std::size_t first_line = lines.find('\n') + 1;
    damage(lines, [&](std::string_view damaged, const std::string& what) {
        if (damaged.empty() || damaged.size() == first_line) return;  // whole lines are a catalogue
        try {
            Catalogue::read(damaged, "here");
            ADD_FAILURE() << what << " was not found";
        } catch (const Error& error) {
            ASSERT_EQ(error.fault(), Fault::Damaged) << what;
            ASSERT_STREQ(error.what(), "here is damaged") << what;
        }
    });
    EXPECT_THROW(Catalogue::read(std::string(100000, '[') + "\n", "here"), Error);
}

}  // namespace
}  // namespace lectern
