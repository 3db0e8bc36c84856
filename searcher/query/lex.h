#pragma once
// Cuts the text of a query into words, phrases, field names, operators and parentheses.

#include "common/base/strings.h"
#include "common/schema/field.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

enum class Sign : std::uint8_t { End, Open, Close, And, Or, Not, Minus, Field, Word, Phrase };

struct Lexeme {
    Sign sign{Sign::End};
    Span at;                      ///< all of it, in the text
    std::string_view text;        ///< a word as typed, a phrase between its marks, a field's name
    const Field* field{nullptr};  ///< of Sign::Field: null when no field has that name
    bool complete{true};  ///< false: a phrase without its closing mark, a field without a value
};

/// Reads a text (blanked, see characters.h) from its begin to its end, and then End for ever.
class Lexer {
public:
    /// `text` must outlive the lexer and its lexemes, which view it.
    explicit Lexer(std::string_view text) : text_{text} {}

    Lexeme next();

private:
    void skip_separators();
    bool nothing_at(std::size_t at, const Field* value_of) const;
    bool is_minus(const Field* value_of) const;
    std::size_t field_name_end() const;
    std::size_t word_end() const;
    std::size_t literal_end() const;
    Lexeme taken(Sign sign, std::size_t bytes);
    Lexeme phrase(std::string_view open);
    Lexeme field(std::size_t name_end);
    Lexeme word(const Field* value_of);

    std::string_view text_;
    std::size_t at_{0};
    const Field* value_of_{nullptr};  ///< what comes next is the value of this field
};

}  // namespace lectern
