#pragma once
// Cuts a word as Unicode sees it (UAX #29) into the words that are searched for: `lectern.org` is
// two, `U.S.` is one, `1,200` is one.

#include "common/base/strings.h"
#include "common/text/fold.h"
#include "common/text/token_list.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern {

class WordCutter {
public:
    /// Adds the words within `word` of `text` to `tokens`; none if it has no letter and no digit.
    void operator()(std::string_view text, Span word, TokenList& tokens);

private:
    enum class Kind : std::uint8_t { Letter, Digit, Period, Apostrophe, Comma, Group, Cut };

    struct Unit {
        std::size_t at;
        Kind kind;
    };

    struct Range {
        std::size_t first;
        std::size_t last;
    };

    static Kind kind_of(char32_t code);
    void read_units(std::string_view text, Span word);
    void settle_numbers();
    std::size_t settle_number(std::size_t first);
    bool is_acronym(std::string_view text, Range units) const;
    bool stays(std::size_t unit, Range within, Periods periods) const;
    void cut(std::string_view text, Range units, TokenList& tokens);

    std::vector<Unit> units_;  // the characters of the word but marks, and one Cut at its end
};

}  // namespace lectern
