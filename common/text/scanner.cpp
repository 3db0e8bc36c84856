#include "common/text/scanner.h"

#include "common/base/utf8.h"
#include "common/text/letters.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace lectern {
namespace {

// Simple stretches are cut in portions that the processor's cache holds.
constexpr std::size_t portion_bytes = std::size_t{32} * 1024;
constexpr std::size_t other_portion_bytes = std::size_t{256} * 1024;

// Whether a word may go on over, or after, a byte that is no ASCII letter or digit.
constexpr auto may_go_on = [] {
    std::array<bool, 256> table{};
    for (const char c : {'\'', '.', ',', '_'}) table[static_cast<unsigned char>(c)] = true;
    for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = true;
    return table;
}();

// Punctuation of three bytes that parts words and nothing else: ‐ to ‗ “ to ‣ ‥ … ′ ″ ‹ › € ™.
bool is_separator(char first, char second, char third) {
    const auto last = static_cast<unsigned char>(third);
    if (first != '\xE2') return false;
    if (second == '\x82') return last == 0xAC;
    if (second == '\x84') return last == 0xA2;
    if (second != '\x80') return false;
    return (last >= 0x90 && last <= 0xA3 && last != 0x98 && last != 0x99) || last == 0xA5 ||
           last == 0xA6 || last == 0xB2 || last == 0xB3 || last == 0xB9 || last == 0xBA;
}

bool is_quote(char first, char second, char third) {
    return first == '\xE2' && second == '\x80' && (third == '\x98' || third == '\x99');
}

// How many bytes the simple character at `at`, not ASCII, takes; 0 if it is not simple.
std::size_t simple_bytes(std::string_view text, std::size_t at, const TwoByteTable& two_bytes) {
    if (at + 1 >= text.size()) return 0;
    if (two_bytes(text[at], text[at + 1]).kind != Simple::No) return 2;
    if (at + 2 >= text.size()) return 0;
    const bool known = is_separator(text[at], text[at + 1], text[at + 2]) ||
                       is_quote(text[at], text[at + 1], text[at + 2]);
    return known ? 3 : 0;
}

// The first byte from `at` on that is not ASCII, or `end`.
std::size_t skip_ascii(std::string_view text, std::size_t at, std::size_t end) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    for (std::uint64_t eight = 0; at + sizeof eight <= end; at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (at < end && is_ascii(text[at])) ++at;
    return at;
}

// Writes the ASCII letters and digits that `text` begins with, lower-cased; gives how many.
std::size_t copy_plain(std::string_view text, char* room) {
    std::size_t size = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (std::uint64_t eight = 0; size + sizeof eight <= text.size(); size += sizeof eight) {
            std::memcpy(&eight, text.data() + size, sizeof eight);
            const PlainRun run = plain_run(eight);
            std::memcpy(room + size, &run.lowered, sizeof run.lowered);
            if (run.length < sizeof eight) return size + run.length;
        }
    }
    for (; size < text.size() && plain_letter(text[size]) != 0; ++size) {
        room[size] = plain_letter(text[size]);
    }
    return size;
}

std::size_t next_space(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_space(text[at])) ++at;
    return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

// The first character from `at` on that is not simple, or `end`.
std::size_t skip_simple(std::string_view text, std::size_t at, std::size_t end) {
    const TwoByteTable& two_bytes = TwoByteTable::instance();
    while (true) {
        at = skip_ascii(text, at, end);
        if (at >= end) return end;
        const std::size_t bytes = simple_bytes(text, at, two_bytes);
        if (bytes == 0) return at;
        at += bytes;
    }
}

// Where the stretches end that begin at `at` and are none for the fast path.
std::size_t other_end(std::string_view text, std::size_t at) {
    const std::size_t limit = at + other_portion_bytes;
    std::size_t end = at;
    while (at < text.size() && end < limit) {
        const std::size_t stretch_end = next_space(text, at);
        if (skip_simple(text, at, stretch_end) >= stretch_end) break;
        end = stretch_end;
        at = skip_space(text, stretch_end);
    }
    return end;
}

}  // namespace

Stretches next_stretches(std::string_view text, std::size_t begin) {
    const std::size_t portion_end = next_space(text, std::min(begin + portion_bytes, text.size()));
    std::size_t at = skip_simple(text, begin, portion_end);
    if (at >= portion_end) return {{begin, portion_end}, {portion_end, portion_end}};
    while (at > begin && !is_space(text[at - 1])) --at;
    return {{begin, at}, {at, other_end(text, at)}};
}

Scanner::Step Scanner::step_at(std::size_t at) const {
    const char c = text_[at];
    if (is_digit(c)) return {Kind::Digit, 1};
    if (is_letter(c)) return {Kind::Letter, 1};
    if (c == '_') return {Kind::Underscore, 1};
    if (c == '\'' || c == '.') return {Kind::MidWord, 1};
    if (c == ',') return {Kind::MidNumber, 1};
    if (is_ascii(c)) return {Kind::None, 1};
    const TwoBytes& two = two_bytes_(c, text_[at + 1]);
    if (two.kind >= Simple::Letter) return {Kind::Letter, 2};
    if (two.kind == Simple::Separator) return {Kind::None, 2};
    return {text_[at + 2] == '\x98' || text_[at + 2] == '\x99' ? Kind::MidWord : Kind::None, 3};
}

// Whether the step at `joint` joins the letters (or digits) at its sides: UAX #29, WB6, 7, 11, 12.
bool Scanner::joins(Kind before, std::size_t joint, Step step) const {
    const std::size_t next = joint + step.bytes;
    if (next >= end_ || step_at(next).kind != before) return false;
    if (before == Kind::Letter) return step.kind == Kind::MidWord;
    if (before != Kind::Digit) return false;
    return step.kind == Kind::MidWord || step.kind == Kind::MidNumber;
}

// Whether a word that has come to `at`, where no ASCII letter or digit is, may go on.
inline bool Scanner::goes_on(std::size_t at) const {
    if (at >= end_ || !may_go_on[static_cast<unsigned char>(text_[at])]) return false;
    if (!is_ascii(text_[at]) || text_[at] == '_') return true;
    return at + 1 < end_ && (plain_letter(text_[at + 1]) != 0 || !is_ascii(text_[at + 1]));
}

// A word of ASCII letters and digits; gives where it ends. Hands over to others at anything else.
inline std::size_t Scanner::plain_word(std::size_t begin) {
    char* const room = tokens_.room();
    const std::size_t size = copy_plain(text_.substr(begin, max_token_bytes), room);
    const std::size_t end = begin + size;
    if (size == max_token_bytes || goes_on(end)) return lettered_word(begin);
    add({begin, end, is_lower(text_[begin])}, {room, size});
    return end;
}

void Scanner::operator()(Span simple) {
    end_ = simple.end;
    for (std::size_t at = simple.begin; at < end_;) {
        const char c = text_[at];
        if (plain_letter(c) != 0) {
            at = plain_word(at);
        } else if (is_ascii(c) && c != '_') {
            ++at;
        } else {
            at = lettered_word(at);
        }
    }
}

// A word of simple letters and digits; gives where it ends, or the character that is none.
std::size_t Scanner::lettered_word(std::size_t begin) {
    char* const room = tokens_.room();
    std::size_t size = 0;
    std::size_t at = begin;
    while (at < end_ && size < max_token_bytes) {
        if (const char folded = plain_letter(text_[at]); folded != 0) {
            room[size++] = folded;
            ++at;
            continue;
        }
        if (is_ascii(text_[at])) break;
        const TwoBytes& letter = two_bytes_(text_[at], text_[at + 1]);
        if (letter.kind < Simple::Letter) break;
        std::copy_n(letter.folded.data(), letter.folded.size(), room + size);
        size += letter.size;
        at += 2;
    }
    const Step stop = at < end_ ? step_at(at) : Step{Kind::None, 0};
    if (stop.kind != Kind::None || size >= max_token_bytes) return any_word(begin);
    if (size == 0) return at + stop.bytes;
    const char first = text_[begin];
    const bool ordinary = is_ascii(first)
                              ? is_lower(first)
                              : two_bytes_(first, text_[begin + 1]).kind == Simple::LowerLetter;
    add({begin, at, ordinary}, {room, size});
    return at;
}

// A word as UAX #29 sees it, left to the cutter; gives where it ends.
std::size_t Scanner::any_word(std::size_t begin) {
    std::size_t at = begin;
    Kind before = Kind::None;
    while (at < end_) {
        const Step step = step_at(at);
        if (step.kind > Kind::Underscore) {
            if (!joins(before, at, step)) break;
        } else {
            before = step.kind;
        }
        at += step.bytes;
    }
    if (at == begin) return begin + step_at(begin).bytes;
    cutter_(text_, {begin, at}, tokens_);
    return at;
}

}  // namespace lectern
