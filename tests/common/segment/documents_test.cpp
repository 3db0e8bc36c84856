#include "common/segment/documents.h"

#include "common/base/error.h"
#include "tests/support/damage.h"
#include "tests/support/sections.h"

#include <gtest/gtest.h>

#include <random>

namespace lectern {
namespace {

Article full_article() {
    Article article;
    article.id = "a-1";
    article.title = "Trade war, again";
    article.body = "First paragraph.\n\nSecond 国防部.";
    article.outlet = "Solmere Daily Post";
    article.authors = {"Ann Lee", ""};
    article.spokespersons = {{"Tan Kefei", "Senior Colonel", "spokesperson", "Ministry", "MND"},
                             {}};
    article.dateline = "BEIJING";
    article.language = "en";
    article.section = "world";
    article.url = "https://x.example/1";
    article.type = "jsonl";
    article.published = Moment{18529, 1600948882, true, true, 480};
    article.source = {"feed.jsonl", 70000};
    article.notes = {"cut at 4 MB", "read as windows-1252"};
    return article;
}

/// Records that have much in common, of `bytes` in all.
std::vector<std::string> similar_records(std::size_t bytes) {
    std::mt19937 random{4};
    std::vector<std::string> records;
    for (std::size_t made = 0; made < bytes;) {
        Article article = full_article();
        article.id = std::to_string(random());
        for (int i = 0; i < 400; ++i) article.body += " word" + std::to_string(random() % 3000);
        records.push_back(stored(article));
        made += records.back().size();
    }
    return records;
}

TemporarySections compressed(const std::vector<std::string>& records,
                             const Dictionaries& dictionaries) {
    return TemporarySections{[&](SectionWriter& out) {
        Compressor compress{dictionaries};
        std::vector<std::string> frames;
        frames.reserve(records.size());
        for (const std::string& record : records) frames.emplace_back(compress(record));
        write_documents(out, frames, dictionaries);
    }};
}

TEST(Documents, AnArticleComesBackAsItWas) {
    const Article article = full_article();
    const std::string bytes = stored(article);
    const Article back = restored(bytes);
    EXPECT_EQ(stored(back), bytes);
    EXPECT_EQ(back.id, article.id);
    EXPECT_EQ(back.body, article.body);
    EXPECT_EQ(back.authors, article.authors);
    EXPECT_EQ(back.spokespersons, article.spokespersons);
    EXPECT_EQ(back.published, article.published);
    EXPECT_EQ(back.source, article.source);
    EXPECT_EQ(back.notes, article.notes);
    EXPECT_EQ(back.type, article.type);
    EXPECT_EQ(stored(restored(stored(Article{}))), stored(Article{}));
}

TEST(Documents, EachMemberMakesARecordOfItsOwn) {
    // were one forgotten when storing, a change of it would go unnoticed too
    const std::string bytes = stored(full_article());
    const auto differs = [&](auto change) {
        Article article = full_article();
        change(article);
        return stored(article) != bytes && stored(restored(stored(article))) == stored(article);
    };
    for (const auto text :
         {&Article::id, &Article::title, &Article::body, &Article::outlet, &Article::dateline,
          &Article::language, &Article::section, &Article::url, &Article::type}) {
        EXPECT_TRUE(differs([&](Article& a) { a.*text += "x"; }));
    }
    for (const auto text : {&Spokesperson::name, &Spokesperson::rank, &Spokesperson::role,
                            &Spokesperson::organization, &Spokesperson::abbreviation}) {
        EXPECT_TRUE(differs([&](Article& a) { a.spokespersons[0].*text += "x"; }));
    }
    EXPECT_TRUE(differs([](Article& a) { a.authors.pop_back(); }));
    EXPECT_TRUE(differs([](Article& a) { a.notes[1] += "x"; }));
    EXPECT_TRUE(differs([](Article& a) { a.source.path += "x"; }));
    EXPECT_TRUE(differs([](Article& a) { ++a.source.record; }));
    EXPECT_TRUE(differs([](Article& a) { a.published.reset(); }));
    EXPECT_TRUE(differs([](Article& a) { ++a.published->day; }));
    EXPECT_TRUE(differs([](Article& a) { ++a.published->utc_seconds; }));
    EXPECT_TRUE(differs([](Article& a) { a.published->has_time = false; }));
    EXPECT_TRUE(differs([](Article& a) { a.published->has_zone = false; }));
    EXPECT_TRUE(differs([](Article& a) { ++a.published->offset_minutes; }));
}

TEST(Documents, AreReadByNumberWithAndWithoutADictionary) {
    const std::vector<std::string> records = similar_records(2U << 20U);
    const Dictionaries dictionary = trained_dictionary(records);
    ASSERT_EQ(dictionary.size(), 1U);
    for (const Dictionaries& used : {Dictionaries{}, dictionary}) {
        const TemporarySections file = compressed(records, used);
        const Documents documents{file.file()};
        ASSERT_EQ(documents.count(), records.size());
        EXPECT_EQ(documents.dictionaries(), used);
        for (ArticleNumber number = documents.count(); number > 0; number -= std::min(number, 7U)) {
            ASSERT_EQ(stored(documents.article(number)), records[number - 1]);
        }
        EXPECT_THROW(documents.article(0), Error);
        EXPECT_THROW(documents.article(documents.count() + 1), Error);
    }
}

TEST(Documents, NothingIsLearnedFromNothing) {
    EXPECT_TRUE(trained_dictionary({}).empty());
    EXPECT_TRUE(trained_dictionary(std::vector<std::string>(3)).empty());
}

TEST(Documents, DamagedRecordsAreReadWithoutHarm) {
    damage(stored(full_article()), [](std::string_view damaged, const std::string& what) {
        const Article article = restored(damaged);
        ASSERT_LE(article.body.size() + article.title.size(), damaged.size()) << what;
    });
}

TEST(Documents, DamagedFilesAreRefusedOrHarmless) {
    const std::vector<std::string> records{stored(full_article()), stored(Article{})};
    const TemporarySections file = compressed(records, {{7, "not a real dictionary"}});
    const std::string whole = read_file(file.path()).value();
    const TemporaryFolder folder;
    std::size_t refused = 0;
    damage(whole, [&](std::string_view damaged, const std::string& what) {
        const std::string path = folder.write("store", damaged);
        try {
            const SectionFile sections{path};
            const Documents documents{sections};
            for (ArticleNumber number = 1; number <= std::min(documents.count(), 9U); ++number) {
                documents.article(number);
            }
        } catch (const Error& error) {
            ++refused;
            ASSERT_EQ(error.fault(), Fault::Damaged) << what;
            ASSERT_NE(std::string{error.what()}.find(path), std::string::npos) << error.what();
        }
    });
    EXPECT_GT(refused, whole.size());
}

}  // namespace
}  // namespace lectern
