#pragma once
// A written moment, cut into digits, words and other characters, and a cursor over them.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// The number that `digits`, at most 9 of them, stand for.
int value_of(std::string_view digits);

/// What reads moves the cursor on only when it succeeds. The views given live as long as this.
class MomentWords {
public:
    /// Letters in lower case, full-width forms and typographic blanks as their ASCII counterparts.
    explicit MomentWords(std::string_view text);

    bool too_many() const;

    bool at_end() const { return at_ >= words_.size(); }

    std::size_t place() const { return at_; }

    void return_to(std::size_t place) { at_ = place; }

    /// What comes next; empty at the end.
    std::string_view peek() const;

    bool accept(std::string_view text);

    /// Accepts `characters`, be they one word (`utc`) or each one of its own (`下午`).
    bool accept_each(std::string_view characters);
    bool accept_any(std::initializer_list<std::string_view> texts);

    /// The digits that come next, if there are `least` to `most` of them.
    std::optional<std::string_view> digits(std::size_t least, std::size_t most);
    std::optional<int> number(std::size_t least, std::size_t most);

    /// The letters that come next, if any.
    std::string_view letters();

    void skip_spaces();

    /// Skips what may stand between a date and a time: blanks, commas, bars, `at`.
    void skip_between();

private:
    struct Word {
        std::string text;  ///< digits, lower-case letters, or one other character
        bool number;
        bool letters;
    };

    std::vector<Word> words_;
    std::size_t at_{0};
};

}  // namespace lectern
