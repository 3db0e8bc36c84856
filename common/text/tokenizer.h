#pragma once
// Cuts text into words and folds them to terms: one analysis for indexing, queries and snippets.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lectern {

struct Token {
    std::string_view term;   ///< folded; at most max_token_bytes, never empty, no NUL
    std::uint32_t position;  ///< of the word, from 0; parts of a hyphenated word count singly
    std::uint32_t begin;     ///< bytes in the text, half open: the word as printed
    std::uint32_t end;
    bool joined;    ///< the whole of a hyphenated word, written together (`covid19` of `COVID-19`);
                    ///< it comes right before its first part and has that part's position
    bool ordinary;  ///< begins with a lower-case letter: no proper noun, may be stemmed
};

/// Longer words are cut here, at a character, in the index and in queries alike.
inline constexpr std::size_t max_token_bytes = 120;

/// Cuts text at Unicode word boundaries (UAX #29), with ICU's dictionary for Chinese, Japanese and
/// Thai. Not safe to share between threads: keep one a thread. Text in Latin, Greek and Cyrillic
/// letters without combining marks never touches ICU's break iterator; the first in a process loads
/// ICU's data, about 3 ms.
class Tokenizer {
public:
    Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    ~Tokenizer();

    /// The words of `text` (shorter than 4 GiB), in order. Ill-formed UTF-8 cuts like U+FFFD and is
    /// no error. The tokens, and the terms they view, live until the next call.
    std::span<const Token> operator()(std::string_view text);

    /// The same by ICU alone, without the fast path: what the fast path is tested against.
    std::span<const Token> by_icu(std::string_view text);

    /// Changes whenever the terms of some text change.
    static std::string_view fingerprint();

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

/// A whole value folded as its words are, for terms of keyword fields: case, accents, apostrophes,
/// inner white space to single spaces; punctuation is kept. `China’s MND` becomes `china's mnd`.
std::string folded_value(std::string_view text);

}  // namespace lectern
