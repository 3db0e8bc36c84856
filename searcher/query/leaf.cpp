#include "searcher/query/leaf.h"

#include "common/base/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/lex.h"
#include "searcher/query/rewrite.h"

#include <algorithm>
#include <utility>

namespace lectern {
namespace {

bool has_kind(const Field* field, Kind kind) {
    return field != nullptr && field->kind == kind;
}

std::string name_of(const Field* field) {
    return std::string{field ? field->name : ""};
}

bool asks_for_missing(std::string_view text, const Field* field) {
    return field != nullptr && field->column && same_ignoring_case(text, "none");
}

bool is_worth_searching(std::string_view text, const Field* field) {
    return has_kind(field, Kind::Exact) ? !text.empty() : is_searchable(text);
}

/// `*` alone: every article, or every one with a value.
Query any_value(const Field* field) {
    if (field == nullptr || !field->column) return Query{Everything{}};
    return negated(Query{Missing{name_of(field)}});
}

Leaf read_day(std::string_view text, const Field* field) {
    if (asks_for_missing(text, field)) return {Query{Missing{name_of(field)}}, {}};
    const auto range = parse_day_range(text);
    if (!range) return {std::nullopt, "not a date: " + quoted(text) + ", left out"};
    return {Query{Days{name_of(field), *range}}, {}};
}

Leaf nothing_for(const Field* field) {
    if (field == nullptr) return {};
    return {std::nullopt, "nothing to search for in " + name_of(field) + ":"};
}

/// Letters that a wildcard has before it in the word it ends; a whole value is one word.
std::size_t letters_before_wildcard(const Word& word, const Field* field) {
    if (has_kind(field, Kind::Exact)) return count_characters(word.text);
    return letters_at_end(word.text);
}

}  // namespace

Leaf read_word(std::string_view typed, const Field* field, const QueryLimits& limits) {
    if (typed.find_first_not_of('*') == std::string_view::npos) return {any_value(field), {}};
    if (has_kind(field, Kind::Day)) return read_day(typed, field);
    Word word{.field = name_of(field), .text{}};
    word.exact = typed.starts_with('=') && !has_kind(field, Kind::Exact);
    if (word.exact) typed.remove_prefix(1);
    const std::size_t end = typed.find_last_not_of('*') + 1;
    word.prefix = end < typed.size();
    word.text = typed.substr(0, end);
    std::erase(word.text, '*');

    if (!is_worth_searching(word.text, field)) return nothing_for(field);
    if (word.prefix && letters_before_wildcard(word, field) < limits.wildcard_letters) {
        const std::string letters = std::to_string(limits.wildcard_letters);
        return {std::nullopt, "give at least " + letters + " letters before *, left out",
                end + (word.exact ? 1 : 0)};
    }
    Leaf leaf;
    if (word.text.size() < end) {
        leaf.problem = "a wildcard can only end a word, searched as " + quoted(word.text);
        leaf.at = typed.find('*') + (word.exact ? 1 : 0);
    }
    const bool plain = !word.exact && !word.prefix;
    if (plain && asks_for_missing(word.text, field)) {
        leaf.query = Query{Missing{word.field}};
    } else if (word.text.size() < end && !reads_back(word)) {
        leaf.query = Query{Phrase{word.field, word.text}};
    } else {
        leaf.query = Query{std::move(word)};
    }
    return leaf;
}

Leaf read_phrase(std::string_view text, const Field* field) {
    if (!has_kind(field, Kind::Exact)) text = trim(text);
    if (!is_worth_searching(text, field)) {
        return {std::nullopt, "nothing to search for between the quotation marks"};
    }
    if (has_kind(field, Kind::Day)) return read_day(text, field);
    return {Query{Phrase{name_of(field), std::string{text}}}, {}};
}

std::string word_text(const Word& word) {
    std::string text = word.field;
    if (!text.empty()) text += ':';
    if (word.exact) text += '=';
    text += word.text;
    if (word.prefix) text += '*';
    return text;
}

bool reads_back(const Word& word) {
    const std::string text = word_text(word);
    Lexer lexer{text};
    Lexeme lexeme = lexer.next();
    const Field* field = nullptr;
    if (lexeme.sign == Sign::Field) {
        field = lexeme.field;
        if (!lexeme.complete || field == nullptr) return false;
        lexeme = lexer.next();
    }
    const bool alone = lexeme.sign == Sign::Word && lexeme.at.end == text.size();
    if (!alone || lexeme.text.find('*') < lexeme.text.size() - (word.prefix ? 1 : 0)) return false;
    return read_word(lexeme.text, field, {.wildcard_letters = 0}).query == Query{word};
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 48;
    const std::string_view part = cut_at_character(text, longest);
    return '"' + std::string{part} + (part.size() < text.size() ? "…" : "") + '"';
}

}  // namespace lectern
