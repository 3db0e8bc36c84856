#include "indexer/write/vocabulary.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(Vocabulary, GivesEachTermOneNumberForEver) {
    Vocabulary vocabulary;
    std::vector<std::string> terms{"", "a", std::string(1, '\0'), std::string(2, '\0')};
    for (int i = 0; i < 100000; ++i) terms.push_back("term" + std::to_string(i));
    terms.insert(terms.begin() + 1000, std::string(5U << 20U, 'x'));  // longer than any block
    for (std::size_t i = 0; i < terms.size(); ++i) ASSERT_EQ(vocabulary.id(terms[i]), i);
    for (std::size_t i = terms.size(); i-- > 0;) {
        ASSERT_EQ(vocabulary.id(terms[i]), i);
        ASSERT_EQ(vocabulary[static_cast<TermId>(i)].term, terms[i]);
    }
    EXPECT_EQ(vocabulary.size(), terms.size());
}

}  // namespace
}  // namespace lectern
