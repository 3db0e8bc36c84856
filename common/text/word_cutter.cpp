#include "common/text/word_cutter.h"

#include "common/base/utf8.h"
#include "common/text/letters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace lectern {
namespace {

// Bytes that a joint begins with; the rest of a word is letters, whatever they are.
constexpr auto joint_leads = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view{".,;:'@\xCD\xCE\xD6\xD8\xD9\xDF\xE2\xEF"}) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

bool may_be_joint(char c) {
    return joint_leads[static_cast<unsigned char>(c)];
}

bool is_mark(char32_t code) {
    constexpr std::uint32_t marks = U_GC_M_MASK | U_GC_CF_MASK;
    return code >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(code)) & marks) != 0;
}

bool is_lower_letter(char32_t code) {
    return !folds_to_itself(code) && u_islower(static_cast<UChar32>(code)) != 0;
}

// Folds the printed word and adds it, unless there is no word in it or it is the rest of a
// possessive.
void add_word(std::string_view text, Span word, Periods periods, TokenList& tokens) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    std::size_t at = 0;
    Character first;
    while (at < printed.size()) {
        first = character_at(printed, at);
        if (is_word_character(first.code) && !is_apostrophe(first.code)) break;
        at += first.bytes;
    }
    if (at == printed.size()) return;
    const std::string_view term = fold_word(printed, periods, tokens.room());
    if (term.empty() || (term == "s" && apostrophe_before(text, word.begin) != 0)) return;
    if (periods == Periods::Dropped && word.end < text.size() && text[word.end] == '.') ++word.end;
    tokens.add({word.begin, word.end, is_lower_letter(first.code)}, term);
}

}  // namespace

WordCutter::Kind WordCutter::kind_of(char32_t code) {
    switch (code) {
        case '.':
        case 0x2024:
        case 0xFE52:
        case 0xFF0E:
            return Kind::Period;
        case '\'':
        case 0x2018:
        case 0x2019:
        case 0xFF07:
            return Kind::Apostrophe;
        case ',':
        case 0x066C:
        case 0x202F:
        case 0xFE50:
        case 0xFF0C:
            return Kind::Comma;
        case '@':
        case ':':
        case ';':
        case 0x037E:
        case 0x0387:
        case 0x0589:
        case 0x060C:
        case 0x060D:
        case 0x07F8:
        case 0x2044:
        case 0xFE10:
        case 0xFE13:
        case 0xFE14:
        case 0xFE54:
        case 0xFE55:
        case 0xFF1A:
        case 0xFF1B:
        case 0xFF20:
            return Kind::Cut;
        default:
            if (code < 0x80) return is_digit(static_cast<char>(code)) ? Kind::Digit : Kind::Letter;
            return u_isdigit(static_cast<UChar32>(code)) != 0 ? Kind::Digit : Kind::Letter;
    }
}

void WordCutter::read_units(std::string_view text, Span word) {
    units_.clear();
    for (std::size_t at = word.begin; at < word.end;) {
        const Character character = character_at(text, at);
        if (!is_mark(character.code)) units_.push_back({at, kind_of(character.code)});
        at += character.bytes;
    }
    units_.push_back({word.end, Kind::Cut});
}

// Commas between digits group them or part them: 1,200 and 12,34,567 but 1,5 and 7,8,9.
void WordCutter::settle_numbers() {
    for (std::size_t at = 0; at < units_.size();) {
        at = units_[at].kind == Kind::Digit ? settle_number(at) : at + 1;
    }
}

// Settles the number whose digits begin at unit `first`; gives where it ends.
std::size_t WordCutter::settle_number(std::size_t first) {
    const auto separates = [&](std::size_t unit) { return units_[unit].kind == Kind::Comma; };
    bool grouped = true;
    std::size_t at = first;
    std::size_t digits = 0;
    std::size_t groups = 0;
    for (;; ++at) {
        digits = 0;
        for (; units_[at].kind == Kind::Digit; ++at) ++digits;
        ++groups;
        if (!separates(at) || units_[at + 1].kind != Kind::Digit) break;
        grouped = grouped && (groups == 1 ? digits <= 3 : digits == 2 || digits == 3);
    }
    if (groups == 1) return at;
    grouped = grouped && digits == 3;
    for (std::size_t unit = first; unit < at; ++unit) {
        if (separates(unit)) units_[unit].kind = grouped ? Kind::Group : Kind::Cut;
    }
    return at;
}

// Single letters between periods: `U.S`, `a.m`, and `Ph.D` by name.
bool WordCutter::is_acronym(std::string_view text, Range units) const {
    std::size_t run = units.first;
    bool periods = false;
    bool ended = false;
    for (std::size_t unit = units.first; unit <= units.last && !ended; ++unit) {
        ended = unit == units.last || units_[unit].kind == Kind::Apostrophe;
        if (!ended && units_[unit].kind != Kind::Period) continue;
        const std::string_view letters =
            text.substr(units_[run].at, units_[unit].at - units_[run].at);
        const bool doctor = run == units.first && same_ignoring_case(letters, "ph");
        if (units_[run].kind != Kind::Letter || (unit != run + 1 && !doctor)) return false;
        periods = periods || !ended;
        run = unit + 1;
    }
    return periods;
}

bool WordCutter::stays(std::size_t unit, Range within, Periods periods) const {
    const Kind kind = units_[unit].kind;
    if (kind == Kind::Letter || kind == Kind::Digit || kind == Kind::Group) return true;
    if (unit == within.first || unit + 1 == within.last) return false;
    const Kind before = units_[unit - 1].kind;
    const Kind after = units_[unit + 1].kind;
    if (before == Kind::Digit && after == Kind::Digit) return kind == Kind::Period;
    if (before != Kind::Letter || after != Kind::Letter) return false;
    return kind == Kind::Apostrophe || (kind == Kind::Period && periods == Periods::Dropped);
}

// Adds the words of units that no Cut parts.
void WordCutter::cut(std::string_view text, Range units, TokenList& tokens) {
    const auto joint = [&](std::size_t unit) {
        return units_[unit].kind == Kind::Period || units_[unit].kind == Kind::Apostrophe;
    };
    while (units.first < units.last && joint(units.last - 1)) --units.last;
    while (units.first < units.last && joint(units.first)) ++units.first;
    const Periods periods = is_acronym(text, units) ? Periods::Dropped : Periods::Kept;
    std::size_t begin = units.first;
    for (std::size_t unit = units.first; unit <= units.last; ++unit) {
        if (unit < units.last && stays(unit, units, periods)) continue;
        if (unit > begin) {
            add_word(text, {units_[begin].at, units_[unit].at}, periods, tokens);
        }
        begin = unit + 1;
    }
}

void WordCutter::operator()(std::string_view text, Span word, TokenList& tokens) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    if (std::none_of(printed.begin(), printed.end(), may_be_joint)) {
        add_word(text, word, Periods::Kept, tokens);
        return;
    }
    read_units(text, word);
    settle_numbers();
    std::size_t first = 0;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
        if (units_[unit].kind != Kind::Cut) continue;
        if (unit > first) cut(text, {first, unit}, tokens);
        first = unit + 1;
    }
}

}  // namespace lectern
