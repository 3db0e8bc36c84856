#include "common/text/sentences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {
namespace {

// Each row is text with a | where a sentence ends; what follows the last needs none.
constexpr auto table = std::to_array<std::string_view>({
    "",
    "One sentence",
    "One. |Two. |Three.",
    "  Leading space is the first's. |And trailing space the last's.  ",
    "Really? |Yes! |Well",
    "He said: “It is over.” |Then he left.",
    "He asked: \"Why?\" |Nobody knew. |(Not even he.) |So it ended.",
    "“Why?” he asked. |“Because!” she said.",
    "“Stop.” |“No.” |They went on.",
    "Mr. Tan met Dr. Esper and Mrs. Li. |They spoke.",
    "Sen. John McCain and Gen. Mark A. Milley came. |Col. Wu did not.",
    "Sr. Col. Tan Kefei, spokesperson, spoke. |Lt. Gen. Smith listened.",
    "The U.S. Navy sailed. |The U.N. Security Council met.",
    "It was made in the U.S. |The Navy bought it at 5 p.m. |He left at 6 a.m. Monday.",
    "On Sept. 24, 2020, and Oct. 1 it rained. |It stopped in Nov. |The rest is dry.",
    "Apple Inc. Chief Tim Cook spoke. |He left Apple Inc. |He is well.",
    "Resolution No. 2231 passed. |Did it? |No. |It did not.",
    "J. K. Rowling and George W. Bush met. |Who else?",
    "It cost 3.14 dollars, or 1.5 percent. |It was 2.5. |Then 3.",
    "It rose 5 percent. |24 people lost. |See lectern.org for more.",
    "1. The first item. |2. The second item.",
    "An item.\n\n|1. The first.",
    "Wait... |What? |He paused ... and went on.",
    "What?! |Never!! |Ever.",
    "A headline without a stop\n\n|The text. |More of it.",
    "One line\nand its continuation. |Next.\n|New line.",
    "Blank\n \t\n\n|Next",
    "Windows\r\n\r\n|Lines. |Too.\r\n",
    "etc. and so on. |It ended, etc. |The end.",
    "The Ph.D. student left. |She has a Ph.D. |But why?",
    "He was ill. |China said so in St. Petersburg, Fla. and in Miami, Fla. |It was true.",
    "Plan “B.” |Next plan.",
    "She said so [1]. |[2] He did not.",
    "¿Qué pasó? |¡Nada! |Él se fue. |Ángel también. él no.",
    "Он ушёл. |Она осталась. и всё",
    "国防部发言人说。|中方坚决反对！|为什么？|因为",
    "他说：“不行。”|她走了。|“好吗？”，他问。|完。",
    "「是。」|「不是！」|（完。）\n|好。",
    "真的？！|假的。。。|走吧！！！",
    "中国 GDP 增长 3.2%。|U.S. 也是。",
    "第一段没有句号\n\n|第二段。",
    "Is it true?|真的。|Yes.",
    "full-width ｡|next",
    "...",
    "\n\n|Begins after blank lines.",
});

std::string marked(std::string_view text) {
    std::string line;
    for (const Span& sentence : sentences(text)) {
        if (!line.empty()) line += '|';
        line += text.substr(sentence.begin, sentence.end - sentence.begin);
    }
    return line;
}

TEST(Sentences, EndWhereTheTableSays) {
    for (const std::string_view row : table) {
        std::string text{row};
        text.erase(std::remove(text.begin(), text.end(), '|'), text.end());
        EXPECT_EQ(marked(text), row);
    }
}

void expect_cover(std::string_view text) {
    std::size_t end = 0;
    for (const Span& sentence : sentences(text)) {
        ASSERT_EQ(sentence.begin, end);
        ASSERT_GT(sentence.end, sentence.begin);
        end = sentence.end;
    }
    ASSERT_EQ(end, text.size());
}

TEST(Sentences, CoverAnyBytes) {
    std::mt19937 random{7};
    constexpr std::string_view bytes =
        ".!?\n\r \"'AaZz1)\xE3\x80\x82\xEF\xBC\x81\xE2\x9D\xC3\xA9\xFF";
    for (int i = 0; i < 20'000 && !::testing::Test::HasFailure(); ++i) {
        std::string text;
        for (std::size_t count = random() % 40; count > 0; --count) {
            text += bytes[random() % bytes.size()];
        }
        expect_cover(text);
    }
}

TEST(Sentences, TakeHostileTextInTheirStride) {
    for (const std::string_view piece : {".", "\n", " \n", "\"", "a.", "1. ", "U.", "。", "A. "}) {
        std::string text = "A.";
        while (text.size() < 2'000'000) text += piece;
        expect_cover(text);
    }
    expect_cover("A." + std::string(2'000'000, ' ') + "b");
}

}  // namespace
}  // namespace lectern
