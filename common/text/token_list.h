#pragma once
// Collects the tokens of a text: holds their terms, numbers the words, writes hyphenated words
// together.

#include "common/base/strings.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/tokenizer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace lectern {

/// A word where it stands in the text.
struct Printed {
    std::size_t begin;
    std::size_t end;
    bool ordinary;
};

class TokenList {
public:
    /// Forgets all tokens and takes those of `text`, which must outlive them being added.
    void start(std::string_view text);

    /// fold_room bytes to write the next term into; it stays the same until one is added.
    char* room() {
        if (left_ < fold_room) next_chunk();
        return cursor_;
    }

    /// Adds a word whose term, not empty, has been written at room().
    void add(const Printed& word, std::string_view term) {
        const auto used = static_cast<std::size_t>(term.data() + term.size() - cursor_);
        cursor_ += used;
        left_ -= used;
        const bool after_hyphen = word.begin > 0 && may_end_hyphen(text_[word.begin - 1]) &&
                                  continues_hyphenated(word.begin);
        if (!after_hyphen) {
            if (parts_ > 1) finish();
            parts_ = 0;
        }
        ++parts_;
        tokens_.push_back({.term = term,
                           .position = position_++,
                           .begin = static_cast<std::uint32_t>(word.begin),
                           .end = static_cast<std::uint32_t>(word.end),
                           .joined = false,
                           .ordinary = word.ordinary});
    }

    /// Ends the hyphenated word that was being added, if one was.
    void finish();

    std::span<const Token> tokens() const { return tokens_; }

private:
    static constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;

    static constexpr bool may_end_hyphen(char c) { return c == '-' || !is_ascii(c); }

    bool continues_hyphenated(std::size_t begin) const;
    void next_chunk();

    std::string_view text_;
    std::vector<Token> tokens_;
    std::uint32_t position_{0};
    std::size_t parts_{0};  // of the hyphenated word at the end of tokens_
    std::deque<std::array<char, chunk_bytes>> chunks_;
    std::size_t chunks_used_{0};
    char* cursor_{nullptr};
    std::size_t left_{0};
};

}  // namespace lectern
