#include "common/text/sentences.h"

#include "common/base/utf8.h"
#include "common/text/abbreviations.h"
#include "common/text/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace lectern {
namespace {

// Bytes at which a sentence may end: . ! ? a line's end, and the leads of 。 and of ！ ？ ｡
constexpr auto may_end = [] {
    std::array<bool, 256> table{};
    for (const char c : {'.', '!', '?', '\n', '\xE3', '\xEF'}) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

// An abbreviation, or the number of a list's item, is no longer than this.
constexpr std::size_t most_word_bytes = 16;

template <typename... Codes>
bool is_one_of(char32_t code, Codes... codes) {
    return ((code == static_cast<char32_t>(codes)) || ...);
}

bool is_wide_stop(char32_t code) {
    return is_one_of(code, U'。', U'！', U'？', U'｡');
}

bool is_stop(char32_t code) {
    return is_one_of(code, '.', '!', '?', U'…') || is_wide_stop(code);
}

bool is_closing(char32_t code) {
    return is_one_of(code, '"', '\'', ')', ']', U'”', U'’', U'»', U'」', U'』', U'）', U'】', U'》',
                     U'＂', U'］');
}

bool is_opening(char32_t code) {
    return is_one_of(code, '"', '\'', '(', '[', U'“', U'‘', U'«', U'¿', U'¡', U'「', U'『', U'（',
                     U'【', U'《', U'•');
}

// A pause after a closing quotation mark: the sentence that quotes goes on.
bool is_pause(char32_t code) {
    return is_one_of(code, U'，', U'、', U'；', U'：', ',', ';', ':');
}

bool is_blank(char32_t code) {
    return code == ' ' || code == '\t' || code == '\r';
}

bool is_white(char32_t code) {
    return is_blank(code) || is_one_of(code, '\n', '\v', '\f', 0xA0, 0x3000);
}

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_{text} {}

    std::vector<Span> operator()() {
        for (std::size_t at = 0; at < text_.size();) {
            if (!may_end[static_cast<unsigned char>(text_[at])]) {
                ++at;
            } else {
                at = text_[at] == '\n' ? line_end(at) : stop(at);
            }
        }
        end_at(text_.size());
        return std::move(spans_);
    }

private:
    std::size_t skip(std::size_t at, bool (*belongs)(char32_t)) const {
        while (at < text_.size()) {
            const Character character = character_at(text_, at);
            if (!belongs(character.code)) break;
            at += character.bytes;
        }
        return at;
    }

    std::size_t end_at(std::size_t end) {
        const std::size_t begin = spans_.empty() ? 0 : spans_.back().end;
        if (end > begin) spans_.push_back({begin, end});
        return end;
    }

    // A sentence ends at the line's end if an empty line comes after it.
    std::size_t line_end(std::size_t at) {
        const std::size_t next = skip(at + 1, is_blank);
        if (next >= text_.size() || text_[next] != '\n') return next;
        return end_at(skip(next, is_white));
    }

    // A sentence ends after stops and what closes with it, if what follows can begin one.
    std::size_t stop(std::size_t at) {
        const Character first = character_at(text_, at);
        if (!is_stop(first.code)) return at + first.bytes;
        const std::size_t stops_end = skip(at, is_stop);
        const std::size_t closed = skip(stops_end, is_closing);
        const std::size_t next = skip(closed, is_white);
        if (next >= text_.size()) return end_at(next);
        const Character last = character_at(text_, closed == at ? at : last_stop(at, stops_end));
        if (is_wide_stop(last.code)) {
            return is_pause(character_at(text_, next).code) ? closed : end_at(next);
        }
        if (!may_begin(next, closed)) return closed;
        const bool period = first.code == '.' && closed == at + 1;
        if (period && is_abbreviated(at, next)) return closed;
        return end_at(next);
    }

    std::size_t last_stop(std::size_t at, std::size_t stops_end) const {
        std::size_t last = at;
        for (; at < stops_end; at += character_at(text_, at).bytes) last = at;
        return last;
    }

    // Whether a sentence may begin at `next` after one that closed at `closed`.
    bool may_begin(std::size_t next, std::size_t closed) const {
        const Character character = character_at(text_, next);
        const bool wide = character.code >= 0x2E80 && character.code < 0xFF00;
        if (next == closed) return wide && text_[closed - 1] != '.';
        if (is_ascii(text_[next])) {
            return is_upper(text_[next]) || is_digit(text_[next]) || is_opening(character.code);
        }
        if (character.bytes != 2) return wide || is_opening(character.code);
        const Simple kind = TwoByteTable::instance()(text_[next], text_[next + 1]).kind;
        return kind == Simple::Letter || is_opening(character.code);
    }

    // Whether the period at `at` is an abbreviation's, or numbers an item of a list.
    bool is_abbreviated(std::size_t at, std::size_t next) const {
        const std::string_view word = word_before(at);
        const bool numbers_item = !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
        if (numbers_item) {
            const std::size_t begin = spans_.empty() ? 0 : spans_.back().end;
            return skip(begin, is_white) == at - word.size();
        }
        switch (abbreviation(word)) {
            case Abbreviation::None:
                return false;
            case Abbreviation::Title:
                return true;
            case Abbreviation::Numbering:
                return is_digit(text_[next]);
            case Abbreviation::Loose:
                return !begins_sentences(word_after(next));
        }
        return false;
    }

    // The ASCII letters, digits and inner periods right before `at`, if not too long.
    std::string_view word_before(std::size_t at) const {
        std::size_t begin = at;
        const std::size_t least = at > most_word_bytes ? at - most_word_bytes : 0;
        while (begin > least && is_word_byte(text_[begin - 1])) --begin;
        const bool goes_on =
            begin > 0 && (is_word_byte(text_[begin - 1]) || !is_ascii_break(begin));
        return goes_on ? std::string_view{} : text_.substr(begin, at - begin);
    }

    // Whether a word of ASCII letters may begin at `begin`: after no other letter.
    bool is_ascii_break(std::size_t begin) const {
        if (is_ascii(text_[begin - 1])) return true;
        if (begin < 2) return false;
        return TwoByteTable::instance()(text_[begin - 2], text_[begin - 1]).kind < Simple::Letter;
    }

    std::string_view word_after(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && end - at < most_word_bytes && is_letter(text_[end])) ++end;
        return text_.substr(at, end - at);
    }

    static bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || c == '.'; }

    std::string_view text_;
    std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
    return Cutter{text}();
}

}  // namespace lectern
