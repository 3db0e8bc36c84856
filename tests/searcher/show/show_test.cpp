#include "searcher/show/show.h"

#include "common/base/json.h"
#include "common/base/utf8.h"
#include "tests/support/articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace lectern {
namespace {

std::string shown(std::string_view style, const Response& response, const Showing& showing = {}) {
    std::ostringstream out;
    find_style(style).show(response, showing, out);
    return out.str();
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    for (const std::string_view line : split(text, '\n')) all.emplace_back(line);
    return all;
}

Response response_of(const std::vector<Article>& articles) {
    Response response{.total = articles.size(), .uuid = "the-uuid", .revision = 41};
    for (const Article& article : articles) response.hits.push_back({.article = article});
    return response;
}

Article report() {
    Article made = dated("2020-09-24", "China hopes");
    made.spokespersons = {{.name = "Tan Kefei", .organization = "MND"}, {.name = "Wu Qian"}};
    made.outlet = "China Military Online";
    made.authors = {"Li Wei"};
    made.source = {"reports/feed.jsonl", 17};
    return made;
}

Facet by_month() {
    return {.request = {"date", Grouping::Month},
            .buckets = {{"2020-08", 3, 271}, {"2020-09", 1006, 1346, true}},
            .missing = 2,
            .distinct = 2};
}

Facet by_speaker() {
    return {.request = {"spokesperson"},
            .buckets = {{"Tan Kefei", 8}, {"谭克非", 1, 0, true}},
            .other = 1203,
            .distinct = 1205};
}

TEST(JsonStyle, HasAllThatWasFound) {
    Response response = response_of({report(), article("undated")});
    response.hits[0].score = 2.5;
    response.hits[0].snippet = {.text = "pursuing unilateralism", .marks = {{9, 22}}};
    response.facets = {by_speaker(), by_month()};
    response.expansions = {{"trad*", {"trade", "trading"}, true}};
    const ParsedJson parsed = parse_json(
        shown("json", response,
              {.query = "trad*", .parsed = "\"trad\"*", .problems = {{"query:3", "odd"}}}));
    ASSERT_TRUE(parsed.value) << parsed.problem;
    const Json& json = *parsed.value;
    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["total"], 2);
    EXPECT_EQ(json["exact"], true);
    EXPECT_EQ(json["index"], (Json{{"uuid", "the-uuid"}, {"revision", 41}}));
    const Json expected_query{
        {"q", "trad*"},
        {"parsed", "\"trad\"*"},
        {"expansions",
         Json::array({{{"from", "trad*"}, {"terms", {"trade", "trading"}}, {"cut", true}}})},
        {"problems", Json::array({{{"where", "query:3"}, {"message", "odd"}}})}};
    EXPECT_EQ(json["query"], expected_query);
    ASSERT_EQ(json["hits"].size(), 2U);
    const Json& hit = json["hits"][0];
    EXPECT_EQ(hit["id"], "China");
    EXPECT_EQ(hit["title"], "China hopes");
    EXPECT_EQ(hit["date"], "2020-09-24");
    EXPECT_EQ(hit["outlet"], "China Military Online");
    EXPECT_EQ(hit["authors"], Json::array({"Li Wei"}));
    EXPECT_EQ(hit["spokespersons"], Json::array({"Tan Kefei", "Wu Qian"}));
    EXPECT_EQ(hit["orgs"], Json::array({"MND"}));
    EXPECT_EQ(hit["path"], "reports/feed.jsonl");
    EXPECT_EQ(hit["record"], 17);
    EXPECT_EQ(hit["score"], 2.5);
    const Json ranges = Json::array({Json::array({9, 22})});
    EXPECT_EQ(hit["snippets"][0]["text"], "pursuing unilateralism");
    EXPECT_EQ(hit["snippets"][0]["ranges"], ranges);
    EXPECT_TRUE(json["hits"][1]["date"].is_null());
    EXPECT_FALSE(json["hits"][1].contains("snippets"));
    const Json& speakers = json["facets"][0];
    EXPECT_EQ(speakers["field"], "spokesperson");
    EXPECT_EQ(speakers["missing"], 0);
    EXPECT_EQ(speakers["other"], 1203);
    EXPECT_EQ(speakers["distinct"], 1205);
    EXPECT_EQ(speakers["counts"][0], (Json{{"value", "Tan Kefei"}, {"count", 8}}));
    EXPECT_EQ(speakers["counts"][1], (Json{{"value", "谭克非"}, {"count", 1}, {"selected", true}}));
    EXPECT_EQ(json["facets"][1]["by"], "month");
    EXPECT_EQ(json["facets"][1]["counts"][0],
              (Json{{"value", "2020-08"}, {"count", 3}, {"of", 271}}));
}

TEST(JsonStyle, ShowsTheFieldsAskedFor) {
    const Response response = response_of({report()});
    const ParsedJson parsed =
        parse_json(shown("json", response, {.fields = {"date", "id", "score"}}));
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ((*parsed.value)["hits"][0],
              (Json{{"date", "2020-09-24"}, {"id", "China"}, {"score", 0.0}, {"record", 17}}));
    const ParsedJson counts = parse_json(shown("json", response, {.hits = false}));
    ASSERT_TRUE(counts.value);
    EXPECT_FALSE(counts.value->contains("hits"));
}

TEST(JsonStyle, IsValidWhateverATitleHolds) {
    const Response response = response_of({article("bad \xFF \x1b[31m \" \\ \n \u2028 😀")});
    const ParsedJson parsed = parse_json(shown("json", response));
    ASSERT_TRUE(parsed.value) << parsed.problem;
    EXPECT_EQ((*parsed.value)["hits"][0]["title"], "bad \uFFFD \x1b[31m \" \\ \n \u2028 😀");
}

TEST(JsonlStyle, IsAnObjectALine) {
    Response response = response_of({report(), article("undated")});
    response.facets = {by_speaker()};
    const std::vector<std::string> all = lines(shown("jsonl", response));
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ((*parse_json(all[0]).value)["id"], "China");
    EXPECT_EQ((*parse_json(all[1]).value)["id"], "undated");
    EXPECT_EQ((*parse_json(all[2]).value)["total"], 2);
    EXPECT_EQ((*parse_json(all[2]).value)["facets"].size(), 1U);
    EXPECT_EQ(all[3], "");
    EXPECT_EQ(lines(shown("jsonl", response, {.hits = false})).size(), 2U);
}

TEST(CsvStyle, QuotesAsTheStandardSays) {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"plain", "plain"},
        {"", ""},
        {"a, b", "\"a, b\""},
        {"say \"no\"", R"("say ""no""")"},
        {"two\nlines", "\"two\nlines\""},
        {"two\r\nlines", "\"two\r\nlines\""},
        {"国防部", "国防部"},
        {" blanks ", " blanks "},
        {"a\tb", "a\tb"},
        // what a spreadsheet would take for a formula
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@cmd", "'@cmd"},
        {"\tx", "'\tx"},
        {"=A1,\"x\"", R"("'=A1,""x""")"},
        {"a=1", "a=1"},
    };
    for (const auto& [title, cell] : rows) {
        Article made;
        made.title = title;
        EXPECT_EQ(shown("csv", response_of({made}), {.fields = {"title"}}),
                  "title\r\n" + std::string{cell} + "\r\n");
    }
}

TEST(CsvStyle, IsATableOfHitsOrOfFacets) {
    Response response = response_of({report()});
    response.hits[0].score = 2.5;
    EXPECT_EQ(shown("csv", response),
              "id,date,outlet,title,author,spokesperson,org,path,score\r\n"
              "China,2020-09-24,China Military Online,China hopes,Li Wei,Tan Kefei; Wu Qian,MND,"
              "reports/feed.jsonl,2.5000\r\n");
    response.facets = {by_speaker(), by_month()};
    EXPECT_EQ(shown("csv", response, {.hits = false}),
              "facet,value,count,of\r\n"
              "spokesperson,Tan Kefei,8,\r\nspokesperson,谭克非,1,\r\nspokesperson,,0,\r\n"
              "date,2020-08,3,271\r\ndate,2020-09,1006,1346\r\ndate,,2,\r\n");
}

TEST(TsvStyle, HasALineAHitWhateverItHolds) {
    Article made;
    made.title = "a\tb\nc\r\"d\"";
    made.id = "x";
    EXPECT_EQ(shown("tsv", response_of({made}), {.fields = {"id", "title"}}),
              "id\ttitle\nx\ta b c \"d\"\n");
}

TEST(TextStyle, AlignsColumnsWhateverTheScript) {
    Article chinese = dated("2020-08-27", "国防部例行记者会");
    chinese.outlet = "中国军网";
    Article nameless = article("No outlet");
    Article long_named = dated("2020-01-01", "Long");
    long_named.outlet = "The Very Long Name of an Outlet Indeed";
    const std::string text =
        shown("text", response_of({report(), chinese, nameless, long_named}), {.offset = 8});
    const std::vector<std::string> all = lines(text);
    EXPECT_EQ(all[0],
              " 9  2020-09-24  China Military Online       China hopes  [Tan Kefei; Wu Qian]");
    EXPECT_EQ(all[1], "10  2020-08-27  中国军网                    国防部例行记者会");
    EXPECT_EQ(all[2], "11  undated                                 No outlet");
    EXPECT_EQ(all[3], "12  2020-01-01  The Very Long Name of an …  Long");
    EXPECT_EQ(all[4], "4 articles (exact)");
}

TEST(TextStyle, MarksMatchesByAsterisksOrColor) {
    Response response = response_of({article("Title")});
    response.hits[0].snippet = {.text = "the 贸易 war\x1b.",
                                .marks = {{4, 10}, {11, 14}},
                                .cut_before = true,
                                .cut_after = true};
    EXPECT_EQ(lines(shown("text", response))[1], "   … the **贸易** **war**\\x1b. …");
    EXPECT_EQ(lines(shown("text", response, {.color = true}))[1],
              "   … the \x1b[1;31m贸易\x1b[0m \x1b[1;31mwar\x1b[0m\\x1b. …");
}

TEST(TextStyle, NeverLetsAControlCharacterThrough) {
    std::string evil = "x\x1b[2J\x07\r\n\t\x7f y";
    append_utf8(evil, 0x202E);  // shows what follows from right to left
    append_utf8(evil, 0x9B);
    Article made = article("a");
    made.title = made.outlet = made.body = made.section = made.url = made.id = evil;
    made.authors = {evil};
    made.spokespersons = {{.name = evil}};
    made.source.path = evil;
    Response response = response_of({made});
    response.hits[0].snippet = {.text = evil, .marks = {{0, 1}, {3, 5}}};
    response.facets = {{.request = {"spokesperson"}, .buckets = {{evil, 1}}}};
    std::vector<std::string> names = hit_field_names();
    for (const Showing& showing : {Showing{}, Showing{.fields = names}, Showing{.hits = false}}) {
        std::string text = shown("text", response, showing);
        text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
        text.erase(std::remove(text.begin(), text.end(), '\t'), text.end());
        EXPECT_EQ(printable(text), text);
    }
    EXPECT_EQ(lines(shown("text", response)).size(), 7U);
}

TEST(TextStyle, ShowsTheFieldsAskedFor) {
    EXPECT_EQ(shown("text", response_of({report()}), {.fields = {"date", "id", "date"}}),
              "2020-09-24\tChina\t2020-09-24\n1 article (exact)\n");
}

TEST(TextStyle, SetsFacetsSideBySide) {
    Response response{.total = 1203};
    response.facets = {by_speaker(), by_month()};
    EXPECT_EQ(shown("text", response, {.hits = false}),
              "1,203 articles (exact)\n"
              "\n"
              "spokesperson                date\n"
              "  Tan Kefei            8      2020-08      3 of 271  1.1%\n"
              "* 谭克非               1    * 2020-09  1,006 of 1,346  74.7%\n"
              "  … 1,203 more values         (none)       2\n");
    response.facets = {{.request = {"outlet"}, .buckets = {{"Post", 1}}}, by_speaker()};
    EXPECT_EQ(shown("text", response, {.hits = false}),
              "1,203 articles (exact)\n"
              "\n"
              "outlet         spokesperson\n"
              "  Post    1      Tan Kefei            8\n"
              "               * 谭克非               1\n"
              "                 … 1,203 more values\n");
}

std::size_t widest(const std::string& text) {
    std::size_t columns = 0;
    for (const std::string& line : lines(text)) columns = std::max(columns, display_width(line));
    return columns;
}

TEST(TextStyle, KeepsFacetsWithinTheScreen) {
    Response response{.total = 1};
    const std::string wide = "国防部国防部国防部国防部国防部国防部国防部国防部国防部国防部国防部";
    for (int i = 0; i < 4; ++i) {
        response.facets.push_back(by_speaker());
        response.facets.push_back(by_month());
        response.facets.push_back({.request = {"outlet"}, .buckets = {{wide, 3}, {"Post", 1}}});
    }
    for (std::size_t width = 40; width < 300; ++width) {
        EXPECT_LE(widest(shown("text", response, {.hits = false, .width = width})), width);
    }
    // as many as fit, and never none
    EXPECT_EQ(lines(shown("text", response, {.hits = false, .width = 1})).size(), 58U);
    EXPECT_EQ(lines(shown("text", response, {.hits = false, .width = 1000})).size(), 7U);
}

TEST(TextStyle, AlignsFacetsInColorAsWithout) {
    Response response{.total = 1};
    Facet empty{.request = {"outlet"}};
    response.facets = {empty, by_speaker(), by_month(), empty, by_speaker()};
    std::string colored = shown("text", response, {.color = true, .hits = false});
    for (const std::string_view escape : {"\x1b[1m", "\x1b[0m"}) {
        for (std::size_t at = colored.find(escape); at != std::string::npos;
             at = colored.find(escape)) {
            colored.erase(at, escape.size());
        }
    }
    std::string plain = shown("text", response, {.hits = false});
    const auto trimmed = [](const std::string& text) {
        std::vector<std::string> all = lines(text);
        for (std::string& line : all) line.erase(line.find_last_not_of(' ') + 1);
        return all;
    };
    EXPECT_EQ(trimmed(colored), trimmed(plain));
}

TEST(Style, IsFoundByItsName) {
    for (const Style& style : styles()) EXPECT_EQ(&find_style(style.name), &style);
    try {
        find_style("xml");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::Usage);
        EXPECT_EQ(error.hint(), "formats are text, json, jsonl, csv, tsv");
    }
}

TEST(HitFields, AreReadFromAList) {
    EXPECT_EQ(parse_hit_fields(""), std::vector<std::string>{});
    EXPECT_EQ(parse_hit_fields("date, Outlet,score"),
              (std::vector<std::string>{"date", "outlet", "score"}));
    for (const char* wrong : {"dat", "date,", ",", "date;id"}) {
        EXPECT_THROW(parse_hit_fields(wrong), Error) << wrong;
    }
    for (const std::string& name : hit_field_names()) hit_field({.article = report()}, name);
}

}  // namespace
}  // namespace lectern
