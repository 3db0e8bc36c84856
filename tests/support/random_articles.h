#pragma once
// Articles made by chance, the same for the same seed: few enough words and names that they meet
// often.

#include "common/article/article.h"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace lectern {

class RandomArticles {
public:
    explicit RandomArticles(unsigned seed) : random_{seed} {}

    /// All fields filled at random, or left empty; no two have the same id.
    Article operator()();
    std::vector<Article> operator()(std::size_t count);

    /// From 0 to `bound` less one.
    std::size_t below(std::size_t bound) { return random_() % bound; }

    /// Words of a small vocabulary, in lower case.
    std::string words(std::size_t count);
    std::string outlet();

private:
    std::mt19937 random_;
    std::size_t made_{0};
};

}  // namespace lectern
