#include "common/index/manifest.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/base/json.h"
#include "tests/support/temporary.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

Manifest small_manifest() {
    Manifest manifest{.uuid = "u-1", .revision = 41, .schema = program_schema(), .next_name = 9};
    manifest.catalogue = {"catalogue-0", 123, ""};
    manifest.segments = {
        {.name = "3",
         .articles = 100,
         .dead = 7,
         .words = 5000000000,
         .text_bytes = 77,
         .languages = 5,
         .postings = {"postings", 16384, "aa"},
         .store = {"store", 4096, "bb"},
         .dead_list = FileEntry{"dead-40", 9, "cc"}},
        {.name = "8", .articles = 2, .postings = {"postings", 1, "d"}, .store = {"store", 2, "e"}}};
    return manifest;
}

/// The manifest as one text, for comparing.
std::string text_of(const Manifest& manifest) {
    const TemporaryFolder folder;
    write_manifest(folder.path(), manifest);
    return read_file(folder / "current").value();
}

TEST(Manifest, ComesBackWhole) {
    const TemporaryFolder folder;
    EXPECT_FALSE(read_manifest(folder.path()));
    EXPECT_FALSE(read_manifest(folder / "absent"));
    const Manifest manifest = small_manifest();
    write_manifest(folder.path(), manifest);
    const auto back = read_manifest(folder.path());
    ASSERT_TRUE(back);
    EXPECT_EQ(text_of(*back), text_of(manifest));
    ASSERT_EQ(back->segments.size(), 2U);
    EXPECT_EQ(back->segments[0].words, 5000000000U);
    EXPECT_EQ(back->segments[0].dead_list->name, "dead-40");
    EXPECT_FALSE(back->segments[1].dead_list);
    EXPECT_EQ(back->living(), 95U);
    EXPECT_EQ(back->words(), 5000000000U);
    EXPECT_EQ(segment_folder("/x", back->segments[1]), "/x/segments/8");
}

/// Nothing if `bytes` are read as what they were before; else the fault.
std::optional<Fault> fault_of(const std::string& bytes, const std::string& whole) {
    const TemporaryFolder folder;
    folder.write("current", bytes);
    try {
        const auto manifest = read_manifest(folder.path());
        EXPECT_TRUE(manifest);
        EXPECT_EQ(text_of(*manifest), whole);
        return std::nullopt;
    } catch (const Error& error) {
        EXPECT_FALSE(error.hint().empty());
        return error.fault();
    }
}

TEST(Manifest, EveryChangedByteIsFoundOrMeansNothing) {
    const std::string whole = text_of(small_manifest());
    std::size_t harmless = 0;
    std::string bytes = whole;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            bytes[at] = static_cast<char>(static_cast<unsigned char>(whole[at]) ^ (1U << bit));
            const auto fault = fault_of(bytes, whole);
            if (!fault) ++harmless;
            ASSERT_EQ(fault.value_or(Fault::Damaged), Fault::Damaged) << at << ' ' << bit;
        }
        bytes[at] = whole[at];
    }
    // only white space between the members can change without a meaning
    const auto blanks =
        std::count_if(whole.begin(), whole.end(), [](char c) { return c == ' ' || c == '\n'; });
    EXPECT_LE(harmless, static_cast<std::size_t>(blanks) * 2);
}

TEST(Manifest, EveryCutIsFound) {
    const std::string whole = text_of(small_manifest());
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        ASSERT_EQ(fault_of(whole.substr(0, length), whole), Fault::Damaged) << length;
    }
}

TEST(Manifest, OtherSchemasAndFormatsAreRefusedWithAWayOut) {
    Manifest other = small_manifest();
    other.schema = "another";
    EXPECT_EQ(fault_of(text_of(other), ""), Fault::OtherSchema);

    Json later = Json::parse(text_of(small_manifest()));
    later["format"] = "lectern index 2";
    later.erase("seal");
    later["seal"] = short_name(later.dump());
    EXPECT_EQ(fault_of(later.dump(), ""), Fault::OtherSchema);
}

TEST(Manifest, HostileTextsAreDamage) {
    for (const std::string& text :
         {std::string{}, std::string{"null"}, std::string{"[]"}, std::string{"{}"},
          std::string(1000000, '['), std::string(100, '\0'), std::string{R"({"seal":1})"},
          std::string{R"({"seal":"x","format":{}})"}}) {
        EXPECT_EQ(fault_of(text, ""), Fault::Damaged) << text.substr(0, 20);
    }
}

}  // namespace
}  // namespace lectern
