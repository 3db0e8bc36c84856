#include "indexer/enrich/organization.h"

#include "common/base/strings.h"
#include "indexer/enrich/lexicon.h"
#include "indexer/enrich/person.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t most_words = 14;
constexpr std::size_t most_small_words = 4;  ///< in a row: `south-eastern district fire department`

bool is_mark(const TextWord& word, std::string_view mark) {
    return word.shape == Shape::Mark && word.text == mark;
}

bool is_noun(const TextWord& word) {
    return is_listed(organization_nouns, plain(word));
}

bool is_determiner(const TextWord& word) {
    const std::string text = plain(word);
    return text == "the" || text == "a" || text == "an" || text == "its" || text == "his" ||
           text == "her" || text == "their" || text == "another" || text == "one" || text == "our";
}

/// `MND`, `MoD`, `CNA-C`: short, with two capitals at least.
bool is_abbreviation(const TextWord& word) {
    const auto capitals = std::count_if(word.text.begin(), word.text.end(), is_upper);
    return word.text.size() <= 12 && capitals >= 2;
}

bool is_proper(const TextWord& word) {
    return word.shape == Shape::Capital && !is_listed(opening_words, plain(word));
}

/// `the company` is known only to who read on from above, and `presidential` is half a name.
bool is_unclear(Words words) {
    if (words.size() != 1) return false;
    const std::string word = plain(words[0]);
    return is_listed(anaphoric_nouns, word) ||
           (is_listed(organization_adjectives, word) && !is_listed(organization_nouns, word));
}

std::string name_of(std::string_view text, Words words) {
    while (!words.empty() && is_determiner(words.front())) words = words.subspan(1);
    return is_unclear(words) ? std::string{} : phrase(text, words);
}

/// `(MND)` right at the beginning.
bool begins_with_abbreviation(Words words) {
    return words.size() >= 3 && is_mark(words[0], "(") && is_abbreviation(words[1]) &&
           is_mark(words[2], ")");
}

/// `of`, `for`, `and` … that two parts of one name stand around.
bool joins_names(Words words, std::size_t at) {
    if (at == 0 || at + 1 >= words.size()) return false;
    const std::string word = plain(words[at]);
    const bool after_article = plain(words[at + 1]) == "the" && at + 2 < words.size();
    const TextWord& next = after_article ? words[at + 2] : words[at + 1];
    if (word == "of") return is_proper(next) || is_noun(next);
    const bool joins = word == "and" || word == "for" || word == "on" || word == "de" ||
                       word == "del" || word == "du" || word == "des" || word == "della" ||
                       word == "against" || word == "&";
    if (!joins || !is_proper(next) || after_article) return false;
    if (word == "on" || word == "against") return is_noun(words[at - 1]);
    // `and` before a person: `Ministry X and Minister Y`.
    return word != "and" || !is_listed(title_words, plain(next));
}

/// How many small words from the first on lead to the noun of an organization; 0 if none do.
std::size_t small_words_to_noun(Words words) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < words.size() && i < most_small_words; ++i) {
        const std::string word = plain(words[i]);
        if (words[i].shape != Shape::Small || is_listed(opening_words, word) ||
            is_listed(speech_verbs, word) || word == "of" || word == "at") {
            break;
        }
        if (is_listed(organization_nouns, word)) length = i + 1;
    }
    return length;
}

/// How many words a name may begin with at `at`; 0 if none begins there.
std::size_t words_to_begin(Words words, std::size_t at) {
    return is_proper(words[at]) ? 1 : small_words_to_noun(words.subspan(at));
}

/// How many words more a name takes that has come to `at`.
std::size_t words_going_on(Words words, std::size_t at) {
    if (joins_names(words, at)) return plain(words[at + 1]) == "the" ? 2 : 1;
    if (words[at].shape == Shape::Number || is_mark(words[at], "&")) return 1;
    return words_to_begin(words, at);
}

/// The number of words of a name from the first on, determiners included.
std::size_t name_length(Words words) {
    std::size_t at = 0;
    while (at < words.size() && at < 2 && is_determiner(words[at])) ++at;
    const std::size_t begin = at;
    while (at < words.size() && at < most_words) {
        const std::size_t more = at > begin ? words_going_on(words, at) : words_to_begin(words, at);
        if (more == 0) break;
        at += more;
    }
    return at == begin ? 0 : at;
}

/// Whether a word may stand in a name right before `next`, looking from the right.
bool extends_left(Words words, std::size_t at) {
    const TextWord& word = words[at];
    if (is_proper(word)) return true;
    if (word.shape == Shape::Small) {
        const std::string text = plain(word);
        if (is_listed(organization_nouns, text) || is_listed(organization_adjectives, text))
            return true;
        const bool foreign =
            text == "and" && at > 0 && is_listed(organization_adjectives, plain(words[at - 1]));
        return (text == "of" || foreign) && at > 0 && at + 1 < words.size() &&
               (is_proper(words[at - 1]) || is_noun(words[at - 1])) && is_proper(words[at + 1]);
    }
    return is_mark(word, "&") && at > 0 && is_proper(words[at - 1]);
}

}  // namespace

Organization organization_before(std::string_view text, Words words) {
    Organization organization;
    std::size_t end = words.size();
    if (end >= 3 && begins_with_abbreviation(words.subspan(end - 3))) {
        organization.abbreviation = words[end - 2].text;
        end -= 3;
    }
    std::size_t begin = end;
    while (begin > 0 && end - begin < most_words && extends_left(words, begin - 1)) --begin;
    if (begin == end) return {};
    organization.name = name_of(text, words.subspan(begin, end - begin));
    organization.words = words.size() - begin;
    return organization;
}

Organization organization_after(std::string_view text, Words words) {
    Organization organization;
    const std::size_t length = name_length(words);
    if (length == 0) return organization;
    organization.name = name_of(text, words.first(length));
    organization.words = length;
    if (begins_with_abbreviation(words.subspan(length))) {
        organization.abbreviation = words[length + 1].text;
        organization.words += 3;
    }
    return organization;
}

}  // namespace lectern
