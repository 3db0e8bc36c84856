#include "common/base/utf8.h"

#include "common/base/intervals.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lectern {
namespace {

constexpr char32_t replacement = 0xFFFD;

// East Asian Wide and Fullwidth blocks (Unicode EastAsianWidth.txt), to the precision a terminal
// needs.
constexpr auto wide = std::to_array<Interval>({{0x1100, 0x115F},
                                               {0x2E80, 0x303E},
                                               {0x3041, 0x33FF},
                                               {0x3400, 0x4DBF},
                                               {0x4E00, 0x9FFF},
                                               {0xA000, 0xA4CF},
                                               {0xA960, 0xA97F},
                                               {0xAC00, 0xD7A3},
                                               {0xF900, 0xFAFF},
                                               {0xFE30, 0xFE6F},
                                               {0xFF00, 0xFF60},
                                               {0xFFE0, 0xFFE6},
                                               {0x1F300, 0x1F64F},
                                               {0x1F900, 0x1F9FF},
                                               {0x20000, 0x3FFFD}});
// Combining marks and format characters that take no column.
constexpr auto zero = std::to_array<Interval>({{0x0300, 0x036F},
                                               {0x0483, 0x0489},
                                               {0x0591, 0x05BD},
                                               {0x064B, 0x065F},
                                               {0x1AB0, 0x1AFF},
                                               {0x1DC0, 0x1DFF},
                                               {0x200B, 0x200F},
                                               {0x20D0, 0x20FF},
                                               {0xFE00, 0xFE0F},
                                               {0xFE20, 0xFE2F}});

bool is_bidi_control(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0x200E || code == 0x200F || code == 0x061C;
}

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

std::string escaped(char32_t code) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto digit = [&](unsigned shift) { return digits[(code >> shift) & 0xFU]; };
    if (code == '\n') return "\\n";
    if (code == '\t') return " ";
    if (code < 0x100) return {'\\', 'x', digit(4), digit(0)};
    return {'\\', 'u', digit(12), digit(8), digit(4), digit(0)};
}

/// How many bytes a character has that begins with `lead`, and the smallest code such a length may
/// hold.
struct Form {
    std::size_t bytes;
    char32_t least;
    char32_t bits;
};

Form form_of(unsigned char lead) {
    const std::uint32_t bits = lead;
    if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, bits & 0x1FU};
    if (lead >= 0xE0 && lead <= 0xEF) return {3, 0x800, bits & 0x0FU};
    if (lead >= 0xF0 && lead <= 0xF4) return {4, 0x10000, bits & 0x07U};
    return {0, 0, 0};
}

/// Whether `next` may be the second byte after `lead`: excludes overlong forms, surrogates, >
/// U+10FFFF.
bool second_byte_fits(unsigned char lead, unsigned char next) {
    if ((next & 0xC0U) != 0x80U) return false;
    if (lead == 0xE0) return next >= 0xA0;
    if (lead == 0xED) return next <= 0x9F;
    if (lead == 0xF0) return next >= 0x90;
    if (lead == 0xF4) return next <= 0x8F;
    return true;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1, true};
    const Form form = form_of(lead);
    char32_t code = form.bits;
    for (std::size_t i = 1; i < std::max<std::size_t>(form.bytes, 1); ++i) {
        const char byte = offset + i < text.size() ? text[offset + i] : '\0';
        const auto next = static_cast<unsigned char>(byte);
        const bool fits = i == 1 ? second_byte_fits(lead, next) : (next & 0xC0U) == 0x80U;
        if (!fits) return {replacement, i, false};
        code = (code << 6U) | (next & 0x3FU);
    }
    if (form.bytes == 0) return {replacement, 1, false};
    return {code, form.bytes, true};
}

void append_utf8(std::string& text, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    const auto trail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        trail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        trail(6);
        trail(0);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        trail(12);
        trail(6);
        trail(0);
    }
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (!character.valid) return false;
        at += character.bytes;
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at += character_at(text, at).bytes;
    return count;
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

std::string cleaned(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        if (character.code == '\r') {
            if (at >= text.size() || text[at] != '\n') clean += '\n';
        } else if (character.code == '\t' || character.code == '\n' ||
                   !is_control(character.code)) {
            append_utf8(clean, character.code);
        }
    }
    return clean;
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        if (is_control(character.code) || is_bidi_control(character.code)) {
            shown += escaped(character.code);
        } else {
            append_utf8(shown, character.code);
        }
    }
    return shown;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        if (within(zero, character.code)) continue;
        width += within(wide, character.code) ? 2U : 1U;
    }
    return width;
}

}  // namespace lectern
