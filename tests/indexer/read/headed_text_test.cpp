#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "tests/indexer/read/collector.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

Article read(const std::string& text) {
    Collector collector = collected("text", text);
    EXPECT_EQ(collector.articles.size(), 1U) << text.substr(0, 200);
    return collector.articles.empty() ? Article{} : collector.articles.front();
}

/// Title | outlet | authors | date | body, paragraphs set apart by /.
std::string shown(const std::string& text) {
    const Article article = read(text);
    std::string body = article.body;
    for (std::size_t at = 0; (at = body.find("\n\n", at)) != std::string::npos;) {
        body.replace(at, 2, 1, '/');
    }
    const std::string date = article.published ? moment_text(*article.published) : "";
    return join({article.title, article.outlet, join(article.authors, "+"), date, body}, " | ");
}

struct Row {
    const char* text;
    const char* result;
};

TEST(HeadedText, FindsTitleHeaderAndParagraphs) {
    const auto rows = std::to_array<Row>({
        {"Title here\n\nThe Courier\nJane Doe\n2020-09-24 20:01:22\n\nOne.\n\nTwo.\n",
         "Title here | The Courier | Jane Doe | 2020-09-24T20:01:22 | One./Two."},
        {"Title here\n\n2020-09-24\nThe Courier\nJane Doe\n\nOne.",
         "Title here | The Courier | Jane Doe | 2020-09-24 | One."},
        {"Title here\n\nBy Jane Doe and John Smith\nThe Courier\nSept. 24, 2020\n\nOne.",
         "Title here | The Courier | Jane Doe+John Smith | 2020-09-24 | One."},
        {"Title here\n\n2020-09-24\n\nOne.", "Title here |  |  | 2020-09-24 | One."},
        {"Title here\n\nThe Courier\n\nOne and more.",
         "Title here | The Courier |  |  | One and more."},
        {"Title here\n\nThe Courier\nJane Doe\n\nOne.",
         "Title here | The Courier | Jane Doe |  | One."},
        {"Title here\nBy Jane Doe\nPublished: 24 September 2020\n\nOne.",
         "Title here |  | Jane Doe | 2020-09-24 | One."},
        {"Title here\n\nThe Courier | By Jane Doe | September 24, 2020, 8:01 PM\n\nOne.",
         "Title here | The Courier | Jane Doe | 2020-09-24T20:01:00 | One."},
        {"Title here\n\nThe Courier\n\nBy Jane Doe\n\nUpdated September 24, 2020\n\nOne.",
         "Title here | The Courier | Jane Doe | 2020-09-24 | One."},
        {"Title here\n\nUpdated: 2020-09-25\nPublished: 2020-09-24\n\nOne.",
         "Title here |  |  | 2020-09-24 | One."},
        {"Title: Here\nSource: The Courier\nAuthor: Jane Doe\nDate: 2020-09-24\nURL: "
         "http://x/y\n\nOne.",
         "Here | The Courier | Jane Doe | 2020-09-24 | One."},
        {"Date: 2020-09-24\nOutlet: The Courier\n\nTitle here\n\nOne.",
         "Title here | The Courier |  | 2020-09-24 | One."},
        {"A title that is wrapped\nin two lines\n\nThe Courier\n2020-09-24\n\nOne.",
         "A title that is wrapped in two lines | The Courier |  | 2020-09-24 | One."},
        {"标题在此\n\n岚国日报\n记者 丁小雪 实习生 柯蓝\n2020年9月24日 "
         "20:01\n\n第一段。\n\n第二段。",
         "标题在此 | 岚国日报 | 丁小雪+柯蓝 | 2020-09-24T20:01:00 | 第一段。/第二段。"},
        {"标题在此\n来源：岚国日报　发布时间：2020-09-24\n作者：丁小雪\n\n第一段。",
         "标题在此 | 岚国日报 | 丁小雪 | 2020-09-24 | 第一段。"},
        // no header
        {"Title here\n\nThe first paragraph begins right away and ends here.\n\nTwo.",
         "Title here |  |  |  | The first paragraph begins right away and ends here./Two."},
        {"Title here\n\nofficials say no cause was found yet\n\nThe first paragraph.",
         "Title here |  |  |  | officials say no cause was found yet/The first paragraph."},
        {"Only one line", "Only one line |  |  |  | Only one line"},
        {"Title\n\n2020-09-24", "Title |  |  | 2020-09-24 | "},
        // lines
        {"Title\n\n2020-09-24\n\nA paragraph that is\nwrapped by hand at\nthirty columns.\n\nTwo.",
         "Title |  |  | 2020-09-24 | A paragraph that is wrapped by hand at thirty columns./Two."},
        {"标题\n\n2020-09-24\n\n这一段在这里\n换了行，但是\n没有空格。",
         "标题 |  |  | 2020-09-24 | "
         "这一段在这里换了行，但是没有空格。"},
        {"Title\n\n2020-09-24\n\nOne line, one paragraph.\nAnother line, another one.",
         "Title |  |  | 2020-09-24 | One line, one paragraph./Another line, another one."},
        {"Title\n\n2020-09-24\n\nQ: Is it?\nA: It is not, as far as\nI know.",
         "Title |  |  | 2020-09-24 | Q: Is it?/A: It is not, as far as I know."},
        {"\xEF\xBB\xBFTitle\r\n\r\nThe Courier  "
         "\r\n2020-09-24\t\r\n\r\nOne.\r\n\r\n\r\n\r\nTwo.\r\n",
         "Title | The Courier |  | 2020-09-24 | One./Two."},
        {"\n\n  Title \u00A0\n \n2020-09-24\n\u3000\nOne.", "Title |  |  | 2020-09-24 | One."},
        {"Title\rThe Courier\r2020-09-24\r\rOne.", "Title | The Courier |  | 2020-09-24 | One."},
    });
    for (const Row& row : rows) EXPECT_EQ(shown(row.text), row.result) << row.text;
}

TEST(HeadedText, LeavesOutFurnitureAfterTheArticle) {
    const auto furniture = std::to_array<const char*>({
        "Related News",
        "Related News\nHerring counts recover\nAnother headline",
        "Related News: Herring counts recover",
        "Related articles:\n\nHerring counts recover\n\nAnother headline",
        "Read more\n\nHerring counts recover",
        "Share this article",
        "Subscribe to our newsletter\nFollow the campaign in our app",
        "Editor: Li Jiayao",
        "(Editor: Li Jiayao)",
        "Copyright 2020 The Courier. All rights reserved.",
        "© The Courier",
        "The Courier. All rights reserved. No part may be copied.",
        "Source: Xinhua",
        "Advertisement",
        "- 30 -",
        "相关新闻\n岚京股市收盘",
        "【相关阅读】\n岚京股市收盘",
        "责任编辑：丁小雪",
        "（责任编辑：丁小雪）",
        "分享到：微信 微博",
        "热门推荐\n城西地铁七号线末班车延后\n腊八粥哪家甜？记者替你喝了六碗\n扫一扫 下载晚报",
        "【打印】",
        "Editor: X\n\nShare this\n\nRelated News\nOne headline\n\nCopyright 2020",
    });
    for (const std::string text : furniture) {
        EXPECT_EQ(read("Title\n\n2020-09-24\n\nOne.\n\nThe last paragraph.\n\n" + text).body,
                  "One.\n\nThe last paragraph.")
            << text;
    }
}

TEST(HeadedText, KeepsRealParagraphsThatLookLikeFurniture) {
    const auto paragraphs = std::to_array<const char*>({
        "Read more books, the minister told the children in a speech at the library that went on "
        "for an hour and a half.",
        "Share this burden with us, the president of the federation said to the assembled leaders "
        "of the league.",
        "Copyright was at the heart of the dispute, which the court heard on Monday. The "
        "publishers "
        "had asked for damages; the library said that it had none to give. A ruling is expected in "
        "the spring, and will bind every library in the country that lends to readers at a "
        "distance.",
        "Source: that was the word the editor used for her, though she had never told him anything "
        "that he could print.",
        "责任编辑这个职业正在消失，记者走访了三家报社，发现年轻人更愿意去做短视频，老编辑们则说，"
        "报纸的错字比以前多了，可读者也少了，没有人写信来骂。",
        "“分享到此为止，”他说。",
        "She left.",
    });
    for (const std::string text : paragraphs) {
        EXPECT_EQ(read("Title\n\n2020-09-24\n\nOne.\n\n" + text).body, "One.\n\n" + text) << text;
    }
    EXPECT_EQ(read("Title\n\n2020-09-24\n\nRelated News\n\n" + std::string(paragraphs[0])).body,
              "Related News\n\n" + std::string(paragraphs[0]));
    EXPECT_EQ(read("Title\n\n2020-09-24\n\nShare this").body, "Share this");
}

TEST(HeadedText, ReadsTheKeysThatHaveNoOtherPlace) {
    const Article article =
        read("Title: T\nURL: https://x/y\nSection: World\nLanguage: EN\n\nOne.");
    EXPECT_EQ(article.url, "https://x/y");
    EXPECT_EQ(article.section, "World");
    EXPECT_EQ(article.language, "EN");
    EXPECT_EQ(article.type, "text");
    EXPECT_EQ(article.source.record, 0U);
    EXPECT_TRUE(article.id.empty());
}

TEST(HeadedText, NotesWhatItDid) {
    const auto notes = [](const std::string& text) { return join(read(text).notes, "; "); };
    EXPECT_EQ(notes("T\n\n2020-09-24\n\nOne."), "");
    EXPECT_EQ(notes("T\n\nDate: soon\n\nOne."), "not a date: \"soon\"");
    EXPECT_EQ(notes("Caf\xE9 notes\n\n2020-09-24\n\nOne."), "read as windows-1252");
    EXPECT_EQ(notes("\xB1\xEA\xCC\xE2\n\n2020-09-24\n\n\xB9\xFA\xB7\xC0\xB2\xBF\xA1\xA3"),
              "read as GB18030");
    EXPECT_EQ(notes("中文标题\n\n2020-09-24\n\n中文\xFF新闻"), "ill-formed bytes replaced");
}

TEST(HeadedText, RefusesWhatIsNoText) {
    const Collector nuls = collected("text", std::string("T\0\0\0 x", 6));
    ASSERT_EQ(nuls.problems.size(), 1U);
    EXPECT_EQ(nuls.problems[0], "0: not text: NUL bytes");
    EXPECT_TRUE(nuls.articles.empty());
    for (const std::string empty : {"", "\n\n \t\n", "\xEF\xBB\xBF"}) {
        const Collector collector = collected("text", empty);
        ASSERT_EQ(collector.problems.size(), 1U);
        EXPECT_EQ(collector.problems[0], "0: no text");
    }
}

TEST(HeadedText, CutsAtTheLimitsBetweenCharacters) {
    std::string body;
    for (int i = 0; i < 3000; ++i) body += "中文段落。\n\n";
    const Collector collector = collected("text", "T\n\n2020-09-24\n\n" + body,
                                          {.article_bytes = 1000, .title_bytes = 100});
    ASSERT_EQ(collector.articles.size(), 1U);
    const Article& article = collector.articles[0];
    EXPECT_LE(article.body.size(), 1000U);
    EXPECT_GT(article.body.size(), 990U);
    EXPECT_TRUE(is_valid_utf8(article.body));
    ASSERT_EQ(article.notes.size(), 1U);
    EXPECT_EQ(article.notes[0], "cut at 1000 bytes");

    std::string words;
    for (int i = 0; i < 500; ++i) words += "word ";
    const Article line = read(words);
    EXPECT_LE(line.title.size(), 1024U);
    EXPECT_EQ(line.title.substr(line.title.size() - 7), "word…");
    EXPECT_EQ(line.body.size(), words.size() - 1);
}

TEST(HeadedText, FinishesWithHostileText) {
    const std::string million(300'000, 'x');
    std::string lines;
    for (int i = 0; i < 60'000; ++i) lines += "Share this\n\n";
    std::string blanks;
    for (int i = 0; i < 300'000; ++i) blanks += "\n \u3000";
    for (const std::string& text :
         {million, lines, blanks + "x", std::string(600'000, '|'), std::string(600'000, ':'),
          "T\n\n" + std::string(600'000, '\t'), std::string(600'000, '\xE9')}) {
        const Collector collector = collected("text", text);
        for (const Article& article : collector.articles) EXPECT_TRUE(is_valid_utf8(article.body));
    }
}

}  // namespace
}  // namespace lectern
