#include "indexer/enrich/language.h"

#include "tests/indexer/enrich/enriched.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

struct Row {
    const char* text;
    const char* language;
};

TEST(Language, IsToldByScriptWhereItCanBe) {
    const auto rows = std::to_array<Row>({
        {"国防部新闻发言人表示", "zh"},
        {"國防部新聞發言人表示", "zh"},
        {"岚国 MFV-2 疫苗 Ministry of Health 发言人今天上午表示，疫苗已经到货", "zh"},
        {"外務省の報道官は記者会見で述べた", "ja"},
        {"외교부 대변인은 말했다", "ko"},
        {"Министерство обороны сообщило", "ru"},
        {"قال المتحدث باسم الوزارة", "ar"},
        {"אמר הדובר", "he"},
        {"Ο εκπρόσωπος δήλωσε", "el"},
        {"मंत्रालय के प्रवक्ता ने कहा", "hi"},
        {"The spokesperson said 中国 and more words in English", ""},
        {"Le porte-parole a déclaré", ""},
        {"12345 --- !!!", ""},
        {"", ""},
        {"\xFF\xFE\xFD", ""},
    });
    for (const Row& row : rows) EXPECT_EQ(enriched(row.text).language, row.language) << row.text;
}

TEST(Language, IsNormalizedWhereItIsStated) {
    const auto rows = std::to_array<Row>({
        {"en", "en"},
        {"EN-us", "en"},
        {"zh-Hans", "zh"},
        {"zh_CN", "zh"},
        {"English", "en"},
        {"cmn", "zh"},
        {" es ", "es"},
        {"haw", "haw"},
        {"eng", "en"},
        {"中文", "zh"},
        {"und", ""},
        {"?", ""},
        {"x", ""},
        {"12", ""},
        {"nonsense", ""},
    });
    for (const Row& row : rows) EXPECT_EQ(primary_language(row.text), row.language) << row.text;
    Article article;
    article.language = "EN-us";
    article.body = "国防部新闻发言人表示";
    add_language(article);
    EXPECT_EQ(article.language, "en");
    article.language = "nonsense";
    add_language(article);
    EXPECT_EQ(article.language, "zh");
}

}  // namespace
}  // namespace lectern
