#include "indexer/enrich/words.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/enrich/lexicon.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t longest_word = 60;

bool is_latin_letter(char32_t code) {
    if (code < 0x80) return is_letter(static_cast<char>(code));
    return (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) ||
           (code >= 0x1E00 && code <= 0x1EFF) || (code >= 0x300 && code <= 0x36F);
}

bool is_apostrophe(char32_t code) {
    return code == '\'' || code == 0x2019;
}

bool is_joiner(char32_t code) {
    return is_apostrophe(code) || code == '-' || code == 0x2010 || code == 0x2011;
}

/// Where the letters, and the joiners between two of them, that begin at `at` end.
std::size_t letters_end(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + longest_word);
    while (at < limit) {
        if (is_letter(text[at]) || is_digit(text[at])) {
            ++at;
            continue;
        }
        const Character character = character_at(text, at);
        const Character next = character_at(text, at + character.bytes);
        const bool inner = is_joiner(character.code) && is_latin_letter(next.code);
        if (!is_latin_letter(character.code) && !inner) break;
        at += character.bytes;
    }
    return at;
}

void cut_possessive(TextWord& word, std::string_view text) {
    for (const std::string_view ending : {"'s", "’s", "'S", "’S"}) {
        if (word.text.size() > ending.size() &&
            word.text.substr(word.text.size() - ending.size()) == ending) {
            word.text.remove_suffix(ending.size());
            word.possessive = true;
            return;
        }
    }
    const Character next = character_at(text, word.end);
    const Character after = character_at(text, word.end + next.bytes);
    if (word.text.back() == 's' && is_apostrophe(next.code) && after.code == ' ') {
        word.possessive = true;
        word.end += next.bytes;
    }
}

/// The end of a word, with the dots of `U.S.`, `J.` and `Gen.`.
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t limit) {
    std::size_t end = letters_end(text, begin);
    if (end - begin > 1) {
        const bool dotted = end < limit && text[end] == '.' &&
                            is_listed(dotted_words, lower_word(text.substr(begin, end - begin)));
        return dotted ? end + 1 : end;
    }
    while (end < limit && text[end] == '.') {
        ++end;
        const bool letter = letters_end(text, end) == end + 1;
        if (!letter || end + 1 >= limit || text[end + 1] != '.') break;
        ++end;
    }
    return end;
}

TextWord word_at(std::string_view text, std::size_t begin, std::size_t limit) {
    const std::size_t end = word_end(text, begin, limit);
    TextWord word;
    word.text = text.substr(begin, end - begin);
    word.begin = begin;
    word.end = end;
    const char32_t first = character_at(text, begin).code;
    word.shape = lower_letter(first) != first ? Shape::Capital : Shape::Small;
    cut_possessive(word, text);
    return word;
}

TextWord number_at(std::string_view text, std::size_t begin, std::size_t limit) {
    std::size_t end = begin;
    while (end < limit && (is_digit(text[end]) || is_letter(text[end]))) ++end;
    return {text.substr(begin, end - begin), begin, end, Shape::Number, false};
}

/// Whether the line that ends at `at` is as long as lines that are wrapped: the next one goes on.
bool ends_wrapped_line(std::string_view text, std::size_t at) {
    constexpr std::size_t shortest = 45;
    return at >= shortest &&
           text.substr(at - shortest, shortest).find('\n') == std::string_view::npos;
}

/// Steps over white space at `at`; the end of a paragraph or of a short line is a mark of its own.
std::size_t skip_space(std::string_view text,
                       std::size_t at,
                       std::size_t end,
                       std::vector<TextWord>& words) {
    const std::size_t begin = at;
    std::size_t newlines = 0;
    while (at < end && is_space(text[at])) newlines += text[at++] == '\n' ? 1U : 0U;
    const bool ends = newlines > 1 || (newlines == 1 && !ends_wrapped_line(text, begin));
    if (ends) words.push_back({"\n", begin, at, Shape::Mark, false});
    return at;
}

}  // namespace

std::vector<TextWord> words_between(std::string_view text, std::size_t begin, std::size_t end) {
    end = std::min(end, text.size());
    while (begin > 0 && begin < end && !is_space(text[begin - 1])) ++begin;
    std::vector<TextWord> words;
    words.reserve((end - std::min(begin, end)) / 4);
    for (std::size_t at = begin; at < end;) {
        at = skip_space(text, at, end, words);
        if (at >= end) break;
        const Character character = character_at(text, at);
        TextWord word;
        if (is_latin_letter(character.code)) {
            word = word_at(text, at, end);
        } else if (is_digit(text[at])) {
            word = number_at(text, at, end);
        } else {
            word = {text.substr(at, character.bytes), at, at + character.bytes, Shape::Mark, false};
        }
        at = word.end;
        words.push_back(word);
    }
    return words;
}

std::string phrase(std::string_view text, Words words) {
    if (words.empty()) return {};
    const std::size_t begin = words.front().begin;
    const TextWord& last = words.back();
    const std::size_t end = last.possessive ? last.begin + last.text.size() : last.end;
    std::string phrase;
    for (const char c : text.substr(begin, end - begin)) {
        const bool space = is_space(c);
        if (!space) phrase += c;
        if (space && !phrase.empty() && phrase.back() != ' ') phrase += ' ';
    }
    return phrase;
}

char32_t lower_letter(char32_t code) {
    if (code >= 'A' && code <= 'Z') return code + 32;
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
    const bool odd_first = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    const bool pairs = (code >= 0x100 && code <= 0x17F && code != 0x130 && code != 0x138 &&
                        code != 0x149 && code != 0x178 && code != 0x17F) ||
                       (code >= 0x1E00 && code <= 0x1EFF);
    return pairs && (code % 2 == 1) == odd_first ? code + 1 : code;
}

std::string lower_word(std::string_view word) {
    if (std::all_of(word.begin(), word.end(), is_ascii)) return ascii_lower(word);
    std::string lower;
    lower.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        at += character.bytes;
        append_utf8(lower, lower_letter(character.code));
    }
    return lower;
}

std::string capitalised(std::string_view word) {
    std::string text;
    bool first = true;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        at += character.bytes;
        append_utf8(text, first ? character.code : lower_letter(character.code));
        first = !is_latin_letter(character.code);
    }
    return text;
}

}  // namespace lectern
