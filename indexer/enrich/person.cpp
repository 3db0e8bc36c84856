#include "indexer/enrich/person.h"

#include "common/base/strings.h"
#include "indexer/enrich/lexicon.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t most_words = 10;  ///< of ranks, titles and name together
constexpr std::size_t most_name_words = 5;

bool is_rank(const TextWord& word) {
    return word.shape == Shape::Capital && is_listed(rank_words, plain(word));
}

bool is_courtesy(const TextWord& word) {
    return word.shape == Shape::Capital && is_listed(courtesy_words, plain(word));
}

bool is_title(const TextWord& word) {
    return word.shape == Shape::Capital && is_listed(title_words, plain(word));
}

/// `al-Assad`: begins small, but is a name.
bool is_article_name(const TextWord& word) {
    const std::size_t hyphen = word.text.find('-');
    return word.shape == Shape::Small && hyphen != std::string_view::npos && hyphen <= 3 &&
           hyphen + 1 < word.text.size() && is_upper(word.text[hyphen + 1]);
}

bool may_be_in_name(const TextWord& word) {
    if (word.shape == Shape::Capital) return !is_listed(opening_words, plain(word));
    return word.shape == Shape::Small &&
           (is_article_name(word) || is_listed(particle_words, word.text));
}

bool is_initial(const TextWord& word) {
    return word.text.size() == 1 || (word.text.size() == 2 && word.text[1] == '.');
}

/// All in capitals, and longer than initials are: `CNN`, or a name in a headline.
bool is_shouted(const TextWord& word) {
    return word.text.size() > 2 && std::none_of(word.text.begin(), word.text.end(), is_lower) &&
           word.text.find('.') == std::string_view::npos;
}

/// A name of two to five words that is no organization's; headlines' capitals are undone.
std::string name_of(Words words) {
    const auto capitals = std::count_if(words.begin(), words.end(), [](const TextWord& word) {
        return (word.shape == Shape::Capital && !is_initial(word)) || is_article_name(word);
    });
    if (words.size() < 2 || words.size() > most_name_words || capitals < 2) return {};
    const bool organization = std::any_of(words.begin(), words.end(), [](const TextWord& word) {
        return is_listed(no_name_words, plain(word));
    });
    if (organization || words.front().shape == Shape::Number) return {};
    const bool shouted = std::all_of(words.begin(), words.end(), [](const TextWord& word) {
        return is_shouted(word) || is_initial(word);
    });
    std::string name;
    for (const TextWord& word : words) {
        if (!name.empty()) name += ' ';
        name += shouted ? capitalised(word.text) : std::string{word.text};
    }
    return name;
}

/// The ranks that end just before `end`, as printed, without courtesy words.
std::string ranks_before(Words words, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_rank(words[begin - 1]) || is_courtesy(words[begin - 1]))) --begin;
    // The general of an attorney general is no rank.
    if (begin > 0 && is_title(words[begin - 1])) return {};
    std::string ranks;
    for (const TextWord& word : words.subspan(begin, end - begin)) {
        if (is_courtesy(word)) continue;
        if (!ranks.empty()) ranks += ' ';
        ranks += word.text;
    }
    return ranks;
}

/// Parts ranks and titles from the name after them.
std::optional<Person> parted(Words words) {
    while (!words.empty() && words.front().shape == Shape::Small &&
           !is_article_name(words.front())) {
        words = words.subspan(1);
    }
    std::size_t name_begin = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (is_rank(words[i]) || is_courtesy(words[i]) || is_title(words[i])) name_begin = i + 1;
    }
    std::string name = name_of(words.subspan(name_begin));
    if (name.empty()) return {};
    return Person{std::move(name), ranks_before(words, name_begin), words.size()};
}

/// `Kefei Tan, Jr.` is not looked for, but `John Smith Jr.` is a name and no place is.
bool is_after_place_word(Words words, std::size_t begin) {
    if (begin == 0) return false;
    const std::string before = plain(words[begin - 1]);
    return before == "in" || before == "at" || before == "near" || before == "across" ||
           before == "outside" || before == "inside";
}

}  // namespace

std::string plain(const TextWord& word) {
    std::string lower = lower_word(word.text);
    if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
    return lower;
}

std::optional<Person> person_before(Words words) {
    std::size_t begin = words.size();
    while (begin > 0 && words.size() - begin < most_words && may_be_in_name(words[begin - 1]) &&
           !words[begin - 1].possessive) {
        --begin;
    }
    if (is_after_place_word(words, begin)) return {};
    return parted(words.subspan(begin));
}

std::optional<Person> person_after(Words words) {
    std::size_t end = 0;
    while (end < words.size() && end < most_words && may_be_in_name(words[end])) {
        const bool last = words[end].possessive;
        ++end;
        if (last) break;
    }
    while (end > 0 && words[end - 1].shape == Shape::Small && !is_article_name(words[end - 1]))
        --end;
    auto person = parted(words.first(end));
    if (person) person->words = end;
    return person;
}

}  // namespace lectern
