#include "searcher/query/characters.h"

#include "common/base/intervals.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

constexpr auto blanks = std::to_array<Interval>({{' ', ' '},
                                                 {0xA0, 0xA0},
                                                 {0x1680, 0x1680},
                                                 {0x2000, 0x200A},
                                                 {0x2028, 0x2029},
                                                 {0x202F, 0x202F},
                                                 {0x205F, 0x205F},
                                                 {0x3000, 0x3000}});
// Comma, stop and pause mark, closing brackets that nothing opened, and full-width ! , : ; ?
constexpr auto stops = std::to_array<Interval>({{0x3001, 0x3002},
                                                {0x300D, 0x300D},
                                                {0x300F, 0x300F},
                                                {0xFF01, 0xFF01},
                                                {0xFF0C, 0xFF0C},
                                                {0xFF1A, 0xFF1B},
                                                {0xFF1F, 0xFF1F}});
constexpr auto punctuation = std::to_array<Interval>({{0x80, 0xA9},
                                                      {0xAB, 0xB1},
                                                      {0xB4, 0xB4},
                                                      {0xB6, 0xB8},
                                                      {0xBB, 0xBB},
                                                      {0xBF, 0xBF},
                                                      {0xD7, 0xD7},
                                                      {0xF7, 0xF7},
                                                      {0x1680, 0x1680},
                                                      {0x2000, 0x206F},
                                                      {0x3000, 0x3004},
                                                      {0x3008, 0x3020},
                                                      {0x3030, 0x3030},
                                                      {0xFE00, 0xFE0F},
                                                      {0xFF01, 0xFF0F},
                                                      {0xFF1A, 0xFF20},
                                                      {0xFF3B, 0xFF40},
                                                      {0xFF5B, 0xFF65}});
// Controls, zero-width space, marks of direction, byte order mark, what ill-formed bytes decode to.
constexpr auto meaningless = std::to_array<Interval>({{0x00, 0x1F},
                                                      {0x7F, 0x9F},
                                                      {0x061C, 0x061C},
                                                      {0x200B, 0x200B},
                                                      {0x200E, 0x200F},
                                                      {0x202A, 0x202E},
                                                      {0x2066, 0x2069},
                                                      {0xFEFF, 0xFEFF},
                                                      {0xFFFD, 0xFFFD}});

/// Whether the character at `at` stands inside a word without being a letter: `U.S`, `don't`.
bool joins(std::string_view text, std::size_t at, const Character& character) {
    const bool joiner = character.code == '.' || character.code == '\'' || character.code == '_' ||
                        character.code == 0x2019;
    return joiner && is_searchable(character_at(text, at + character.bytes).code);
}

bool is_wide(std::string_view character) {
    return display_width(character) == 2;
}

}  // namespace

bool is_blank(char32_t code) {
    return within(blanks, code);
}

bool is_separator(char32_t code) {
    return is_blank(code) || within(stops, code);
}

bool is_searchable(char32_t code) {
    if (code < 0x80) return is_digit(static_cast<char>(code)) || is_letter(static_cast<char>(code));
    return !within(punctuation, code) && !within(meaningless, code);
}

bool is_searchable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (is_searchable(character.code)) return true;
        at += character.bytes;
    }
    return false;
}

std::string blanked(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (within(meaningless, character.code)) {
            clean.append(character.bytes, ' ');
        } else {
            clean += text.substr(at, character.bytes);
        }
        at += character.bytes;
    }
    return clean;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    std::size_t wide = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const bool letter = is_searchable(character.code);
        if (letter && is_wide(text.substr(at, character.bytes))) {
            ++wide;
            inside = false;
        } else if (letter) {
            if (!inside) ++words;
            inside = true;
        } else {
            inside = inside && joins(text, at, character);
        }
        at += character.bytes;
    }
    return words + (wide + 1) / 2;
}

std::size_t letters_at_end(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        letters = is_searchable(character.code) ? letters + 1 : 0;
        at += character.bytes;
    }
    return letters;
}

}  // namespace lectern
