#include "indexer/enrich/spokespersons.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

/// `Tan Kefei; Senior Colonel; spokesperson; Ministry; MND`, one after the other with ` | `.
std::string named(const std::string& text) {
    std::vector<std::string> persons;
    for (const Spokesperson& person : spokespersons_named(text)) {
        persons.push_back(
            join({person.name, person.rank, person.role, person.organization, person.abbreviation},
                 ";"));
    }
    return join(persons, " | ");
}

struct Row {
    const char* text;
    const char* persons;
};

TEST(Spokespersons, AreNamedInEnglish) {
    const auto rows = std::to_array<Row>({
        // the founding article
        {"China firmly opposes the US Defense Secretary Mark Esper’s false accusations, said "
         "Senior "
         "Colonel Tan Kefei, spokesperson for China's Ministry of National Defense (MND), at a "
         "regular "
         "press conference. In response, Tan said no.",
         "Tan Kefei;Senior Colonel;spokesperson;China's Ministry of National Defense;MND"},
        // before the name
        {"Foreign Ministry spokeswoman Hua Chunying said.",
         "Hua Chunying;;spokeswoman;Foreign Ministry;"},
        {"the Kremlin spokesman Dmitry Peskov was quoted", "Dmitry Peskov;;spokesman;Kremlin;"},
        {"Chinese defense ministry spokesman Ren Guoqiang said",
         "Ren Guoqiang;;spokesman;Chinese defense ministry;"},
        {"Pentagon spokesman Maj. Gen. Pat Ryder said", "Pat Ryder;Maj. Gen.;spokesman;Pentagon;"},
        {"White House Press Secretary Karoline Leavitt on Monday",
         "Karoline Leavitt;;press secretary;White House;"},
        {"Deputy White House Press Secretary Anna Kelly said",
         "Anna Kelly;;deputy press secretary;White House;"},
        {"the chief spokesperson Symone Sanders said", "Symone Sanders;;chief spokesperson;;"},
        {"government spokesperson Jane O’Neill-Smith told",
         "Jane O’Neill-Smith;;spokesperson;government;"},
        {"spokesman Omar al-Bashir bin Talal said", "Omar al-Bashir bin Talal;;spokesman;;"},
        {"spokesman J. Edgar van der Berg said", "J. Edgar van der Berg;;spokesman;;"},
        {"Ministry of National Defense (MND) spokesman Tan Kefei said",
         "Tan Kefei;;spokesman;Ministry of National Defense;MND"},
        {"ministry spokeswoman Le Thi Thu Hang said", "Le Thi Thu Hang;;spokeswoman;;"},
        {"his spokesman Steven Cheung said", "Steven Cheung;;spokesman;;"},
        {"a foreign ministry spokesman, Geng Shuang, said",
         "Geng Shuang;;spokesman;foreign ministry;"},
        {"said a foreign ministry spokesman, Geng Shuang.",
         "Geng Shuang;;spokesman;foreign ministry;"},
        {"FOREIGN MINISTRY SPOKESMAN GENG SHUANG SAID", "Geng Shuang;;spokesman;FOREIGN MINISTRY;"},
        {"spokeswoman Jane Doe of the Health Ministry said",
         "Jane Doe;;spokeswoman;Health Ministry;"},
        // after the name
        {"said Dr. Lena Fairhaven, a spokesperson for the Marenian Ministry of Health (MoH).",
         "Lena Fairhaven;Dr.;spokesperson;Marenian Ministry of Health;MoH"},
        {"Mr. Oscar Lindqvale, spokesman for the Central Bank, said",
         "Oscar Lindqvale;;spokesman;Central Bank;"},
        {"Pavel Osten, the ministry's spokesman, told reporters", "Pavel Osten;;spokesman;;"},
        {"Geng Shuang, Foreign Ministry spokesman, said",
         "Geng Shuang;;spokesman;Foreign Ministry;"},
        {"Kiki McLean, a spokeswoman for Gore’s 2000 presidential campaign.",
         "Kiki McLean;;spokeswoman;Gore’s 2000 presidential campaign;"},
        {"Tomas Rhee, press secretary in the Office of the Prime Minister, said",
         "Tomas Rhee;;press secretary;Office of the Prime Minister;"},
        {"Jane Doe (spokeswoman for the UN Office on Drugs and Crime)",
         "Jane Doe;;spokeswoman;UN Office on Drugs and Crime;"},
        {"Jane Doe is a spokeswoman for the Red Cross in Solmere.",
         "Jane Doe;;spokeswoman;Red Cross;"},
        {"Nadia Sorrell, who speaks for the League of Coastal States (LCS), said",
         "Nadia Sorrell;;;League of Coastal States;LCS"},
        {"a statement from Jane Doe, a spokeswoman for Acme Corp., read",
         "Jane Doe;;spokeswoman;Acme Corp.;"},
        // after the organization
        {"A spokesman for the Ministry of Energy, Pavel Osten, said",
         "Pavel Osten;;spokesman;Ministry of Energy;"},
        // a name that a wrapped line cuts
        {"The outcome of the meeting was welcomed by the Foreign Ministry spokesman Geng\nShuang "
         "said",
         "Geng Shuang;;spokesman;Foreign Ministry;"},
        // one person once, with what any mention knows
        {"Spokesman Tan Kefei spoke. Col. Tan Kefei, spokesman for the Army, left. Tan said no.",
         "Tan Kefei;Col.;spokesman;Army;"},
        {"Pentagon spokesman Pat Ryder and Kremlin spokesman Dmitry Peskov agreed.",
         "Pat Ryder;;spokesman;Pentagon; | Dmitry Peskov;;spokesman;Kremlin;"},
    });
    for (const Row& row : rows) EXPECT_EQ(named(row.text), row.persons) << row.text;
}

TEST(Spokespersons, AreOnlyThoseNamedAsSuch) {
    const auto texts = std::to_array<const char*>({
        "A spokesman for the State Department said.",
        "A spokesperson declined to comment.",
        "Foreign Ministry spokesman Zhao said",
        "In New York, a spokesman for the mayor said",
        "President Donald Trump met Jane Doe, a spokesman for the Army said on Monday.",
        "A spokesman for Prime Minister Boris Johnson said",
        "A spokesman, the Associated Press reported, had left",
        "the former spokesman John Smith said",
        "John Smith, a former Pentagon spokesman, said",
        "John Smith, then spokesman for the Army, said",
        "the spokesman’s brother John Smith said",
        "The spokesman White House reporters know",
        "Smith speaks for an hour.",
        "The press secretary job",
        "a spokesman said Tuesday. John Smith left.",
        "for the spokesman.\n\nJohn Smith left",
        "New spokesman\nJohn Smith takes over",
        "spokesman spokesman spokesman",
        "pokes ress s",
        "Mark Esper has said that China",
    });
    for (const char* const text : texts) EXPECT_EQ(named(text), "") << text;
}

TEST(Spokespersons, AreNamedInChinese) {
    const auto rows = std::to_array<Row>({
        {"国防部新闻发言人谭克非大校在例行记者会上说", "谭克非;大校;新闻发言人;国防部;"},
        {"外交部发言人华春莹表示", "华春莹;;发言人;外交部;"},
        {"外交部发言人耿爽表示", "耿爽;;发言人;外交部;"},
        {"外交部发言人闻若兰周三曾表示", "闻若兰;;发言人;外交部;"},
        {"岚京市卫生健康委员会发言人陆志恒６日宣布", "陆志恒;;发言人;岚京市卫生健康委员会;"},
        {"2020年4月29日外交部发言人耿爽主持例行记者会", "耿爽;;发言人;外交部;"},
        {"今天的记者会由国防部新闻发言人沈启昌大校主持。", "沈启昌;大校;新闻发言人;国防部;"},
        {"凯斯特里亚能源部发言人帕维尔·奥斯滕（Pavel Osten）9日说",
         "帕维尔·奥斯滕;;发言人;凯斯特里亚能源部;"},
        {"马雷尼亚卫生部发言人莱娜·费尔黑文（Lena Fairhaven）博士在会后说",
         "莱娜·费尔黑文;博士;发言人;马雷尼亚卫生部;"},
        {"子午线贸易秘书处发言人阿黛尔·奥孔乔-普赖斯说",
         "阿黛尔·奥孔乔-普赖斯;;发言人;子午线贸易秘书处;"},
        {"凯斯特里亚对外关系部发言人米蕾拉·德拉甘称",
         "米蕾拉·德拉甘;;发言人;凯斯特里亚对外关系部;"},
        {"韋爾達尼亞國防部發言人黑爾·布蘭特（Hale Brandt）大校30日",
         "黑爾·布蘭特;大校;發言人;韋爾達尼亞國防部;"},
        {"总理办公室新闻秘书托马斯·里（Tomas Rhee）14日", "托马斯·里;;新闻秘书;总理办公室;"},
        {"国防部副发言人欧阳明远说", "欧阳明远;;副发言人;国防部;"},
        {"发言人华春莹，", "华春莹;;发言人;;"},
        {"外交部发言人陈晓明表示", "陈晓明;;发言人;外交部;"},
        {"外交部发言人耿爽在北京说", "耿爽;;发言人;外交部;"},
        {"外交部发言人耿爽说在", "耿爽;;发言人;外交部;"},
        // nobody
        {"外交部发言人表示", ""},
        {"外交部发言人就此回答记者提问", ""},
        {"外交部发言人在例行记者会上", ""},
        {"建立发言人制度，", ""},
        {"外交部前发言人华春莹表示", ""},
        {"发言人向记者表示", ""},
        {"发言人·", ""},
        {"发言人", ""},
    });
    for (const Row& row : rows) EXPECT_EQ(named(row.text), row.persons) << row.text;
}

TEST(Spokespersons, CompleteWhatTheReaderFoundStated) {
    Article article;
    article.spokespersons = {{"Tan Kefei", "", "", "", ""}};
    article.body = "Pentagon spokesman Pat Ryder answered Col. Tan Kefei, spokesman for the Army.";
    add_spokespersons(article);
    const std::vector<Spokesperson> expected{{"Tan Kefei", "Col.", "spokesman", "Army", ""}};
    EXPECT_EQ(article.spokespersons, expected);

    Article headline;
    headline.title = "Pentagon spokesman Pat Ryder resigns";
    add_spokespersons(headline);
    ASSERT_EQ(headline.spokespersons.size(), 1U);
    EXPECT_EQ(headline.spokespersons[0].name, "Pat Ryder");
}

TEST(Spokespersons, FinishWithHostileText) {
    const auto parts = std::to_array<std::string>(
        {"spokesman for ", "pokes", "press secretary ", "who speaks for ", "spokesman Aa Bb, ",
         "发言人", "发言人王·", "发言人王明（", "国防部新闻发言人", "Aa Bb Cc spokesman ",
         "spokesman's ", "U.S.", "spokesman for the of the and of ", "'spokesman-'-", "由发言人",
         "\xE5spokesman\xFF"});
    std::size_t size = 4'000'000;
    for (const std::string& part : parts) {
        std::string text;
        while (text.size() < size) text += part;
        size = 200'000;
        for (const Spokesperson& person : spokespersons_named(text)) {
            EXPECT_LE(person.organization.size(), 600U) << part;
        }
    }
    std::string names;
    for (int i = 0; i < 10'000; ++i) {
        std::string name{"spokesman Aa Bbbb said. "};
        for (std::size_t at = 13, left = static_cast<std::size_t>(i); at < 17; ++at, left /= 10) {
            name[at] = static_cast<char>('a' + left % 10);
        }
        name[13] = 'B';
        names += name;
    }
    EXPECT_LE(spokespersons_named(names).size(), 100U);
}

TEST(Spokespersons, AreUtf8WhateverTheTextHolds) {
    std::string text{
        "国防部新闻发言人谭克非大校 — Foreign Ministry spokeswoman Hua Chunying’s, said"};
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        for (const Spokesperson& person : spokespersons_named(cleaned(text.substr(begin)))) {
            EXPECT_TRUE(is_valid_utf8(person.name + person.organization + person.rank));
        }
    }
}

}  // namespace
}  // namespace lectern
