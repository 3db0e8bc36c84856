#include "common/base/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace lectern {
namespace {

// FIPS 180-4's own examples.
TEST(Hash, IsSha256) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, PiecesAreAsTheWholeAndItStartsAnew) {
    Sha256 hash;
    for (const char c : std::string_view{"abc"}) hash.add({&c, 1});
    EXPECT_EQ(hash.hex(), sha256_hex("abc"));
    EXPECT_EQ(hash.hex(), sha256_hex(""));
    hash.add("abc");
    Sha256 moved{std::move(hash)};
    EXPECT_EQ(moved.hex(), sha256_hex("abc"));
}

TEST(Hash, ContentHashIsTheFirst64Bits) {
    EXPECT_EQ(content_hash("abc"), 0xBA7816BF8F01CFEAU);
}

TEST(Hash, ShortNamesAreShortAndDiffer) {
    std::set<std::string> names;
    for (int i = 0; i < 1000; ++i) names.insert(short_name(std::to_string(i)));
    EXPECT_EQ(names.size(), 1000U);
    for (const std::string& name : names) {
        EXPECT_EQ(name.size(), 12U);
        EXPECT_EQ(name.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos)
            << name;
    }
}

}  // namespace
}  // namespace lectern
