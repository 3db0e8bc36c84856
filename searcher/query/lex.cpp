#include "searcher/query/lex.h"

#include "common/base/utf8.h"
#include "searcher/query/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lectern {
namespace {

struct Quotes {
    std::string_view open;
    std::string_view close;
};

// Single quotes are apostrophes, so they are not here.
constexpr auto quotes = std::to_array<Quotes>({{"\"", "\""},
                                               {"“", "”"},
                                               {"”", "”"},
                                               {"„", "“"},
                                               {"„", "”"},
                                               {"«", "»"},
                                               {"»", "«"},
                                               {"「", "」"},
                                               {"『", "』"}});

/// The quotation mark `text` begins with, or nothing.
std::string_view quote_at(std::string_view text) {
    const auto* const found = std::find_if(quotes.begin(), quotes.end(), [&](const Quotes& pair) {
        return text.starts_with(pair.open);
    });
    return found == quotes.end() ? std::string_view{} : found->open;
}

/// Where in `text` a phrase ends that `open` began, and how long its closing mark is; 0 for none.
std::pair<std::size_t, std::size_t> phrase_end(std::string_view text, std::string_view open) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const Quotes& pair : quotes) {
            const bool closes = pair.open == open && text.substr(at).starts_with(pair.close);
            if (closes) return {at, pair.close.size()};
        }
    }
    return {text.size(), 0};
}

constexpr char32_t wide_open = 0xFF08;
constexpr char32_t wide_close = 0xFF09;

bool is_open(char32_t code) {
    return code == '(' || code == wide_open;
}

bool is_close(char32_t code) {
    return code == ')' || code == wide_close;
}

std::size_t colon_bytes(std::string_view text) {
    if (text.starts_with(':')) return 1;
    return text.starts_with("：") ? std::string_view{"："}.size() : 0;
}

/// Values of such a field are taken as they stand: they may hold parentheses, begin with `-` or
/// `=`.
bool is_literal(const Field* field) {
    return field != nullptr && field->kind == Kind::Exact;
}

Sign sign_of(std::string_view word) {
    if (word == "AND") return Sign::And;
    if (word == "OR") return Sign::Or;
    return word == "NOT" ? Sign::Not : Sign::Word;
}

}  // namespace

Lexeme Lexer::next() {
    const Field* const value_of = std::exchange(value_of_, nullptr);
    if (value_of == nullptr) skip_separators();
    const Character character = character_at(text_, at_);
    if (character.bytes == 0) return taken(Sign::End, 0);
    if (is_open(character.code)) return taken(Sign::Open, character.bytes);
    if (is_close(character.code)) return taken(Sign::Close, character.bytes);
    const std::string_view quote = quote_at(text_.substr(at_));
    if (!quote.empty()) return phrase(quote);
    if (is_minus(value_of)) {
        value_of_ = value_of;
        return taken(Sign::Minus, 1);
    }
    const std::size_t name_end = value_of == nullptr ? field_name_end() : at_;
    return name_end > at_ ? field(name_end) : word(value_of);
}

Lexeme Lexer::taken(Sign sign, std::size_t bytes) {
    const Span at{at_, at_ + bytes};
    at_ += bytes;
    return {sign, at, text_.substr(at.begin, bytes)};
}

void Lexer::skip_separators() {
    while (at_ < text_.size()) {
        const Character character = character_at(text_, at_);
        if (!is_separator(character.code)) return;
        at_ += character.bytes;
    }
}

/// Whether no word, phrase or group, as a value of that field, can begin at `at`.
bool Lexer::nothing_at(std::size_t at, const Field* value_of) const {
    const Character character = character_at(text_, at);
    if (character.bytes == 0 || is_close(character.code)) return true;
    return is_literal(value_of) ? is_blank(character.code) : is_separator(character.code);
}

/// Right before a word, quote or parenthesis; `--x` is no double negation but a dash.
bool Lexer::is_minus(const Field* value_of) const {
    if (is_literal(value_of) || text_[at_] != '-' || text_.substr(at_ + 1).starts_with('-')) {
        return false;
    }
    return !nothing_at(at_ + 1, value_of);
}

/// The end of the name of a field that begins here, or here. `12:30`, `http://x`, `Q:x` have none;
/// a name nobody knows must have a value: `Beijing: a city` has none either.
std::size_t Lexer::field_name_end() const {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::size_t colon = colon_bytes(text_.substr(end));
    if (end == at_ || colon == 0) return at_;
    if (find_field(ascii_lower(text_.substr(at_, end - at_))) != nullptr) return end;
    const bool address = text_.substr(end + colon).starts_with("//");
    return end - at_ == 1 || address || nothing_at(end + colon, nullptr) ? at_ : end;
}

Lexeme Lexer::field(std::size_t name_end) {
    Lexeme lexeme = taken(Sign::Field, name_end - at_);
    at_ += colon_bytes(text_.substr(at_));
    lexeme.at.end = at_;
    lexeme.field = find_field(ascii_lower(lexeme.text));
    lexeme.complete = !nothing_at(at_, lexeme.field);
    if (lexeme.complete) value_of_ = lexeme.field;
    return lexeme;
}

Lexeme Lexer::phrase(std::string_view open) {
    const std::size_t begin = at_ + open.size();
    const auto [length, close] = phrase_end(text_.substr(begin), open);
    Lexeme lexeme = taken(Sign::Phrase, open.size() + length + close);
    lexeme.text = text_.substr(begin, length);
    lexeme.complete = close > 0;
    return lexeme;
}

Lexeme Lexer::word(const Field* value_of) {
    const std::size_t end = is_literal(value_of) ? literal_end() : word_end();
    Lexeme lexeme = taken(Sign::Word, end - at_);
    if (value_of == nullptr) lexeme.sign = sign_of(lexeme.text);
    return lexeme;
}

std::size_t Lexer::word_end() const {
    std::size_t end = at_;
    while (end < text_.size()) {
        const Character character = character_at(text_, end);
        const bool part = !is_separator(character.code) && !is_open(character.code) &&
                          !is_close(character.code) && quote_at(text_.substr(end)).empty();
        if (!part) return end;
        end += character.bytes;
    }
    return end;
}

/// The end of a path, address or id that begins here: parentheses belong to it when they pair.
std::size_t Lexer::literal_end() const {
    std::size_t depth = 0;
    std::size_t balanced = at_;
    for (std::size_t at = at_; at < text_.size();) {
        const Character character = character_at(text_, at);
        const bool surplus = is_close(character.code) && depth == 0;
        if (surplus || is_blank(character.code) || !quote_at(text_.substr(at)).empty()) break;
        at += character.bytes;
        if (is_open(character.code)) ++depth;
        if (is_close(character.code)) --depth;
        if (depth == 0) balanced = at;
    }
    return balanced;
}

}  // namespace lectern
