#include "common/segment/table.h"

#include "tests/support/damage.h"
#include "tests/support/sections.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <random>

namespace lectern {
namespace {

using Rows = std::map<std::string, std::string>;

/// A file whose section "table" holds the rows.
class Stored : public TemporarySections {
public:
    explicit Stored(const Rows& rows)
        : TemporarySections{[&](SectionWriter& out) {
              out.begin("before");
              out.write("odd");
              out.begin("table");
              TableWriter table{out};
              for (const auto& [key, value] : rows) table.add(key, value);
              table.finish();
          }} {}

    Table table() const { return Table{(*this)["table"]}; }
};

Rows all(TableCursor cursor) {
    Rows rows;
    while (cursor.next()) rows.emplace(cursor.key(), cursor.value());
    EXPECT_TRUE(cursor.sound());
    return rows;
}

/// Rows with keys that share beginnings, values of all sizes; a few larger than a block.
Rows random_rows(unsigned seed, std::size_t count) {
    std::mt19937 random{seed};
    Rows rows;
    while (rows.size() < count) {
        std::string key(1 + random() % 9, 'a');
        for (char& c : key) c = static_cast<char>("abc\xE5\x00z"[random() % 6]);
        const std::size_t bytes = random() % 50 == 0 ? 6000 : random() % 40;
        rows[key] = std::string(bytes, static_cast<char>(random()));
    }
    return rows;
}

TEST(Table, FindsEveryKeyAndNoOther) {
    const Rows rows = random_rows(1, 900);
    const Stored file{rows};
    const Table table = file.table();
    ASSERT_TRUE(table.sound());
    EXPECT_EQ(all(table.entries()), rows);
    for (const auto& [key, value] : rows) {
        ASSERT_EQ(table.find(key), value);
        for (const std::string& near : {key + '\0', key + "~", key.substr(0, key.size() - 1)}) {
            ASSERT_EQ(table.find(near).has_value(), rows.contains(near));
        }
    }
    EXPECT_FALSE(table.find(""));
    EXPECT_FALSE(table.find("\xFF\xFF"));
}

TEST(Table, MayBeEmptyOrHoldTheEmptyKey) {
    EXPECT_TRUE(Table{std::string_view{}}.sound());
    EXPECT_FALSE(Table{std::string_view{}}.find("a"));
    const Stored none{Rows{}};
    EXPECT_TRUE(none.table().sound());
    EXPECT_FALSE(none.table().find(""));
    const Stored one{Rows{{"", "v"}}};
    EXPECT_EQ(one.table().find(""), "v");
}

TEST(Table, SeveralAreWalkedAsOne) {
    std::deque<Stored> files;
    std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> expected;
    std::vector<TableCursor> cursors;
    for (unsigned i = 0; i < 4; ++i) {
        const Rows rows = i == 2 ? Rows{} : random_rows(10 + i, 200);
        for (const auto& [key, value] : rows) expected[key].emplace_back(i, value);
        cursors.push_back(files.emplace_back(rows).table().entries());
    }
    decltype(expected) merged;
    std::string last;
    const auto broken = merge_tables(
        std::move(cursors), [&](std::string_view key, const auto& values, const auto& which) {
            EXPECT_TRUE(merged.empty() || std::string_view{last} < key);
            last = key;
            for (std::size_t i = 0; i < values.size(); ++i) {
                merged[last].emplace_back(which[i], values[i]);
            }
        });
    EXPECT_FALSE(broken);
    EXPECT_EQ(merged, expected);
}

TEST(Table, DamageIsNoticedOrHarmless) {
    const Rows rows = random_rows(3, 40);
    const Stored file{rows};
    damage(file["table"], [&](std::string_view damaged, const std::string& what) {
        const Table table{damaged};
        for (const auto& [key, value] : rows) {
            ASSERT_LE(table.find(key).value_or("").size(), damaged.size()) << what;
        }
        TableCursor cursor = table.entries();
        std::size_t entries = 0;
        while (cursor.next()) ++entries;
        ASSERT_LE(entries, damaged.size()) << what;
    });
}

TEST(Table, AMergeSaysWhichTableBreaksOff) {
    const Stored good{Rows{{"a", "1"}, {"b", "2"}}};
    std::string bytes{good["table"]};
    bytes[1] = '\x7F';  // the first key is said to be longer than all there is
    std::vector<TableCursor> cursors{good.table().entries(), Table{bytes}.entries()};
    std::size_t keys = 0;
    const auto broken =
        merge_tables(std::move(cursors), [&](auto, const auto&, const auto&) { ++keys; });
    EXPECT_EQ(broken, 1U);
    EXPECT_EQ(keys, 2U);
}

}  // namespace
}  // namespace lectern
