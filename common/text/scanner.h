#pragma once
// The fast path: cuts text of simple letters (Latin, Greek, Cyrillic …) into words without ICU's
// break iterator. UAX #29 comes down to a few rules between neighbours there.

#include "common/base/strings.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/token_list.h"
#include "common/text/word_cutter.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

/// Where the next stretches of text are that the fast path cuts, and those after them that it
/// cannot. A stretch lies between ASCII white space, where UAX #29 always cuts.
struct Stretches {
    Span simple;
    Span other;  ///< begins at the end of `simple`
};

Stretches next_stretches(std::string_view text, std::size_t begin);

class Scanner {
public:
    Scanner(std::string_view text, TokenList& tokens, WordCutter& cutter)
        : text_{text}, tokens_{tokens}, cutter_{cutter} {}

    /// Adds the words of simple stretches.
    void operator()(Span simple);

private:
    enum class Kind : std::uint8_t { Letter, Digit, Underscore, MidWord, MidNumber, None };

    struct Step {
        Kind kind;
        std::size_t bytes;
    };

    Step step_at(std::size_t at) const;
    bool joins(Kind before, std::size_t joint, Step step) const;
    std::size_t plain_word(std::size_t begin);
    std::size_t lettered_word(std::size_t begin);
    std::size_t any_word(std::size_t begin);
    bool goes_on(std::size_t at) const;

    void add(const Printed& word, std::string_view term) {
        if (term.size() == 1 && term[0] == 's' && apostrophe_before(text_, word.begin) != 0) return;
        tokens_.add(word, term);
    }

    std::string_view text_;
    std::size_t end_{0};
    TokenList& tokens_;
    WordCutter& cutter_;
    const TwoByteTable& two_bytes_{TwoByteTable::instance()};
};

}  // namespace lectern
