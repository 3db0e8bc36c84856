#include "common/text/letters.h"

#include "common/base/error.h"
#include "common/base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace lectern {
namespace {

struct Spelling {
    char32_t letter;
    std::string_view plain;
};

// Letters that Unicode does not decompose but that are searched for by their plain neighbours.
constexpr auto spellings = std::to_array<Spelling>({
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"},
    {0x0131, "i"},  {0x0138, "k"}, {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"}, {0x0167, "t"},
    {0x0180, "b"},  {0x0188, "c"}, {0x0192, "f"}, {0x0195, "hv"}, {0x0199, "k"},  {0x019A, "l"},
    {0x019E, "n"},  {0x01A5, "p"}, {0x01AD, "t"}, {0x01B4, "y"},  {0x01B6, "z"},  {0x01E5, "g"},
    {0x0221, "d"},  {0x0225, "z"}, {0x0234, "l"}, {0x0235, "n"},  {0x0236, "t"},  {0x0237, "j"},
    {0x023C, "c"},  {0x023F, "s"}, {0x0240, "z"}, {0x0247, "e"},  {0x0249, "j"},  {0x024D, "r"},
    {0x024F, "y"},  {0x0253, "b"}, {0x0256, "d"}, {0x0257, "d"},  {0x0260, "g"},  {0x0266, "h"},
    {0x0268, "i"},  {0x026B, "l"}, {0x0272, "n"}, {0x0289, "u"},  {0x1D7D, "p"},  {0x2C65, "a"},
    {0x2C66, "t"},  {0x0450, "е"}, {0x0451, "е"}, {0x045D, "и"},
});

bool is_between(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

// Marks that readers leave out or that only sound a word: stress, harakat, points, tatweel.
bool is_optional_mark(char32_t code) {
    if (code < 0x300) return false;
    if (is_between(code, 0x300, 0x36F) || is_between(code, 0x483, 0x489) || code == 0x640)
        return true;
    if (is_between(code, 0x1AB0, 0x1AFF) || is_between(code, 0x1DC0, 0x1DFF)) return true;
    if (is_between(code, 0x20D0, 0x20FF) || is_between(code, 0xFE20, 0xFE2F)) return true;
    const bool semitic = is_between(code, 0x591, 0x5C7) || is_between(code, 0x610, 0x61A) ||
                         is_between(code, 0x64B, 0x6ED) || is_between(code, 0x898, 0x8FF);
    return semitic && u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*form)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = form(status);
    if (U_FAILURE(status) != 0) {
        throw Error{Fault::Internal,
                    std::string{"ICU has no normalization data: "} + u_errorName(status)};
    }
    return *found;
}

// The letter without its accents, for Latin and Greek; else the letter.
char32_t without_accents(char32_t code) {
    static const icu::Normalizer2& canonical = normalizer(icu::Normalizer2::getNFDInstance);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
    if (script != USCRIPT_LATIN && script != USCRIPT_GREEK) return code;
    icu::UnicodeString parts;
    if (!canonical.getDecomposition(static_cast<UChar32>(code), parts)) return code;
    return static_cast<char32_t>(parts.char32At(0));
}

std::size_t three_bytes(std::string_view text, std::size_t at, char third, char other) {
    if (at + 3 > text.size() || text.substr(at, 2) != "\xE2\x80") return 0;
    return text[at + 2] == third || text[at + 2] == other ? 3 : 0;
}

}  // namespace

std::size_t apostrophe_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    if (text[at - 1] == '\'') return 1;
    if (at >= 3 && three_bytes(text, at - 3, '\x98', '\x99') != 0) return 3;
    if (at >= 3 && text.substr(at - 3, 3) == "\xEF\xBC\x87") return 3;
    return 0;
}

std::size_t hyphen_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    return text[at] == '-' ? 1 : three_bytes(text, at, '\x90', '\x91');
}

std::size_t hyphen_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    if (text[at - 1] == '-') return 1;
    return at < 3 ? 0 : three_bytes(text, at - 3, '\x90', '\x91');
}

bool is_word_character(char32_t code) {
    if (code < 0x80) return plain_letters[code] != 0;
    if (folds_to_itself(code)) return true;
    const auto character = static_cast<UChar32>(code);
    return u_isalnum(character) != 0 || u_charType(character) == U_LETTER_NUMBER;
}

void append_folded(std::string& text, char32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    if (is_apostrophe(code)) {
        text += '\'';
        return;
    }
    if (is_optional_mark(code)) return;
    if (const int digit = u_charDigitValue(static_cast<UChar32>(code)); digit >= 0) {
        text += static_cast<char>('0' + digit);
        return;
    }
    const char32_t bare = without_accents(code);
    const auto* const found = std::find_if(spellings.begin(), spellings.end(),
                                           [&](const Spelling& row) { return row.letter == bare; });
    if (found != spellings.end()) {
        text += found->plain;
    } else {
        append_utf8(text, bare);
    }
}

std::string case_folded(std::string_view text) {
    static const icu::Normalizer2& folding = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    std::string folded;
    icu::StringByteSink<std::string> sink{&folded};
    UErrorCode status = U_ZERO_ERROR;
    folding.normalizeUTF8(0, icu::StringPiece{text.data(), static_cast<int32_t>(text.size())}, sink,
                          nullptr, status);
    if (U_FAILURE(status) != 0) {
        throw Error{Fault::Internal, std::string{"ICU cannot fold a text: "} + u_errorName(status)};
    }
    return folded;
}

}  // namespace lectern
