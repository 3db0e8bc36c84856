#include "common/text/fold.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "common/text/tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

namespace lectern {
namespace {

// Folding keeps at least a quarter of a word's bytes, so that this many always fill a term.
constexpr std::size_t bytes_that_matter = 4 * max_token_bytes;
static_assert(bytes_that_matter + 16 <= fold_room);

// More marks than this on one letter are no writing; they would make normalizing quadratic.
constexpr std::size_t most_marks = 30;

// What stands inside a word for the eye only: `col·lecció`, `צה"ל`, the comma of `1,200`.
bool is_dropped(char32_t code, Periods periods) {
    if (code == '.') return periods == Periods::Dropped;
    return code <= ' ' || code == '"' || code == ',' || code == 0x7F || code == 0xB7 ||
           code == 0x55F || code == 0x5F4 || code == 0x66C || code == 0x2027;
}

// The word's folding where each character folds by itself; nothing where it takes ICU.
std::optional<std::size_t> fold_simply(std::string_view word, Periods periods, char* room) {
    const TwoByteTable& two_bytes = TwoByteTable::instance();
    std::size_t size = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char c = word[at];
        if (is_ascii(c)) {
            if (const char plain = plain_letter(c); plain != 0) {
                room[size++] = plain;
            } else if (!is_dropped(static_cast<unsigned char>(c), periods)) {
                room[size++] = c;
            }
            ++at;
            continue;
        }
        const Character character = character_at(word, at);
        if (character.bytes == 2) {
            const TwoBytes& letter = two_bytes(c, word[at + 1]);
            if (letter.kind < Simple::Letter) return std::nullopt;
            std::copy_n(letter.folded.data(), letter.size, room + size);
            size += letter.size;
        } else if (folds_to_itself(character.code)) {
            std::copy_n(word.data() + at, character.bytes, room + size);
            size += character.bytes;
        } else if (is_apostrophe(character.code)) {
            room[size++] = '\'';
        } else {
            return std::nullopt;
        }
        at += character.bytes;
    }
    return size;
}

std::size_t fold_fully(std::string_view word, Periods periods, char* room) {
    const std::string composed = case_folded(word);
    std::string folded;
    for (std::size_t at = 0; at < composed.size() && folded.size() < bytes_that_matter;) {
        const Character character = character_at(composed, at);
        at += character.bytes;
        if (!is_dropped(character.code, periods)) append_folded(folded, character.code);
    }
    std::copy(folded.begin(), folded.end(), room);
    return folded.size();
}

std::string_view trimmed(std::string_view term) {
    const auto at_an_end = [](char c) { return c == '\'' || c == '_'; };
    while (!term.empty() && at_an_end(term.front())) term.remove_prefix(1);
    while (!term.empty() && at_an_end(term.back())) term.remove_suffix(1);
    if (term.size() > 2 && term.substr(term.size() - 2) == "'s") term.remove_suffix(2);
    while (!term.empty() && at_an_end(term.back())) term.remove_suffix(1);
    return term;
}

std::string without_endless_marks(std::string_view text) {
    std::string kept;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const bool mark = u_getCombiningClass(static_cast<UChar32>(character.code)) != 0;
        marks = mark ? marks + 1 : 0;
        if (marks <= most_marks) kept += text.substr(at, character.bytes);
        at += character.bytes;
    }
    return kept;
}

}  // namespace

std::string_view fold_word(std::string_view word, Periods periods, char* room) {
    word = cut_at_character(word, bytes_that_matter);
    const auto simply = fold_simply(word, periods, room);
    const std::size_t size = simply ? *simply : fold_fully(word, periods, room);
    return cut_at_character(trimmed({room, size}), max_token_bytes);
}

const TwoByteTable& TwoByteTable::instance() {
    static const TwoByteTable table;
    return table;
}

TwoByteTable::TwoByteTable() {
    for (char32_t code = 0x80; code < 0x800; ++code) {
        const auto character = static_cast<UChar32>(code);
        const int break_class = u_getIntPropertyValue(character, UCHAR_WORD_BREAK);
        TwoBytes& entry = table_[code];
        if (break_class == U_WB_OTHER && !is_word_character(code)) entry.kind = Simple::Separator;
        if (break_class != U_WB_ALETTER || !is_word_character(code)) continue;
        std::string letter;
        append_utf8(letter, code);
        std::array<char, fold_room> room{};
        const std::size_t size = fold_fully(letter, Periods::Kept, room.data());
        const bool apostrophe =
            std::find(room.begin(), room.begin() + size, '\'') != room.begin() + size;
        if (size == 0 || size > entry.folded.size() || apostrophe) continue;
        std::copy_n(room.data(), size, entry.folded.data());
        entry.size = static_cast<std::uint8_t>(size);
        entry.kind = u_islower(character) != 0 ? Simple::LowerLetter : Simple::Letter;
    }
}

std::string folded_value(std::string_view text) {
    const std::string composed = case_folded(without_endless_marks(text));
    std::string folded;
    for (std::size_t at = 0; at < composed.size();) {
        const Character character = character_at(composed, at);
        at += character.bytes;
        const bool space = character.code <= ' ' || character.code == 0x7F ||
                           u_isUWhiteSpace(static_cast<UChar32>(character.code)) != 0;
        if (!space) {
            append_folded(folded, character.code);
        } else if (!folded.empty() && folded.back() != ' ') {
            folded += ' ';
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

}  // namespace lectern
