#include "common/text/encoding.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

namespace lectern {
namespace {

constexpr std::size_t sample_bytes = 64U << 10U;  ///< enough to guess by
constexpr std::size_t piece_bytes = 256U << 20U;  ///< ICU counts in 32 bits

struct Mark {
    std::string_view bytes;
    const char* encoding;
};

// UTF-32LE's begins as UTF-16LE's does, and is asked first.
constexpr auto marks = std::to_array<Mark>({{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                            {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                            {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                            {{"\xFF\xFE", 2}, "UTF-16LE"},
                                            {{"\xFE\xFF", 2}, "UTF-16BE"}});

/// `encoding` must be one that ICU knows.
Decoded converted(std::string_view bytes, const std::string& encoding) {
    Decoded decoded;
    decoded.encoding = encoding;
    const icu::UnicodeString text{bytes.substr(0, piece_bytes).data(),
                                  static_cast<std::int32_t>(std::min(bytes.size(), piece_bytes)),
                                  encoding.c_str()};
    text.toUTF8String(decoded.text);
    decoded.repaired = text.indexOf(char16_t{0xFFFD}) >= 0;
    return decoded;
}

/// How bytes above 127 follow each other, which tells families of encodings apart.
struct HighBytes {
    std::size_t alone{};     ///< between two ASCII bytes, as accented letters of Western languages
    std::size_t in_utf8{};   ///< in well-formed sequences of UTF-8
    std::size_t no_utf8{};   ///< ill-formed as UTF-8
    std::size_t in_pairs{};  ///< in pairs that are characters of GB 2312
    std::size_t high{};      ///< all of them
};

bool is_high(std::string_view bytes, std::size_t at) {
    return at < bytes.size() && !is_ascii(bytes[at]);
}

HighBytes high_bytes(std::string_view bytes) {
    HighBytes counts;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (!is_high(bytes, at)) continue;
        ++counts.high;
        if ((at == 0 || !is_high(bytes, at - 1)) && !is_high(bytes, at + 1)) ++counts.alone;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = character_at(bytes, at);
        if (is_high(bytes, at)) {
            (character.valid ? counts.in_utf8 : counts.no_utf8) += character.bytes;
        }
        at += character.bytes;
    }
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const auto trail = static_cast<unsigned char>(bytes[at + 1]);
        if (lead < 0x80) continue;
        if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 && trail <= 0xFE) counts.in_pairs += 2;
        ++at;
    }
    return counts;
}

/// The part of `bytes` to guess by: around the first high byte.
std::string_view sample(std::string_view bytes) {
    const auto* const high =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return !is_ascii(c); });
    const auto first = static_cast<std::size_t>(high - bytes.begin());
    return bytes.substr(first - std::min<std::size_t>(first, 1024), sample_bytes);
}

/// ICU's guess; empty if it has none that we would follow.
std::string guessed(std::string_view bytes) {
    constexpr auto trusted = std::to_array<std::string_view>(
        {"GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "windows-1251", "windows-1253",
         "windows-1254", "windows-1255", "windows-1256", "KOI8-R", "ISO-8859-2", "ISO-8859-5",
         "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9"});
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector{ucsdet_open(&status),
                                                                              &ucsdet_close};
    if (U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return {};
    for (const UCharsetMatch* match : std::span{matches, static_cast<std::size_t>(count)}) {
        std::string name = ucsdet_getName(match, &status);
        if (ucsdet_getConfidence(match, &status) < 10) break;
        const bool known = std::find(trusted.begin(), trusted.end(), name) != trusted.end();
        if (known || name == "ISO-8859-1" || name == "windows-1252") return name;
    }
    return {};
}

std::string legacy_encoding(std::string_view bytes) {
    const std::string_view looked_at = sample(bytes);
    const HighBytes counts = high_bytes(looked_at);
    if (counts.in_utf8 > 4 * counts.no_utf8) return "UTF-8";
    std::string guess = guessed(looked_at);
    const bool western = counts.alone * 2 > counts.high || counts.high * 20 < looked_at.size();
    const bool pairs = counts.in_pairs * 10 >= counts.high * 9;
    const bool vague = guess.empty() || guess == "ISO-8859-1" || guess == "windows-1252";
    if (pairs && (guess == "GB18030" || (vague && counts.alone == 0))) return "GB18030";
    if (western || vague) return "windows-1252";
    return guess;
}

/// UTF-16 without a mark: nearly every other byte is NUL, always on the same side. Empty if it is
/// not.
std::string unmarked_utf16(std::string_view bytes) {
    const std::string_view looked_at = bytes.substr(0, sample_bytes);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < looked_at.size(); ++at) nuls.at(at % 2) += looked_at[at] == '\0';
    const std::size_t half = looked_at.size() / 2;
    if (nuls[1] * 10 > half * 6 && nuls[0] == 0) return "UTF-16LE";
    if (nuls[0] * 10 > half * 6 && nuls[1] == 0) return "UTF-16BE";
    return {};
}

}  // namespace

std::optional<Decoded> decoded(std::string_view bytes) {
    for (const Mark& mark : marks) {
        if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
        if (mark.encoding != std::string_view{"UTF-8"}) {
            return converted(bytes.substr(mark.bytes.size()), mark.encoding);
        }
        bytes.remove_prefix(mark.bytes.size());
    }
    if (bytes.find('\0') != std::string_view::npos) {
        const std::string encoding = unmarked_utf16(bytes);
        if (encoding.empty()) return {};
        return converted(bytes, encoding);
    }
    if (is_valid_utf8(bytes)) return Decoded{std::string{bytes}, "UTF-8", false};
    return converted(bytes, legacy_encoding(bytes));
}

}  // namespace lectern
