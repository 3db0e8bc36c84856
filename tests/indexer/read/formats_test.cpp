#include "indexer/read/format.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern {
namespace {

struct Row {
    const char* path;
    std::string head;
    const char* format;
};

TEST(Formats, AreToldBySuffixThenByContent) {
    const auto rows = std::to_array<Row>({
        {"a/b.txt", R"({"title":"x"})", "text"},
        {"a/B.TXT", "", "text"},
        {"b.text", "x", "text"},
        {"feed.jsonl", "not JSON at all", "jsonl"},
        {"feed.ndjson", "", "jsonl"},
        {"feed.json", "{\"title\":\"x\"}\n{\"title\":\"y\"}\n", "jsonl"},
        {"feed.json", "{\n  \"title\": \"x\"\n}", ""},
        {"feed.json", "[1,2]", ""},
        {"feed", R"({"title":"x"})", "jsonl"},
        {"feed", " {\"a very long line that the head cuts", "jsonl"},
        {"README", "Some text\n\nmore", "text"},
        {".hidden", "Some text", "text"},
        {"dir.d/README", "Some text", "text"},
        {"half", "cut within a chara\xC3", "text"},
        {"binary", std::string("a\0b", 3), ""},
        {"latin", "caf\xE9 au lait and more", ""},
        {"empty", "", ""},
        {"page.html", "<html>", ""},
        {"scan.pdf", "Some text", ""},
        {"photo.jpg", "Some text", ""},
    });
    for (const Row& row : rows) {
        const Format* const format = format_of(row.path, row.head);
        EXPECT_EQ(format == nullptr ? "" : format->name, row.format)
            << row.path << ": " << row.head;
    }
}

TEST(Formats, AreFoundByName) {
    for (const Format& format : formats()) EXPECT_EQ(find_format(format.name), &format);
    EXPECT_EQ(find_format("docx"), nullptr);
    EXPECT_TRUE(find_format("jsonl")->records);
    EXPECT_FALSE(find_format("text")->records);
}

}  // namespace
}  // namespace lectern
