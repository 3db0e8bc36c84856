#include "common/text/breaker.h"

#include "common/base/error.h"
#include "common/base/utf8.h"
#include "common/text/letters.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <string>

namespace lectern {
namespace {

std::unique_ptr<icu::BreakIterator> word_boundaries() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made{
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) != 0 || !made) {
        throw Error{Fault::Internal,
                    std::string{"ICU has no word boundaries: "} + u_errorName(status),
                    "is its data (libicudata) installed?"};
    }
    return made;
}

// A zero-width space may part Khmer words but only lets a Latin one wrap.
bool is_wrap_point(char32_t before, const Character& here, char32_t after) {
    const auto alphabetic = [](char32_t code) { return code < 0x590 && is_word_character(code); };
    return here.code == 0x200B && alphabetic(before) && alphabetic(after);
}

}  // namespace

struct Breaker::Private {
    std::unique_ptr<icu::BreakIterator> boundaries;
    std::u16string units;                // the part in UTF-16, as ICU wants it
    std::vector<std::uint32_t> offsets;  // of each unit in the text, and of the end
    std::vector<Span> words;

    void add(char32_t code, std::size_t offset) {
        if (code > 0xFFFF) {
            units += static_cast<char16_t>(0xD7C0U + (code >> 10U));
            units += static_cast<char16_t>(0xDC00U + (code & 0x3FFU));
            offsets.push_back(static_cast<std::uint32_t>(offset));
        } else {
            units += static_cast<char16_t>(code);
        }
        offsets.push_back(static_cast<std::uint32_t>(offset));
    }

    void decode(std::string_view text, Span part) {
        units.clear();
        offsets.clear();
        char32_t before = 0;
        for (std::size_t at = part.begin; at < part.end;) {
            const Character character = character_at(text, at);
            const std::size_t next = at + character.bytes;
            const bool skipped = character.code == 0x200B &&
                                 is_wrap_point(before, character, character_at(text, next).code);
            if (!skipped) {
                add(character.code, at);
                before = character.code;
            }
            at = next;
        }
        offsets.push_back(static_cast<std::uint32_t>(part.end));
    }
};

Breaker::Breaker() : private_{std::make_unique<Private>()} {
}

Breaker::Breaker(Breaker&&) noexcept = default;
Breaker& Breaker::operator=(Breaker&&) noexcept = default;
Breaker::~Breaker() = default;

std::span<const Span> Breaker::operator()(std::string_view text, Span part) {
    Private& own = *private_;
    if (!own.boundaries) own.boundaries = word_boundaries();
    own.decode(text, part);
    own.words.clear();
    const icu::UnicodeString units{0, own.units.data(), static_cast<int32_t>(own.units.size())};
    own.boundaries->setText(units);
    int32_t begin = 0;
    for (int32_t end = own.boundaries->next(); end != icu::BreakIterator::DONE;
         end = own.boundaries->next()) {
        if (own.boundaries->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
            own.words.push_back({own.offsets[static_cast<std::size_t>(begin)],
                                 own.offsets[static_cast<std::size_t>(end)]});
        }
        begin = end;
    }
    return own.words;
}

}  // namespace lectern
