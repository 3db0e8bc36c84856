#include "indexer/ingest/ingest.h"

#include "common/base/json.h"
#include "common/index/snapshot.h"
#include "indexer/write/check.h"
#include "tests/support/answers.h"
#include "tests/support/random_articles.h"
#include "tests/support/temporary.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>

namespace lectern {
namespace {

namespace fs = std::filesystem;

std::string line(std::string_view id, std::string_view title, std::string_view outlet = "") {
    Json json{{"title", title}, {"text", "Some text of it."}};
    if (!id.empty()) json["id"] = id;
    if (!outlet.empty()) json["outlet"] = outlet;
    return json_text(json) + '\n';
}

/// A folder of files to be indexed, and the index beside them.
class Archive {
public:
    /// Writes a file; its time of change is always later than that of any before.
    void put(const std::string& name, std::string_view bytes) {
        const std::string path = folder_.write("news/" + name, bytes);
        fs::last_write_time(path,
                            fs::file_time_type{std::chrono::seconds{1'600'000'000 + ++changes_}});
    }

    void touch(const std::string& name) { put(name, read_file(root() + '/' + name).value()); }

    void remove(const std::string& name) const { fs::remove(root() + '/' + name); }

    std::string root() const { return folder_ / "news"; }

    std::string index() const { return folder_ / ".lectern"; }

    IngestOptions options() const { return {.roots = {root()}, .jobs = 2, .commit_seconds = 0}; }

    Report ingest() const { return ingest(options()); }

    Report ingest(const IngestOptions& options) const { return ingest(options, index()); }

    static Report ingest(const IngestOptions& options, const std::string& index) {
        Writer writer{index, Writer::Mode::CreateOrOpen};
        const std::atomic<bool> never{false};
        return lectern::ingest(
            options, writer, [](const Progress&) {}, never);
    }

    /// The titles found, each once; the index holds each article once, and is sound.
    std::set<std::string> titles() const {
        std::set<std::string> titles;
        Searcher searcher{{index()}};
        for (const Hit& hit : searcher({.limit = 0, .snippets = false}).hits) {
            EXPECT_TRUE(titles.insert(hit.article.title).second)
                << hit.article.title << " is there twice";
        }
        for (const Problem& problem : check_index(index()).problems) {
            ADD_FAILURE() << problem.where << ": " << problem.message;
        }
        return titles;
    }

private:
    TemporaryFolder folder_;
    std::int64_t changes_{0};
};

using Titles = std::set<std::string>;

std::string counts(const Report& report) {
    return std::to_string(report.added) + " new, " + std::to_string(report.replaced) +
           " changed, " + std::to_string(report.removed) + " removed, " +
           std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.failed) +
           " failed";
}

TEST(Ingest, FollowsNewChangedAndVanishedFiles) {
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    archive.put("b/b.txt", "Beta\n\nSome text.\n");
    archive.put("c.unknown", "?");
    Report report = archive.ingest();
    EXPECT_EQ(counts(report), "2 new, 0 changed, 0 removed, 0 unchanged, 0 failed");
    EXPECT_EQ(report.skipped.at(".unknown"), 1U);
    EXPECT_EQ(archive.titles(), (Titles{"Alpha", "Beta"}));

    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 0 removed, 2 unchanged, 0 failed");
    archive.touch("a.txt");
    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 0 removed, 2 unchanged, 0 failed");

    archive.put("a.txt", "Gamma\n\nSome text.\n");
    archive.put("d.txt", "Delta\n\nSome text.\n");
    archive.remove("b/b.txt");
    EXPECT_EQ(counts(archive.ingest()), "1 new, 1 changed, 1 removed, 0 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), (Titles{"Gamma", "Delta"}));
    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 0 removed, 2 unchanged, 0 failed");
}

TEST(Ingest, FollowsRecordsWithinAFile) {
    Archive archive;
    archive.put("f.jsonl",
                line("1", "One") + line("2", "Two") + line("3", "Three") + line("", "Nameless"));
    EXPECT_EQ(counts(archive.ingest()), "4 new, 0 changed, 0 removed, 0 unchanged, 0 failed");
    archive.put("f.jsonl",
                line("4", "Four") + line("1", "One") + line("3", "Drei") + line("", "Nameless"));
    EXPECT_EQ(counts(archive.ingest()), "1 new, 1 changed, 1 removed, 2 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), (Titles{"One", "Drei", "Four", "Nameless"}));
    archive.put("f.jsonl", "");
    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 4 removed, 0 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), Titles{});
}

TEST(Ingest, TheLastRecordOfAnIdCountsHoweverOftenItIsRead) {
    Archive archive;
    const std::string twice = line("1", "Old") + line("2", "Other") + line("1", "New");
    archive.put("f.jsonl", twice);
    const Report report = archive.ingest();
    EXPECT_EQ(counts(report), "2 new, 0 changed, 0 removed, 0 unchanged, 1 failed");
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems[0].where, "news/f.jsonl:3");
    for (int again = 0; again < 3; ++again) {
        EXPECT_EQ(archive.titles(), (Titles{"New", "Other"})) << again;
        archive.touch("f.jsonl");
        archive.ingest();
    }
    archive.put("f.jsonl", twice + line("3", "Third"));
    EXPECT_EQ(counts(archive.ingest()), "1 new, 0 changed, 0 removed, 2 unchanged, 1 failed");
    EXPECT_EQ(archive.titles(), (Titles{"New", "Other", "Third"}));
    archive.put("f.jsonl", twice + line("3", "Third") + line("1", "Newest"));
    archive.ingest();
    EXPECT_EQ(archive.titles(), (Titles{"Newest", "Other", "Third"}));
    IngestOptions full = archive.options();
    full.full = true;
    archive.ingest(full);
    EXPECT_EQ(archive.titles(), (Titles{"Newest", "Other", "Third"}));
    archive.put("g.jsonl", line("1", "Of another file"));
    archive.ingest();
    EXPECT_EQ(archive.titles(), (Titles{"Newest", "Other", "Third", "Of another file"}));
}

TEST(Ingest, OneBadRecordCostsNothingElse) {
    Archive archive;
    archive.put("f.jsonl", line("1", "One") + "{\"title\": oh no\n" + line("3", "Three"));
    archive.put("nul.jsonl",
                line(std::string(300, '\0') + "x", "Zero") + line(std::string(5000, 'i'), "Long"));
    const Report report = archive.ingest();
    EXPECT_EQ(counts(report), "4 new, 0 changed, 0 removed, 0 unchanged, 1 failed");
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems[0].where, "news/f.jsonl:2");
    EXPECT_EQ(archive.titles(), (Titles{"One", "Three", "Zero", "Long"}));
    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 0 removed, 4 unchanged, 0 failed");
}

TEST(Ingest, AFileThatBecomesUnreadableKeepsItsArticles) {
    if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    archive.put("b/b.txt", "Beta\n\nSome text.\n");
    archive.ingest();
    archive.touch("a.txt");
    fs::permissions(archive.root() + "/a.txt", fs::perms::none);
    fs::permissions(archive.root() + "/b", fs::perms::none);
    EXPECT_EQ(counts(archive.ingest()), "0 new, 0 changed, 0 removed, 0 unchanged, 2 failed");
    EXPECT_EQ(archive.titles(), (Titles{"Alpha", "Beta"}));
    fs::permissions(archive.root() + "/b", fs::perms::owner_all);
}

TEST(Ingest, AFileThatBecomesTooLargeKeepsItsArticles) {
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    archive.put("b.txt", "Beta\n\nSome text.\n");
    archive.ingest();
    archive.put("a.txt", std::string(5000, 'x'));
    IngestOptions options = archive.options();
    options.feed_limits.file_bytes = 1000;
    EXPECT_EQ(counts(archive.ingest(options)),
              "0 new, 0 changed, 0 removed, 1 unchanged, 1 failed");
    EXPECT_EQ(archive.titles(), (Titles{"Alpha", "Beta"}));
}

TEST(Ingest, AnEmptiedFolderRemovesNothing) {
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    archive.ingest();
    archive.remove("a.txt");
    const Report report = archive.ingest();
    EXPECT_EQ(counts(report), "0 new, 0 changed, 0 removed, 0 unchanged, 1 failed");
    EXPECT_EQ(archive.titles(), Titles{"Alpha"});
    archive.put("b.txt", "Beta\n\nSome text.\n");
    EXPECT_EQ(counts(archive.ingest()), "1 new, 0 changed, 1 removed, 0 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), Titles{"Beta"});
}

TEST(Ingest, SeesWhatVanishedBelowAnyRoot) {
    // the folder that holds the index, one above it, some below, one within another
    const std::vector<std::vector<std::string>> rows{
        {"."}, {".."}, {"news"}, {"news/../news/b"}, {".", "news"}};
    for (const std::vector<std::string>& roots : rows) {
        const TemporaryFolder top;
        top.write("archive/news/b/a.txt", "Alpha\n\nSome text.\n");
        top.write("archive/news/b/b.txt", "Beta\n\nSome text.\n");
        const std::string place = top / "archive/";
        IngestOptions options{.commit_seconds = 0};
        for (const std::string& root : roots) options.roots.push_back(place + root);
        Archive::ingest(options, place + ".lectern");
        fs::remove(place + "news/b/a.txt");
        EXPECT_EQ(counts(Archive::ingest(options, place + ".lectern")),
                  "0 new, 0 changed, 1 removed, 1 unchanged, 0 failed")
            << roots.front();
    }
}

TEST(Ingest, LeavesAloneWhatLiesBelowNoRoot) {
    Archive archive;
    archive.put("a/a.txt", "Alpha\n\nSome text.\n");
    archive.put("ab/b.txt", "Beta\n\nSome text.\n");
    archive.ingest();
    archive.remove("ab/b.txt");
    archive.put("a/c.txt", "Gamma\n\nSome text.\n");
    IngestOptions options = archive.options();
    options.roots = {archive.root() + "/a"};
    EXPECT_EQ(counts(archive.ingest(options)),
              "1 new, 0 changed, 0 removed, 1 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), (Titles{"Alpha", "Beta", "Gamma"}));
}

/// A file of records a few MB long, so that it is read in several pieces.
std::string long_feed(RandomArticles& random, std::size_t records) {
    std::string bytes;
    for (std::size_t i = 0; i < records; ++i) {
        Json json{{"id", std::to_string(i)},
                  {"title", "T" + std::to_string(i)},
                  {"text", random.words(300)}};
        bytes += json_text(json) + '\n';
    }
    return bytes;
}

TEST(Ingest, AnInterruptedRunKeepsWhatItSaidAndTheNextGoesOn) {
    Archive archive;
    RandomArticles random{30};
    const std::string feed = long_feed(random, 2500);
    archive.put("f.jsonl", feed);
    archive.put("z.txt", "Last\n\nSome text.\n");
    IngestOptions options = archive.options();
    options.jobs = 1;
    options.feed_limits.batch_bytes = 1U << 20U;
    std::uint64_t said = 0;
    {
        Writer writer{archive.index(), Writer::Mode::CreateOrOpen};
        std::atomic<bool> stop{false};
        const Report report = ingest(
            options, writer,
            [&](const Progress& progress) {
                said = progress.records;
                stop = true;
            },
            stop);
        EXPECT_TRUE(report.interrupted);
    }
    const std::size_t kept = archive.titles().size();
    EXPECT_GE(kept, said);
    EXPECT_GT(said, 0U);
    const Report report = archive.ingest(options);
    EXPECT_EQ(report.added + report.unchanged, 2501U);
    EXPECT_EQ(report.unchanged, kept);
    EXPECT_EQ(archive.titles().size(), 2501U);
}

TEST(Ingest, ALaterRecordOfALongFileStillCounts) {
    Archive archive;
    RandomArticles random{31};
    const std::string feed = long_feed(random, 2500);
    const std::string bytes =
        line("0", "Old") + line("twin", "Old twin") + feed + line("twin", "New twin");
    archive.put("f.jsonl", bytes);
    IngestOptions options = archive.options();
    options.feed_limits.batch_bytes = 1U << 20U;
    archive.ingest(options);
    const Titles first = archive.titles();
    EXPECT_EQ(first.size(), 2501U);
    EXPECT_TRUE(first.contains("New twin") && first.contains("T0"));
    for (int again = 0; again < 2; ++again) {
        archive.touch("f.jsonl");
        archive.ingest(options);
        EXPECT_EQ(archive.titles(), first);
    }
}

/// Queries of every kind, and what the indexes answer.
void expect_same_answers(const std::string& left,
                         const std::string& right,
                         const std::string& when) {
    Searcher one{{left}};
    Searcher other{{right}};
    for (const char* query :
         {"*", "trade", "war OR ferry", "relations -talks", "\"trade war\"", "minist*",
          "title:trade", "body:report", "outlet:\"Outlet 1\"", "spokesperson:tan",
          "date:2020-03..2020-06", "date:none", "国防部", "covid-19", "trade war relations"}) {
        ASSERT_EQ(difference(answer(one, query), answer(other, query)), "") << query << ' ' << when;
    }
}

TEST(Ingest, AnyNumberOfThreadsMakesTheSameIndex) {
    Archive archive;
    RandomArticles random{32};
    archive.put("f.jsonl", long_feed(random, 3000));
    for (int i = 0; i < 30; ++i) {
        archive.put(std::to_string(i) + ".txt",
                    random.words(4) + "\n\n" + random.words(50) + ".\n");
    }
    const TemporaryFolder folder;
    std::vector<std::string> catalogues;
    for (const unsigned jobs : {1U, 4U}) {
        IngestOptions options = archive.options();
        options.jobs = jobs;
        options.feed_limits.batch_bytes = 1U << 20U;
        const std::string index = folder / std::to_string(jobs);
        EXPECT_EQ(counts(Archive::ingest(options, index)),
                  "3030 new, 0 changed, 0 removed, 0 unchanged, 0 failed");
        catalogues.push_back(Writer{index, Writer::Mode::OpenOnly}.catalogue().lines());
    }
    EXPECT_EQ(catalogues[0], catalogues[1]);
    expect_same_answers(folder / "1", folder / "4", "");
}

/// Changes files and records at random.
class Newsroom {
public:
    Newsroom(Archive& archive, unsigned seed) : archive_{archive}, random_{seed} {}

    void day() {
        for (std::size_t changes = 1 + random_.below(5); changes > 0; --changes) change();
        for (const auto& [name, records] : feeds_) {
            if (!changed_.contains(name)) continue;
            std::string bytes;
            for (const std::string& record : records) bytes += record;
            archive_.put(name, bytes);
        }
        changed_.clear();
    }

private:
    void change() {
        const std::string text =
            std::to_string(random_.below(12)) + "/" + std::to_string(random_.below(3)) + ".txt";
        const std::string feed = "feed" + std::to_string(random_.below(3)) + ".jsonl";
        std::vector<std::string>& records = feeds_[feed];
        switch (random_.below(8)) {
            case 0:
            case 1:
                return archive_.put(text, random_.words(5) + "\n\n" + random_.words(60) + ".\n");
            case 2:
                return archive_.remove(text);
            case 3:
                if (!records.empty()) records.erase(records.begin() + at(records));
                break;
            case 4:
                if (!records.empty()) records[random_.below(records.size())] = record();
                break;
            case 5:
                std::rotate(records.begin(), records.begin() + (records.empty() ? 0 : at(records)),
                            records.end());
                break;
            default:
                records.insert(records.begin() + (records.empty() ? 0 : at(records)), record());
        }
        changed_.insert(feed);
    }

    std::ptrdiff_t at(const std::vector<std::string>& records) {
        return static_cast<std::ptrdiff_t>(random_.below(records.size()));
    }

    /// A record with one of few ids, so that ids meet; now and then a bad one.
    std::string record() {
        if (random_.below(15) == 0) return "{\"title\": not json\n";
        const Article article = random_();
        Json json{{"title", article.title}, {"text", article.body}, {"outlet", article.outlet}};
        if (random_.below(6) != 0) json["id"] = "r" + std::to_string(random_.below(12));
        if (article.published) json["date"] = day_text(article.published->day);
        Json names = Json::array();
        for (const Spokesperson& person : article.spokespersons) names.push_back(person.name);
        json["spokespersons"] = names;
        return json_text(json) + '\n';
    }

    Archive& archive_;
    RandomArticles random_;
    std::map<std::string, std::vector<std::string>> feeds_;
    std::set<std::string> changed_;
};

TEST(Ingest, AnIndexThatFollowedItsFilesAnswersAsOneBuiltAnew) {
    for (const unsigned seed : {40U, 41U}) {
        Archive archive;
        archive.put("stays.txt", "trade war\n\nrelations and talks.\n");
        Newsroom newsroom{archive, seed};
        for (int day = 1; day <= 30; ++day) {
            newsroom.day();
            archive.ingest();
            if (day % 3 != 0) continue;
            const std::string anew =
                archive.index() + std::to_string(day);  // beside it: paths are the same
            Archive::ingest(archive.options(), anew);
            const std::string when =
                "of seed " + std::to_string(seed) + " on day " + std::to_string(day);
            ASSERT_NO_FATAL_FAILURE(expect_same_answers(archive.index(), anew, when));
            ASSERT_TRUE(check_index(archive.index()).problems.empty()) << when;
        }
        Writer{archive.index(), Writer::Mode::OpenOnly}.compact();
        expect_same_answers(archive.index(), archive.index() + "30", "compacted");
    }
}

Fault fault_of(const Archive& archive, Writer& writer) {
    try {
        const std::atomic<bool> never{false};
        ingest(
            archive.options(), writer, [](const Progress&) {}, never);
    } catch (const Error& error) {
        return error.fault();
    }
    return Fault::Internal;
}

TEST(Ingest, ARefusingDiskLosesNothing) {
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    archive.ingest();
    archive.put("b.txt", "Beta\n\nSome text.\n");
    {
        Writer writer{archive.index(), Writer::Mode::OpenOnly};
        const std::string next = std::to_string(writer.manifest().next_name);
        archive.put("../.lectern/segments/" + next, "in the way");
        EXPECT_EQ(fault_of(archive, writer), Fault::Io);
    }
    EXPECT_EQ(archive.titles(), Titles{"Alpha"});
    EXPECT_EQ(counts(archive.ingest()), "1 new, 0 changed, 0 removed, 1 unchanged, 0 failed");
    EXPECT_EQ(archive.titles(), (Titles{"Alpha", "Beta"}));
}

TEST(Ingest, ARunThatCannotStoreItsBatchesEnds) {
    Archive archive;
    archive.put("a.txt", "Alpha\n\nSome text.\n");
    Writer writer{archive.index(), Writer::Mode::CreateOrOpen};
    fs::remove_all(archive.index() + "/batches");
    archive.put("../.lectern/batches", "in the way");
    EXPECT_EQ(fault_of(archive, writer), Fault::Io);
    EXPECT_EQ(archive.titles(), Titles{});
}

}  // namespace
}  // namespace lectern
