#include "searcher/match/snippet.h"

#include "common/base/utf8.h"
#include "tests/support/articles.h"
#include "tests/support/random_articles.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

/// Plans queries against an index of one article, and marks with them.
struct Reader {
    explicit Reader(std::string_view words) : files{{article("a1", words)}} {
        opened.emplace_back(files.path());
    }

    Marker marker(std::string_view query) {
        return {plan(parse(query).query, opened, tokenizer).plan, tokenizer};
    }

    TemporaryIndex files;
    std::vector<Snapshot> opened;
    Tokenizer tokenizer;
};

std::string bracketed(std::string_view text, const std::vector<Span>& marks) {
    std::string shown;
    std::size_t at = 0;
    for (const Span& mark : marks) {
        shown += std::string{text.substr(at, mark.begin - at)} + '[' +
                 std::string{text.substr(mark.begin, mark.end - mark.begin)} + ']';
        at = mark.end;
    }
    return shown + std::string{text.substr(at)};
}

std::string shown(const Snippet& snippet) {
    return (snippet.cut_before ? "<" : "") + bracketed(snippet.text, snippet.marks) +
           (snippet.cut_after ? ">" : "");
}

bool is_character_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || cut_at_character(text, at).size() == at;
}

std::string on_one_line(std::string_view text) {
    std::string line{text};
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

/// What has to be true of every snippet.
void expect_sound(const Snippet& snippet, std::string_view text, const std::string& about) {
    EXPECT_NE(on_one_line(text).find(on_one_line(snippet.text)), std::string::npos) << about;
    EXPECT_TRUE(!is_valid_utf8(text) || is_valid_utf8(snippet.text)) << about;
    std::size_t least = 0;
    for (const Span& mark : snippet.marks) {
        EXPECT_TRUE(mark.begin >= least && mark.begin < mark.end) << about;
        EXPECT_LE(mark.end, snippet.text.size()) << about;
        EXPECT_TRUE(is_character_boundary(snippet.text, mark.begin)) << about;
        EXPECT_TRUE(is_character_boundary(snippet.text, mark.end)) << about;
        least = mark.end + 1;
    }
}

TEST(Marker, MarksWhatMatches) {
    struct Row {
        const char* query;
        const char* text;
        const char* marked;
    };

    const std::vector<Row> rows{
        {"relation", "Relations and the relation", "[Relations] and the [relation]"},
        {"=relation", "Relations and the relation", "Relations and the [relation]"},
        {"trade war", "a war on trade, trade war", "a [war] on [trade], [trade] [war]"},
        {"trade OR war", "a war on trade", "a [war] on [trade]"},
        {"\"trade war\"", "trade and war; Trade War; trade", "trade and war; [Trade War]; trade"},
        {"\"trade war\" war", "war, trade war", "[war], [trade war]"},
        {R"("a b" "b c")", "a b c d", "[a b c] d"},
        {R"("a a")", "a a a b a", "[a a a] b a"},
        {"covid-19", "COVID-19, Covid19 and covid", "[COVID-19], [Covid19] and covid"},
        {"covid19", "COVID-19, Covid19 and covid", "[COVID-19], [Covid19] and covid"},
        {"covid", "COVID-19, Covid19", "[COVID]-19, Covid19"},
        {"us", "U.S. and us", "[U.S.] and [us]"},
        {"minister", "the minister’s “ministers”", "the [minister’s] “[ministers]”"},
        {"zürich", "ZÜRICH Zurich 😀zurich", "[ZÜRICH] [Zurich] 😀[zurich]"},
        {"国防部", "中国国防部说", "中国[国防部]说"},
        {"关系", "国防部的关系。", "国防部的[关系]。"},
        {"国防部 关系", "国防部关系", "[国防部关系]"},
        {"minist*", "ministers, Ministry", "[ministers], Ministry"},
        {"title:war", "the war", "the [war]"},
        {"title:\"trade war\"", "the trade war", "the [trade war]"},
        {"body:\"trade war\"", "the trade war", "the [trade war]"},
        {"body:war", "the war", "the [war]"},
        // what is not of the text, or must not be there
        {"war -trade", "trade war", "trade [war]"},
        {"war NOT (trade OR the)", "the trade war", "the trade [war]"},
        {"-trade", "trade war", "trade war"},
        {"spokesperson:war", "the war", "the war"},
        {"outlet:\"trade war\"", "the trade war", "the trade war"},
        {"id:war", "the war", "the war"},
        {"date:2020", "2020", "2020"},
        {"*", "the war", "the war"},
        {"", "the war", "the war"},
        {"war", "", ""},
    };
    Reader reader{"relation relations minister ministers trade war"};
    for (const auto& [query, text, marked] : rows) {
        EXPECT_EQ(bracketed(text, reader.marker(query).marks(text)), marked) << query;
        EXPECT_EQ(shown(reader.marker(query).snippet(text, 240)), marked) << query;
    }
}

TEST(Marker, ShowsThePassageWithTheMostDifferentMatches) {
    Reader reader{"trade war tariff"};
    const std::string filler = "Nothing of interest was said here by anyone at all. ";
    std::string text;
    for (int i = 0; i < 20; ++i) text += filler;
    text += "War, war and war again. ";
    for (int i = 0; i < 20; ++i) text += filler;
    text += "A trade war hurts. ";
    for (int i = 0; i < 20; ++i) text += filler;
    text += "War on trade once more.";
    EXPECT_EQ(
        shown(reader.marker("trade war").snippet(text, 80)),
        "A [trade] [war] hurts. Nothing of interest was said here by anyone at all. Nothing>");
    EXPECT_EQ(shown(reader.marker("war").snippet(text, 40)),
              "[War], [war] and [war] again. Nothing of>");
    EXPECT_EQ(shown(reader.marker("tariff").snippet(text, 30)), "Nothing of interest was said>");
    EXPECT_EQ(shown(reader.marker("tariff").snippet("", 30)), "");
    EXPECT_EQ(shown(reader.marker("tariff").snippet(" \n short ", 30)), "short ");
    EXPECT_EQ(shown(reader.marker("more").snippet(text, 60)), "War on trade once [more].");
}

TEST(Marker, CutsALongSentenceAtWords) {
    Reader reader{"war"};
    std::string text = "Begin";
    for (int i = 0; i < 100; ++i) text += " filler";
    text += " war";
    for (int i = 0; i < 100; ++i) text += " filler";
    const Snippet snippet = reader.marker("war").snippet(text, 60);
    EXPECT_EQ(shown(snippet), "<filler filler filler filler [war] filler filler filler filler>");
    EXPECT_EQ(shown(reader.marker("begin").snippet(text, 20)), "[Begin] filler filler>");
}

TEST(Marker, CutsChineseAtCharacters) {
    Reader reader{"国防部"};
    std::string text;
    for (int i = 0; i < 200; ++i) text += "中国";
    text += "国防部";
    for (int i = 0; i < 200; ++i) text += "中国";
    for (std::size_t bytes = 9; bytes < 60; ++bytes) {
        const Snippet snippet = reader.marker("国防部").snippet(text, bytes);
        expect_sound(snippet, text, std::to_string(bytes));
        EXPECT_LE(snippet.text.size(), bytes + 24);
        EXPECT_TRUE(snippet.cut_before && snippet.cut_after);
        ASSERT_EQ(snippet.marks.size(), 1U) << bytes;
    }
}

TEST(Marker, ShowsAPhraseWholeHoweverLong) {
    std::string phrase;
    for (int i = 0; i < 30; ++i) phrase += (i == 0 ? "" : " ") + std::string(20, 'a');
    Reader reader{phrase};
    const std::string text = "before " + phrase + " after";
    const Snippet snippet = reader.marker('"' + phrase + '"').snippet(text, 240);
    ASSERT_EQ(snippet.marks.size(), 1U);
    EXPECT_EQ(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end), phrase);
}

TEST(Marker, KeepsMarksInsideAndApartInAnyText) {
    RandomArticles random{23};
    Reader reader{random.words(300)};
    const std::vector<std::string> odd{"😀",    "国防部的关系", "\n\n", "“war”",
                                       "U.S.", "co-op",        "\xFF", "e\u0301",
                                       "。",   "\t",           "𠮷𠮷", "trade-war"};
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (std::size_t part = random.below(30); part > 0; --part) {
            const bool plain = random.below(2) == 0;
            text += plain ? random.words(1 + random.below(9)) : odd[random.below(odd.size())];
            if (random.below(3) != 0) text += ' ';
        }
        std::string query = random.words(1 + random.below(3));
        if (random.below(2) == 0) query.append(" OR \"").append(random.words(2)) += '"';
        if (random.below(3) == 0) query += " OR tra* OR trade-war";
        const std::string about = std::string{query}.append(" in ").append(text);
        const Marker marker = reader.marker(query);
        expect_sound(marker.snippet(text, 1 + random.below(200)), text, about);
        const std::vector<Span> marks = marker.marks(text);
        expect_sound({.text = text, .marks = marks}, text, about);
        const Snippet all = marker.snippet(text, text.size() + 1);
        EXPECT_EQ(all.marks.size(), marks.size()) << about;
        EXPECT_FALSE(all.cut_after) << about;
        const Snippet some = marker.snippet(text, 40);
        EXPECT_EQ(some.marks.empty(), marks.empty()) << about;
    }
}

TEST(Marker, TakesLongTexts) {
    RandomArticles random{29};
    Reader reader{random.words(300)};
    std::string text = random.words(10'000);
    const Snippet sparse = reader.marker("trade war \"trade war\"").snippet(text, 240);
    EXPECT_FALSE(sparse.marks.empty());
    expect_sound(sparse, text, "words");
    text.assign(1'000'000, 'a');
    expect_sound(reader.marker("trade").snippet(text, 240), text, "one long word");
    std::string same;
    for (int i = 0; i < 20'000; ++i) same += "war ";
    const Snippet dense = reader.marker(R"(war OR "war war" OR "war war war")").snippet(same, 240);
    ASSERT_EQ(dense.marks.size(), 1U);
    EXPECT_GT(dense.marks[0].end, 200U);
}

}  // namespace
}  // namespace lectern
