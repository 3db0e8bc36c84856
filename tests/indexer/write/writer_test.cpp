#include "indexer/write/writer.h"

#include "common/base/error.h"
#include "common/index/snapshot.h"
#include "indexer/write/check.h"
#include "indexer/write/identity.h"
#include "tests/support/articles.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

namespace lectern {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;

/// The living, in order.
Ids ids(const std::string& folder) {
    Ids found;
    const Snapshot index{folder};
    for (const Segment& segment : index.segments()) {
        for (ArticleNumber number = 1; number <= segment.articles(); ++number) {
            if (!segment.dead().has(number))
                found.push_back(segment.documents().article(number).id);
        }
    }
    EXPECT_EQ(found.size(), index.manifest().living());
    return found;
}

void expect_sound(const std::string& folder) {
    for (const Problem& problem : check_index(folder).problems) {
        ADD_FAILURE() << problem.where << ": " << problem.message;
    }
}

BatchFiles batch(Writer& writer, const std::vector<Article>& articles) {
    Tokenizer tokenizer;
    BatchBuilder builder{writer.batch_folder(), tokenizer};
    for (const Article& article : articles)
        builder.add(article, identity_of(article), content_of(article));
    return builder.finish({});
}

/// Articles whose titles are the words.
std::vector<Article> named(const Ids& words) {
    std::vector<Article> articles;
    for (const std::string& word : words) articles.push_back(article(word));
    return articles;
}

std::string commit(Writer& writer, const Ids& words) {
    Change change;
    change.batches.push_back(batch(writer, named(words)));
    return writer.commit(change);
}

Fault fault_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.fault();
    }
    return Fault::Internal;
}

TEST(Writer, MakesAnIndexWhereThereIsNone) {
    const TemporaryFolder folder;
    const std::string place = folder / "news/.lectern";
    EXPECT_EQ(fault_of([&] { Writer{place, Writer::Mode::OpenOnly}; }), Fault::NoIndex);
    EXPECT_FALSE(fs::exists(place)) << "asking makes nothing";
    { const Writer writer{place, Writer::Mode::CreateOrOpen}; }
    EXPECT_EQ(ids(place), Ids{});
    expect_sound(place);
    const std::string uuid = read_manifest(place)->uuid;
    EXPECT_EQ(uuid.size(), 36U);
    { const Writer writer{place, Writer::Mode::OpenOnly}; }
    EXPECT_EQ(read_manifest(place)->uuid, uuid);
}

TEST(Writer, TouchesNoFolderOfSomethingElse) {
    const TemporaryFolder folder;
    folder.write("diary.txt", "mine");
    EXPECT_EQ(fault_of([&] { Writer{folder.path(), Writer::Mode::CreateOrOpen}; }), Fault::Usage);
    EXPECT_EQ(read_file(folder / "diary.txt"), "mine");
}

TEST(Writer, IsAlone) {
    const TemporaryIndex index{{article("one")}};
    const Writer first{index.path(), Writer::Mode::OpenOnly};
    EXPECT_EQ(fault_of([&] { Writer{index.path(), Writer::Mode::OpenOnly}; }), Fault::Locked);
    EXPECT_EQ(fault_of([&] { Writer{index.path(), Writer::Mode::CreateOrOpen}; }), Fault::Locked);
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::_exit(fault_of([&] {
                    Writer{index.path(), Writer::Mode::OpenOnly};
                }) == Fault::Locked
                    ? 0
                    : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0) << "another process is refused too";
    EXPECT_EQ(ids(index.path()), Ids{"one"}) << "but anyone may read";
}

TEST(Writer, ACommitAddsAndLetsGoAtOnce) {
    const TemporaryFolder folder;
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    const std::string first = commit(writer, {"a", "b", "c"});
    const std::uint64_t revision = writer.manifest().revision;
    Change change;
    change.batches.push_back(batch(writer, named({"d", "e"})));
    change.batches.push_back(batch(writer, named({"f"})));
    change.deaths = {{first, 2}, {first, 2}, {first, 99}, {first, 0}, {"gone", 1}};
    change.stillborn = {2, 2};
    change.catalogue_lines = catalogue_line("x", {});
    writer.commit(change);
    EXPECT_EQ(ids(folder.path()), (Ids{"a", "c", "d", "f"}));
    EXPECT_EQ(writer.manifest().revision, revision + 1);
    EXPECT_NE(writer.catalogue().find("x"), nullptr);
    EXPECT_EQ(writer.commit({}), "") << "nothing new has no segment";
    writer.commit({.deaths = {{first, 1}, {first, 3}}});
    EXPECT_EQ(ids(folder.path()), (Ids{"d", "f"}));
    EXPECT_EQ(writer.manifest().words(), 8U) << "a word in the title counts three, in the body one";
    expect_sound(folder.path());
}

TEST(Writer, ReferencesStayGoodThroughMerges) {
    const TemporaryFolder folder;
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    std::vector<SegmentRef> refs;
    for (int i = 0; i < 40; ++i) {
        const std::string name = std::to_string(i);
        const std::string segment = commit(writer, {"a" + name, "b" + name});
        refs.push_back({segment, 2});
        if (i % 7 == 3) writer.commit({.deaths = {refs[static_cast<std::size_t>(i) / 2]}});
        if (i % 5 == 4) writer.merge_tiers();
        writer.merge_if_many();
    }
    EXPECT_LT(writer.manifest().segments.size(), 24U);
    writer.commit({.deaths = refs});
    Ids expected;
    for (int i = 0; i < 40; ++i) expected.push_back("a" + std::to_string(i));
    EXPECT_EQ(ids(folder.path()), expected);
    expect_sound(folder.path());
    writer.tidy();
    EXPECT_EQ(ids(folder.path()), expected);
    expect_sound(folder.path());
    for (const SegmentEntry& segment : writer.manifest().segments) {
        EXPECT_LE(segment.dead * 4, segment.articles);
    }
}

TEST(Writer, MergingKeepsSegmentsFew) {
    const TemporaryFolder folder;
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    for (int i = 0; i < 64; ++i) {
        commit(writer, {"x" + std::to_string(i)});
        writer.merge_tiers();
        std::uint64_t later = 0;
        for (std::size_t s = writer.manifest().segments.size(); s-- > 0;) {
            const std::uint64_t bytes = writer.manifest().segments[s].store.bytes;
            ASSERT_GT(bytes, later);
            later += bytes;
        }
    }
    EXPECT_LE(writer.manifest().segments.size(), 8U);
    EXPECT_EQ(ids(folder.path()).size(), 64U);
}

TEST(Writer, CompactingLeavesOneSegmentAndNoDead) {
    RandomArticles random{5};
    const TemporaryIndex index{{random(20), random(30), random(1)}};
    Ids expected = ids(index.path());
    Writer writer{index.path(), Writer::Mode::OpenOnly};
    std::vector<SegmentRef> deaths{{writer.manifest().segments[2].name, 1}};
    for (ArticleNumber number = 1; number <= 30; number += 3) {
        deaths.push_back({writer.manifest().segments[1].name, number});
        expected[20 + number - 1].clear();
    }
    expected.pop_back();
    std::erase(expected, "");
    writer.commit({.deaths = deaths});
    const std::uint64_t words = writer.manifest().words();
    writer.compact();
    ASSERT_EQ(writer.manifest().segments.size(), 1U);
    EXPECT_EQ(writer.manifest().segments[0].dead, 0U);
    EXPECT_EQ(writer.manifest().words(), words);
    EXPECT_EQ(ids(index.path()), expected);
    expect_sound(index.path());
    std::vector<SegmentRef> all;
    for (ArticleNumber number = 1; number <= expected.size(); ++number) {
        all.push_back({writer.manifest().segments[0].name, number});
    }
    writer.commit({.deaths = all});
    writer.compact();
    EXPECT_TRUE(writer.manifest().segments.empty());
    EXPECT_EQ(ids(index.path()), Ids{});
    expect_sound(index.path());
}

TEST(Writer, ACopyHoldsTheSameAndTheOriginalStays) {
    RandomArticles random{6};
    const TemporaryIndex index{{random(20), random(5)}};
    {
        Writer writer{index.path(), Writer::Mode::OpenOnly};
        writer.commit({.deaths = {{writer.manifest().segments[0].name, 7}},
                       .catalogue_lines = catalogue_line("x", {})});
    }
    const std::string before = read_file(index.path() + "/current").value();
    const TemporaryFolder folder;
    Writer copy{folder / "copy", Writer::Mode::CreateOrOpen};
    copy.copy_from(index.path());
    EXPECT_EQ(ids(folder / "copy"), ids(index.path()));
    EXPECT_EQ(copy.manifest().words(), read_manifest(index.path())->words());
    EXPECT_NE(copy.catalogue().find("x"), nullptr);
    EXPECT_NE(copy.manifest().uuid, read_manifest(index.path())->uuid);
    EXPECT_EQ(read_file(index.path() + "/current"), before);
    expect_sound(folder / "copy");
}

TEST(Writer, WhatAKilledOneLeftBehindIsSweptAndMeansNothing) {
    const TemporaryFolder folder;
    std::string segment;
    {
        Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
        segment = commit(writer, {"a", "b", "c"});
        writer.commit({.deaths = {{segment, 1}}, .catalogue_lines = catalogue_line("kept", {})});
    }
    const std::string catalogue = folder / read_manifest(folder.path())->catalogue.name;
    const Ids strays{"segments/999/store", "segments/999/postings",
                     "segments/7-half",    "catalogue-55",
                     "current.new",        "segments/" + segment + "/dead-77",
                     "batches/3/store"};
    for (const std::string& stray : strays) folder.write(stray, "half written");
    append_durably(catalogue, catalogue_line("never committed", {}) + R"({"path":"torn)");

    EXPECT_EQ(ids(folder.path()), (Ids{"b", "c"})) << "a reader does not see it";
    expect_sound(folder.path());
    Writer writer{folder.path(), Writer::Mode::OpenOnly};
    for (const std::string& stray : strays) EXPECT_FALSE(fs::exists(folder / stray)) << stray;
    EXPECT_EQ(writer.catalogue().find("never committed"), nullptr);
    commit(writer, {"d"});
    writer.commit({.catalogue_lines = catalogue_line("later", {})});
    EXPECT_EQ(writer.catalogue().find("never committed"), nullptr);
    EXPECT_NE(writer.catalogue().find("kept"), nullptr);
    EXPECT_NE(writer.catalogue().find("later"), nullptr);
    EXPECT_EQ(ids(folder.path()), (Ids{"b", "c", "d"}));
    expect_sound(folder.path());
}

TEST(Writer, OneKilledWhileItMadeTheIndexIsFollowedByAnother) {
    const TemporaryFolder folder;
    folder.write("lock", "");
    folder.write("catalogue-0", R"({"path":"torn)");
    folder.write("current.new", "{");
    fs::create_directory(folder / "segments");
    EXPECT_EQ(fault_of([&] { Writer{folder.path(), Writer::Mode::OpenOnly}; }), Fault::NoIndex);
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    Change change;
    change.batches.push_back(batch(writer, named({"a"})));
    change.catalogue_lines = catalogue_line("x", {});
    writer.commit(change);
    EXPECT_EQ(writer.catalogue().files().size(), 1U);
    EXPECT_EQ(ids(folder.path()), Ids{"a"});
    expect_sound(folder.path());
}

TEST(Writer, ARefusingDiskLosesNothingThatWasStored) {
    const TemporaryFolder folder;
    {
        Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
        commit(writer, {"a", "b"});
        fs::rename(folder / "segments", folder / "batches/away");
        folder.write("segments", "in the way");
        EXPECT_EQ(fault_of([&] { commit(writer, {"c"}); }), Fault::Io);
        fs::remove(folder / "segments");
        fs::rename(folder / "batches/away", folder / "segments");
        EXPECT_EQ(ids(folder.path()), (Ids{"a", "b"}));
        fs::create_directory(folder / "current.new");  // the manifest cannot be replaced
        folder.write("current.new/x", "in the way");
        EXPECT_EQ(fault_of([&] { commit(writer, {"d"}); }), Fault::Io);
        fs::remove_all(folder / "current.new");
        EXPECT_EQ(ids(folder.path()), (Ids{"a", "b"}));
        expect_sound(folder.path());
    }
    Writer writer{folder.path(), Writer::Mode::OpenOnly};
    commit(writer, {"e"});
    EXPECT_EQ(ids(folder.path()), (Ids{"a", "b", "e"}));
    EXPECT_EQ(std::distance(fs::directory_iterator{folder / "segments"}, {}), 2)
        << "nothing half made stays";
    expect_sound(folder.path());
}

TEST(Writer, AFolderThatCannotBeWrittenIsAnErrorAndStaysReadable) {
    if (::geteuid() == 0) GTEST_SKIP() << "root writes everywhere";
    const TemporaryIndex index{{article("a")}};
    {
        Writer writer{index.path(), Writer::Mode::OpenOnly};
        fs::permissions(index.path() + "/segments", fs::perms::owner_read | fs::perms::owner_exec);
        EXPECT_EQ(fault_of([&] { commit(writer, {"b"}); }), Fault::Io);
    }
    fs::permissions(index.path(), fs::perms::owner_read | fs::perms::owner_exec);
    fs::permissions(index.path() + "/lock", fs::perms::none);
    EXPECT_EQ(fault_of([&] { Writer{index.path(), Writer::Mode::OpenOnly}; }), Fault::Io);
    EXPECT_EQ(ids(index.path()), Ids{"a"});
}

TEST(Writer, ASnapshotStaysAsItWas) {
    const TemporaryFolder folder;
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    const std::string segment = commit(writer, {"a", "b"});
    const Snapshot before{folder.path()};
    writer.commit({.deaths = {{segment, 1}}});
    commit(writer, {"c"});
    writer.compact();
    ASSERT_EQ(before.segments().size(), 1U);
    EXPECT_EQ(before.with_id("a").size(), 1U);
    EXPECT_EQ(before.article(before.with_id("a")[0]).id, "a");
    EXPECT_TRUE(before.with_id("c").empty());
    const Snapshot after{folder.path()};
    EXPECT_TRUE(after.with_id("a").empty());
    EXPECT_EQ(after.with_id("c").size(), 1U);
}

TEST(Writer, AnOutdatedCatalogueIsWrittenAnew) {
    const TemporaryFolder folder;
    Writer writer{folder.path(), Writer::Mode::CreateOrOpen};
    std::string lines;
    for (std::uint64_t i = 0; i < 1500; ++i) lines += catalogue_line("a", {{i, 0}, "", 0, 0});
    writer.commit({.catalogue_lines = lines + catalogue_line("b", {})});
    const auto files = writer.catalogue().files();
    writer.tidy();
    EXPECT_EQ(writer.catalogue().files(), files);
    EXPECT_LT(writer.manifest().catalogue.bytes, 1000U);
    EXPECT_FALSE(fs::exists(folder / "catalogue-0"));
    writer.commit({.catalogue_lines = catalogue_gone_line("b")});
    EXPECT_EQ(writer.catalogue().files().size(), 1U);
    expect_sound(folder.path());
}

}  // namespace
}  // namespace lectern
