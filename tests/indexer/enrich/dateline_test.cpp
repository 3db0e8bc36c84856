#include "tests/indexer/enrich/enriched.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

struct Row {
    const char* body;
    const char* place;
};

TEST(Dateline, IsThePlaceAReportBeginsWith) {
    const auto rows = std::to_array<Row>({
        {"BEIJING, Sept. 24 -- China", "Beijing"},
        {"VARNHOLT, May 4 (KSW) — The", "Varnholt"},
        {"SOLMERE (CNA) -- The", "Solmere"},
        {"PORT AMSEL — The", "Port Amsel"},
        {"SOLMERE, Oct. 2 – The first", "Solmere"},
        {"SALVADOR, Feb 26 - Showers", "Salvador"},
        {"PORT AMSEL, Veldania, May 4 (AP) -- The", "Port Amsel"},
        {"RIO DE JANEIRO, May 4 -- The", "Rio de Janeiro"},
        {"ST. LOUIS, May 4 -- The", "St. Louis"},
        {"WASHINGTON D.C., May 4 -- The", "Washington D.C."},
        {"S\u00C3O PAULO, May 4 -- The", "S\u00E3o Paulo"},
        {"STRATFORD-UPON-AVON, May 4 -- The", "Stratford-Upon-Avon"},
        {"Beijing, Sept. 24 (Xinhua) -- China", "Beijing"},
        {"岚京5月4日电 国防部", "岚京"},
        {"岚京１０月２６日电 国防部", "岚京"},
        {"（沿海通讯社岚京5月4日电）国防部", "岚京"},
        {"（沿海通訊社索爾米爾2月21日電）馬", "索爾米爾"},
        {"新华社北京9月24日电（记者）", "北京"},
        {"本报烟台9月24日讯", "烟台"},
        {"烟台9月24日电", "烟台"},
        {"瓦恩霍尔特2024年11月9日专电 凯", "瓦恩霍尔特"},
        // none
        {"", ""},
        {"The minister – who left – said", ""},
        {"China firmly opposes -- and always has", ""},
        {"UPDATE -- The story", ""},
        {"NEWS ANALYSIS — The story", ""},
        {"MF-3 - the vaccine", ""},
        {"Sen. Mike Tor (R-OH) — said", ""},
        {"Today, May 5 — we", ""},
        {"I said -- no", ""},
        {"A -- b", ""},
        {"\"NO\" -- said the minister", ""},
        {"K-22 -- the jet", ""},
        {"岚京今天很冷", ""},
        {"5月4日电", ""},
        {"THE FIRST LINE\nAND THE NEXT -- no", ""},
        {"-- nothing before", ""},
    });
    for (const Row& row : rows) EXPECT_EQ(enriched(row.body).dateline, row.place) << row.body;
}

TEST(Dateline, NeverOverwritesAndLeavesTheBodyAlone) {
    Article article;
    article.dateline = "Gull Point";
    article.body = "BEIJING, Sept. 24 -- China";
    for (const Step& step : steps()) step.apply(article);
    EXPECT_EQ(article.dateline, "Gull Point");
    EXPECT_EQ(article.body, "BEIJING, Sept. 24 -- China");
}

TEST(Dateline, DatesAnUndatedArticleOnlyByAWholeDate) {
    EXPECT_FALSE(enriched("BEIJING, Sept. 24 -- China").published);
    const auto published = enriched("BEIJING, Sept. 24, 2020 -- China").published;
    ASSERT_TRUE(published);
    EXPECT_EQ(day_text(published->day), "2020-09-24");
}

}  // namespace
}  // namespace lectern
