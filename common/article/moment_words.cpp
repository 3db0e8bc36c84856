#include "common/article/moment_words.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t most_words = 40;

/// Full-width forms and typographic blanks and dashes as their ASCII counterparts.
char32_t narrow(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
    if (code == 0x00A0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F) {
        return ' ';
    }
    if (code >= 0x2010 && code <= 0x2015) return '-';
    return code;
}

std::string narrowed(std::string_view text) {
    std::string ascii;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        append_utf8(ascii, narrow(character.code));
    }
    return ascii_lower(ascii);
}

}  // namespace

int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

MomentWords::MomentWords(std::string_view text) {
    const std::string ascii = narrowed(text);
    for (std::size_t at = 0; at < ascii.size() && !too_many();) {
        const std::size_t begin = at;
        const bool number = is_digit(ascii[at]);
        const bool letters = is_letter(ascii[at]);
        if (!number && !letters) {
            at += character_at(ascii, at).bytes;
        } else {
            const auto same = [&](char c) { return number ? is_digit(c) : is_letter(c); };
            while (at < ascii.size() && same(ascii[at])) ++at;
        }
        words_.push_back({ascii.substr(begin, at - begin), number, letters});
    }
}

bool MomentWords::too_many() const {
    return words_.size() > most_words;
}

std::string_view MomentWords::peek() const {
    return at_end() ? std::string_view{} : std::string_view{words_[at_].text};
}

bool MomentWords::accept(std::string_view text) {
    if (at_end() || words_[at_].text != text) return false;
    ++at_;
    return true;
}

bool MomentWords::accept_each(std::string_view characters) {
    if (accept(characters)) return true;
    const std::size_t before = at_;
    for (std::size_t i = 0; i < characters.size();) {
        const std::size_t bytes = character_at(characters, i).bytes;
        if (!accept(characters.substr(i, bytes))) {
            at_ = before;
            return false;
        }
        i += bytes;
    }
    return true;
}

bool MomentWords::accept_any(std::initializer_list<std::string_view> texts) {
    return std::any_of(texts.begin(), texts.end(),
                       [this](std::string_view text) { return accept_each(text); });
}

std::optional<std::string_view> MomentWords::digits(std::size_t least, std::size_t most) {
    if (at_end() || !words_[at_].number) return {};
    const std::string_view text = words_[at_].text;
    if (text.size() < least || text.size() > most) return {};
    ++at_;
    return text;
}

std::optional<int> MomentWords::number(std::size_t least, std::size_t most) {
    const auto text = digits(least, most);
    if (!text) return {};
    return value_of(*text);
}

std::string_view MomentWords::letters() {
    if (at_end() || !words_[at_].letters) return {};
    return words_[at_++].text;
}

void MomentWords::skip_spaces() {
    while (!at_end() && is_space(words_[at_].text.front())) ++at_;
}

void MomentWords::skip_between() {
    while (true) {
        skip_spaces();
        if (!accept_any({",", "|", "·", "•", ";", "，", "at", "on"})) return;
    }
}

}  // namespace lectern
