#include "common/index/stems.h"

#include "tests/support/damage.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(Stems, FormsOfAWordShareAKey) {
    Stemmer stemmer;
    const int english = Stemmer::language_index("en");
    EXPECT_EQ(stemmer.key("relations", english), stemmer.key("related", english));
    EXPECT_EQ(stemmer.key("relations", english), "en:relat");
    EXPECT_NE(stemmer.key("trade", english), stemmer.key("war", english));
    EXPECT_NE(stemmer.key("die", english), stemmer.key("die", Stemmer::language_index("de")));
}

TEST(Stems, LanguagesAreKnownByTheirPrimaryTag) {
    EXPECT_EQ(Stemmer::language_index(""), Stemmer::language_index("en"));
    EXPECT_EQ(Stemmer::language_index("en-gb"), Stemmer::language_index("en"));
    EXPECT_EQ(Stemmer::language_index("zh"), -1);
    EXPECT_EQ(Stemmer::language_index("e"), -1);
    Stemmer stemmer;
    for (std::size_t i = 0; i < Stemmer::languages().size(); ++i) {
        const std::string_view language = Stemmer::languages()[i];
        ASSERT_EQ(Stemmer::language_index(language), static_cast<int>(i)) << language;
        ASSERT_EQ(stemmer.key("a", static_cast<int>(i)).substr(0, 3), std::string{language} + ':');
    }
}

TEST(Stems, WordsWithDigitsHaveNone) {
    EXPECT_TRUE(may_be_stemmed("relations"));
    EXPECT_FALSE(may_be_stemmed("covid19"));
    EXPECT_FALSE(may_be_stemmed("2020"));
}

TEST(Stems, FormsComeBack) {
    const std::vector<std::string> forms{"", "relate", "relations", std::string(300, 'x')};
    EXPECT_EQ(decoded_forms(encoded_forms(forms)), forms);
    EXPECT_TRUE(decoded_forms(encoded_forms({})).empty());
    damage(encoded_forms(forms), [](std::string_view damaged, const std::string& what) {
        std::size_t bytes = 0;
        for (const std::string& form : decoded_forms(damaged)) bytes += form.size();
        ASSERT_LE(bytes, damaged.size()) << what;
    });
}

}  // namespace
}  // namespace lectern
