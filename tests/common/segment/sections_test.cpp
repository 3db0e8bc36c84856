#include "common/segment/sections.h"

#include "common/base/error.h"
#include "tests/support/damage.h"
#include "tests/support/sections.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace lectern {
namespace {

TEST(Sections, ComeBackAlignedAndInOrder) {
    const TemporarySections sections{[](SectionWriter& out) {
        out.begin("one");
        out.write("abc");
        EXPECT_EQ(out.section_bytes(), 3U);
        out.begin("none");
        EXPECT_EQ(out.section_bytes(), 0U);
        out.begin("two");
        out.write(std::string(300000, 'x'));
        out.write("y");
    }};
    EXPECT_EQ(sections["one"], "abc");
    EXPECT_EQ(sections["none"], "");
    EXPECT_EQ(sections["absent"], "");
    EXPECT_EQ(sections["two"], std::string(300000, 'x') + "y");
    std::vector<std::string> names;
    for (const SectionFile::Entry& entry : sections.file().sections()) {
        names.emplace_back(entry.name);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(entry.bytes.data()) % 8, 0U) << entry.name;
    }
    EXPECT_EQ(names, (std::vector<std::string>{"one", "none", "two"}));
    EXPECT_EQ(sections.sha256(), sha256_of_file(sections.path()));
}

TEST(Sections, AFileOfNoneIsWhole) {
    const TemporarySections sections{[](SectionWriter&) {}};
    EXPECT_TRUE(sections.file().sections().empty());
}

TEST(Sections, DamageIsRefusedOrHarmless) {
    const TemporarySections sections{[](SectionWriter& out) {
        for (const char* name : {"first", "second", "third"}) {
            out.begin(name);
            out.write(std::string(11, name[0]));
        }
    }};
    const std::string whole = read_file(sections.path()).value();
    const TemporaryFolder folder;
    std::size_t refused = 0;
    damage(whole, [&](std::string_view damaged, const std::string& what) {
        const std::string path = folder.write("store", damaged);
        try {
            const SectionFile file{path};
            std::size_t bytes = 0;
            for (const SectionFile::Entry& entry : file.sections()) {
                bytes += entry.bytes.size() + entry.name.size();
                EXPECT_EQ(reinterpret_cast<std::uintptr_t>(entry.bytes.data()) % 8, 0U) << what;
            }
            EXPECT_EQ(damaged.size(), whole.size()) << what << ": a part passed for the whole";
            EXPECT_LE(bytes, 3 * whole.size()) << what;
        } catch (const Error& error) {
            ++refused;
            EXPECT_EQ(error.fault(), Fault::Damaged) << what;
            EXPECT_NE(std::string{error.what()}.find(path), std::string::npos) << error.what();
        }
    });
    EXPECT_GT(refused, whole.size());  // every part of it, and more
}

}  // namespace
}  // namespace lectern
