#pragma once
// Answers a query by reading every article from its beginning to its end: no index, no plan. What
// the evaluator is held against.

#include "common/article/article.h"
#include "common/index/stems.h"
#include "common/text/tokenizer.h"
#include "searcher/query/query.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern {

class Oracle {
public:
    /// Those of `gone` are not found, but their words still tell which forms belong together.
    explicit Oracle(std::vector<Article> articles, const std::vector<Article>& gone = {});

    /// The ids that match, with their scores by the formula of BM25.
    std::map<std::string, double> operator()(const Query& query);

    const std::vector<Article>& articles() const { return articles_; }

private:
    using Terms = std::set<std::string>;
    /// A word at each place: any of the terms will do.
    using Row = std::vector<Terms>;

    struct Value {
        std::vector<std::string> words;   ///< parts of hyphenated words singly
        std::vector<std::string> joined;  ///< hyphenated words as one
        double weight{1};                 ///< of an occurrence in it
    };

    using Values =
        std::map<std::string, std::vector<Value>, std::less<>>;  ///< by field; "": all text

    Value read(std::string_view text);
    Values read(const Article& article);
    void count(const Values& values);
    void learn(const Article& article, const Values& values);

    std::optional<double> match(const Query& query, std::size_t at);
    std::optional<double> match_all(const std::vector<Query>& queries, std::size_t at);
    std::optional<double> match_any(const std::vector<Query>& queries, std::size_t at);
    std::optional<double> match_word(const Word& word, std::size_t at);
    std::optional<double> match_phrase(const Phrase& phrase, std::size_t at);
    std::optional<double> match_value(const Word& word, std::size_t at) const;
    std::optional<double> match_row(const std::string& field, const Row& row, std::size_t at) const;

    /// How often the row is in the value; words by their weight, longer rows one by one.
    static double occurrences(const Row& row, const Value& value);
    Terms widened(const Word& word, const std::string& part);
    double rarity(const std::string& field, const Terms& terms) const;
    double saturated(double frequency, std::size_t at) const;

    Tokenizer tokenizer_;
    Stemmer stemmer_;
    std::vector<Article> articles_;
    std::vector<Values> values_;               ///< of each article
    std::map<std::string, Terms> forms_;       ///< by stem
    std::map<std::string, Terms> vocabulary_;  ///< by field
    std::map<std::string, Terms> widened_;     ///< words and their forms, once looked up
    std::map<std::pair<std::string, std::string>, double> articles_with_;  ///< by field and term
    std::vector<double> lengths_;
    double mean_length_{1};
};

}  // namespace lectern
