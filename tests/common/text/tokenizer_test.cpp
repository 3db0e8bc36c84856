#include "common/text/tokenizer.h"

#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {
namespace {

// `covid19^@0 covid@0 19@1`: terms at positions, ^ where they are of a whole hyphenated word.
std::string shown(std::span<const Token> tokens) {
    std::string line;
    for (const Token& token : tokens) {
        if (!line.empty()) line += ' ';
        line += token.term;
        line += token.joined ? "^@" : "@";
        line += std::to_string(token.position);
    }
    return line;
}

// All of the tokens, so that two ways to them can be compared.
std::string in_full(std::span<const Token> tokens) {
    std::string lines;
    for (const Token& token : tokens) {
        lines += std::string{token.term} + '@' + std::to_string(token.position) + ' ' +
                 std::to_string(token.begin) + '-' + std::to_string(token.end) +
                 (token.joined ? " joined" : "") + (token.ordinary ? " ordinary\n" : "\n");
    }
    return lines;
}

struct Row {
    std::string_view text;
    std::string_view tokens;
};

constexpr auto table = std::to_array<Row>({
    // words, case, white space
    {"", ""},
    {" \t\r\n", ""},
    {"Trade war", "trade@0 war@1"},
    {"one\ntwo\r\nthree\tfour", "one@0 two@1 three@2 four@3"},
    {"(yes), “no”; «sí»!", "yes@0 no@1 si@2"},
    {"either/or", "either@0 or@1"},
    {"a:b 10:30 a;b", "a@0 b@1 10@2 30@3 a@4 b@5"},
    {"foo_bar _emphasis_ ___", "foo_bar@0 emphasis@1"},
    {"#tag @handle_1 x@y.org", "tag@0 handle_1@1 x@2 y@3 org@4"},
    {"… — – ™ 😀 § °", ""},
    {"well…then", "well@0 then@1"},
    {"C++ C#", "c@0 c@1"},
    {"snow☃man", "snow@0 man@1"},
    {std::string_view{"nul\0byte", 8}, "nul@0 byte@1"},
    // folding
    {"café CAFÉ cafe\u0301", "cafe@0 cafe@1 cafe@2"},
    {"Zürich Ørsted Łódź Đoković", "zurich@0 orsted@1 lodz@2 dokovic@3"},
    {"Straße STRASSE ẞ", "strasse@0 strasse@1 ss@2"},
    {"Æsop œuvre Þór ŋ ħ ŉ", "aesop@0 oeuvre@1 thor@2 n@3 h@4 n@5"},
    {"İstanbul ISTANBUL ısı", "istanbul@0 istanbul@1 isi@2"},
    {"Việt Nam", "viet@0 nam@1"},
    {"Αθήνα ΑΘΗΝΑ ὁδός", "αθηνα@0 αθηνα@1 οδοσ@2"},
    {"Ёлка йод Йод Україна", "елка@0 йод@1 йод@2 україна@3"},
    {"за\u0301мок и\u0306од", "замок@0 йод@1"},
    {"ﬁnance ﬄ", "finance@0 ffl@1"},
    {"ＣＯＶＩＤ　２０２０", "covid@0 2020@1"},
    {"Ⅷ ª º", "viii@0 a@1 o@2"},
    {"co\u00ADoperate zero\u200Dwidth\u200C wrap\u200Bped", "cooperate@0 zerowidth@1 wrapped@2"},
    {"col·lecció Paral·lel", "colleccio@0 parallel@1"},
    {"محـــمد مُحَمَّد ٢٠٢٠", "محمد@0 محمد@1 2020@2"},
    {"שָׁלוֹם צה\"ל צה״ל", "שלום@0 צהל@1 צהל@2"},
    {"हिन्दी", "हिन्दी@0"},
    // apostrophes
    {"don't don’t don‘t donʼt don＇t", "don't@0 don't@1 don't@2 don't@3 don't@4"},
    {"O’Brien L’HOMME Xi'an Hawai\u02BBi", "o'brien@0 l'homme@1 xi'an@2 hawai'i@3"},
    {"China’s CHINA'S boss's Chinaʼs", "china@0 china@1 boss@2 china@3"},
    {"dogs' ‘quoted’ 'quoted' ʼtis", "dogs@0 quoted@1 quoted@2 tis@3"},
    {"'s ’s x 's", "x@0"},
    {"1990's 1990’s 1990s", "1990@0 1990@1 1990s@2"},
    {"s S it's", "s@0 s@1 it@2"},
    {"''' ’’ ʼ", ""},
    // acronyms, periods
    {"U.S. US U.S us.", "us@0 us@1 us@2 us@3"},
    {"U.N. a.m. p.m. e.g. U.S.S.R.", "un@0 am@1 pm@2 eg@3 ussr@4"},
    {"Ph.D. ph.d PHD Ph.D.'s", "phd@0 phd@1 phd@2 phd@3"},
    {"U.S.'s U.S.’s U.S's M.P.s", "us@0 us@1 us@2 mps@3"},
    {"т.е. И.О.", "те@0 ио@1"},
    {"lectern.org www.mod.gov.cn", "lectern@0 org@1 www@2 mod@3 gov@4 cn@5"},
    {"https://lectern.org/a-b?c=d", "https@0 lectern@1 org@2 ab^@3 a@3 b@4 c@5 d@6"},
    {"end.Next J. K. Rowling", "end@0 next@1 j@2 k@3 rowling@4"},
    {"b.c@d a.@b.c", "bc@0 d@1 a@2 bc@3"},
    // numbers
    {"3.14 v2.0.1 192.168.0.1", "3.14@0 v2.0.1@1 192.168.0.1@2"},
    {"1,200 1,234,567.89 12,34,567", "1200@0 1234567.89@1 1234567@2"},
    {"1,5 7,8,9 2020,100 1,20,3", "1@0 5@1 7@2 8@3 9@4 2020@5 100@6 1@7 20@8 3@9"},
    {"1’200 5’10 1\u202F200", "1@0 200@1 5@2 10@3 1200@4"},
    {"$2 2.5% €3 £1.5bn №7", "2@0 2.5@1 3@2 1.5bn@3 7@4"},
    {"1;2 1/2 ½ x²", "1@0 2@1 1@2 2@3 x@4"},
    {"24th G20 3G", "24th@0 g20@1 3g@2"},
    {"１，２００", "1200@0"},
    // hyphens
    {"COVID-19", "covid19^@0 covid@0 19@1"},
    {"F-16 F‐16 F‑16", "f16^@0 f@0 16@1 f16^@2 f@2 16@3 f16^@4 f@4 16@5"},
    {"state-of-the-art", "stateoftheart^@0 state@0 of@1 the@2 art@3"},
    {"a-b-c-d-e f", "a@0 b@1 c@2 d@3 e@4 f@5"},
    {"2020-09-24 555-1234 2.5-3.5", "2020@0 09@1 24@2 555@3 1234@4 2.5@5 3.5@6"},
    {"a–b a—b a--b a - b -a b-", "a@0 b@1 a@2 b@3 a@4 b@5 a@6 b@7 a@8 b@9"},
    {"U.S.-China U.S.-led", "uschina^@0 us@0 china@1 usled^@2 us@2 led@3"},
    {"mother-in-law’s son", "motherinlaw^@0 mother@0 in@1 law@2 son@3"},
    {"Al-Qaïda Xi-Биден", "alqaida^@0 al@0 qaida@1 xiбиден^@2 xi@2 биден@3"},
    {"non-U.S. e-mail: x-y", "nonus^@0 non@0 us@1 email^@2 e@2 mail@3 xy^@4 x@4 y@5"},
    {"1990's-era", "1990@0 era@1"},
    {"歼-20", "歼20^@0 歼@0 20@1"},
    // scripts without spaces
    {"中国国防部", "中国@0 国防@1 部@2"},
    {"国防部发言人，9月24日", "国防@0 部@1 发言@2 人@3 9@4 月@5 24@6 日@7"},
    {"「国防」。（中国）", "国防@0 中国@1"},
    {"China中国China", "china@0 中国@1 china@2"},
    {"中国·国防、发言", "中国@0 国防@1 发言@2"},
    {"日本のニュース ﾆｭｰｽ", "日本@0 の@1 ニュース@2 ニュース@3"},
    {"ภาษาไทย", "ภาษา@0 ไทย@1"},
    {"대한민국 정부", "대한민국@0 정부@1"},
    // ill-formed bytes cut
    {"a\xFFz b\xC3 c\xE4\xB8 d\xED\xA0\x80 e", "a@0 z@1 b@2 c@3 d@4 e@5"},
    {"\x80\xBF\xF5\xC0\x80", ""},
});

TEST(Tokenizer, GivesTheTermsOfItsTable) {
    Tokenizer tokenizer;
    for (const Row& row : table) {
        EXPECT_EQ(shown(tokenizer(row.text)), row.tokens) << row.text;
        EXPECT_EQ(shown(tokenizer.by_icu(row.text)), row.tokens) << "by ICU: " << row.text;
    }
}

void expect_same(Tokenizer& tokenizer, std::string_view text) {
    const std::string fast = in_full(tokenizer(text));
    EXPECT_EQ(fast, in_full(tokenizer.by_icu(text))) << '[' << text << ']';
}

TEST(Tokenizer, CutsEachRowOfItsTableAsIcuDoes) {
    Tokenizer tokenizer;
    std::string all;
    for (const Row& row : table) {
        expect_same(tokenizer, row.text);
        all += row.text;
        expect_same(tokenizer, all);
    }
}

std::string random_text(std::mt19937& random,
                        std::span<const std::string_view> pieces,
                        std::size_t most) {
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) {
        text += pieces[random() % pieces.size()];
    }
    return text;
}

TEST(Tokenizer, CutsRandomAsciiAsIcuDoes) {
    std::string ascii;
    for (char c = 0; c < 0x7F; ++c) ascii += c;
    ascii += "aabbssAS11239...,,,'''---__@:;  \n";
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at < ascii.size(); ++at) {
        pieces.push_back(std::string_view{ascii}.substr(at, 1));
    }
    Tokenizer tokenizer;
    std::mt19937 random{20200924};
    for (int i = 0; i < 200'000 && !HasFailure(); ++i) {
        expect_same(tokenizer, random_text(random, pieces, 24));
    }
}

TEST(Tokenizer, CutsRandomMixturesAsIcuDoes) {
    constexpr auto pieces = std::to_array<std::string_view>(
        {"a",  "B",  "s",      "z",      "1",   "23",     " ",        "\n",     "'",      "-",
         "_",  ".",  ",",      ":",      "@",   "é",      "ł",        "ß",      "я",      "Ё",
         "Ω",  "’",  "‘",      "“",      "”",   "—",      "‐",        "…",      "\u00A0", "·",
         "ʼ",  "中", "国防",   "が",     "ไทย", "\u0301", "\u00AD",   "\u200D", "\u200B", "😀",
         "한", "א",  "ب",      "\u202F", "Ａ",  "．",     "\xE2\x80", "\xC3",   "\xFF",   "ŉ",
         "ſ",  "ª",  "\u0085", "\"",     "🇫🇷"});
    Tokenizer tokenizer;
    std::mt19937 random{1949};
    for (int i = 0; i < 100'000 && !HasFailure(); ++i) {
        expect_same(tokenizer, random_text(random, pieces, 16));
    }
}

TEST(Tokenizer, SaysWhereEachWordIsPrinted) {
    constexpr std::string_view text = "The “U.S.-led” force, China’s MND: COVID-19";
    Tokenizer tokenizer;
    std::string words;
    for (const Token& token : tokenizer(text)) {
        words += text.substr(token.begin, token.end - token.begin);
        words += '|';
    }
    EXPECT_EQ(words, "The|U.S.-led|U.S.|led|force|China’s|MND|COVID-19|COVID|19|");
}

TEST(Tokenizer, CallsAWordOrdinaryThatBeginsInLowerCase) {
    Tokenizer tokenizer;
    std::string ordinary;
    for (const Token& token :
         tokenizer("the March march’s Élan élan Ёж ёж 3rd _x 中国 x-Ray iPhone")) {
        if (token.ordinary) ordinary += std::string{token.term} + ' ';
    }
    EXPECT_EQ(ordinary, "the march elan еж x xray x iphone ");
}

TEST(Tokenizer, CutsLongWordsAtACharacter) {
    Tokenizer tokenizer;
    for (const std::string_view letter : {"x", "é", "я", "中", "한", "\U00020000", "क"}) {
        std::string word;
        while (word.size() < 1000) word += letter;
        for (const Token& token : tokenizer(word)) {
            EXPECT_LE(token.term.size(), max_token_bytes) << letter;
            EXPECT_TRUE(is_valid_utf8(token.term)) << letter;
        }
        expect_same(tokenizer, word);
    }
    const std::string nearly(max_token_bytes, 'x');
    EXPECT_EQ(tokenizer(nearly + "’s")[0].term, nearly);
    EXPECT_EQ(tokenizer(nearly + "yz")[0].term, nearly);
    EXPECT_EQ(tokenizer(nearly + "yz")[0].end, max_token_bytes + 2);
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(Tokenizer, TakesHostileTextInItsStride) {
    const std::vector<std::string> texts = {
        "a" + repeated("\u0301", 5'000'000),        // marks
        "a" + repeated("\u0316\u0301", 1'000'000),  // marks that want sorting
        repeated("a\u0316\u0301", 300'000),
        repeated("'", 500'000),
        repeated("a'", 500'000),
        repeated("’s", 300'000),
        repeated("a-", 1'000'000),
        repeated("a.", 500'000),
        repeated("1,", 500'000),
        repeated("_", 500'000),
        repeated("x", 4'000'000),
        repeated("é", 1'000'000),
        repeated("\uFDFA", 3'000),
        repeated("中", 300'000),
        repeated("ก", 100'000),
        repeated("中 a ", 100'000),
        repeated("\xE2\x80", 500'000),
        repeated("\x80", 1'000'000),
        repeated("\U0001F1E8", 200'000),
        std::string(1'000'000, '\0'),
    };
    Tokenizer tokenizer;
    for (const std::string& text : texts) {
        std::uint32_t begin = 0;
        for (const Token& token : tokenizer(text)) {
            ASSERT_TRUE(token.begin >= begin && token.begin < token.end &&
                        token.end <= text.size());
            ASSERT_TRUE(!token.term.empty() && token.term.size() <= max_token_bytes);
            begin = token.begin;
        }
    }
    EXPECT_EQ(shown(tokenizer("still there")), "still@0 there@1");
}

TEST(Tokenizer, IsTheSameAfterBeingMoved) {
    Tokenizer first;
    first("China");
    Tokenizer second{std::move(first)};
    EXPECT_EQ(shown(second("中国 war")), "中国@0 war@1");
}

TEST(Tokenizer, NamesIcuInItsFingerprint) {
    EXPECT_NE(Tokenizer::fingerprint().find("ICU"), std::string_view::npos);
}

TEST(FoldedValue, FoldsAValueWhole) {
    constexpr auto rows = std::to_array<Row>({
        {"", ""},
        {"  \t ", ""},
        {"China’s MND", "china's mnd"},
        {"  Ministry\n of\u00A0\u3000National  Defense ", "ministry of national defense"},
        {"São Tomé & Príncipe", "sao tome & principe"},
        {"U.S. Dept. of State", "u.s. dept. of state"},
        {"COVID‑19, 1,200 (ＴＥＳＴ)", "covid‐19, 1,200 (test)"},
        {"国防部", "国防部"},
        {"Ёлкин", "елкин"},
        {"co\u00ADop", "coop"},
        {"x\xFFy", "x\uFFFDy"},
        {std::string_view{"a\0b", 3}, "a b"},
    });
    for (const Row& row : rows) EXPECT_EQ(folded_value(row.text), row.tokens) << row.text;
    EXPECT_LT(folded_value("a" + repeated("\u0316\u0301", 1'000'000)).size(), 100U);
}

}  // namespace
}  // namespace lectern
