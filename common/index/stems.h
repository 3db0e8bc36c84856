#pragma once
// Which word forms are found together. Postings are kept of words as written; a segment's table of
// stems says which of its ordinary words share a stem, and a query looks for all of them. So stems
// cost nothing at a word's indexing, and names, which are never written in lower case, are never
// conflated.

#include "common/segment/table.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Snowball stemmers by language. Not safe to share between threads.
class Stemmer {
public:
    Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    ~Stemmer();

    /// The place in languages() of an article's language: English if it does not say, and nothing
    /// (-1) where there is no stemmer for it.
    static int language_index(std::string_view language);
    /// Those with a stemmer, as `en`, at most 32 of them.
    static std::span<const std::string_view> languages();

    /// The key under which the table of stems keeps the forms of a folded word: `en:relat`.
    std::string key(std::string_view word, int language);

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

/// Whether a folded word may have a stem at all: letters, no digits.
bool may_be_stemmed(std::string_view word);

/// The value of a table of stems: the forms, in byte order.
std::string encoded_forms(const std::vector<std::string>& forms);
std::vector<std::string> decoded_forms(std::string_view value);

}  // namespace lectern
