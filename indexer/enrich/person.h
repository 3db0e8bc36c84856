#pragma once
// A name as English writes it, with the ranks and titles before it.

#include "indexer/enrich/words.h"

#include <optional>
#include <string>

namespace lectern {

struct Person {
    std::string name;   ///< `Tan Kefei`
    std::string rank;   ///< `Senior Colonel`; empty if none
    std::size_t words;  ///< how many of the words looked at are the person
};

/// The person whose name ends with the last of `words`: two words at least.
std::optional<Person> person_before(Words words);

/// The person whose rank or name begins with the first of `words`.
std::optional<Person> person_after(Words words);

/// A word's text in lower case without the dot of an abbreviation.
std::string plain(const TextWord& word);

}  // namespace lectern
