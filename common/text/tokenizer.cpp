#include "common/text/tokenizer.h"

#include "common/text/breaker.h"
#include "common/text/scanner.h"
#include "common/text/token_list.h"
#include "common/text/word_cutter.h"

#include <unicode/uvernum.h>

#include <algorithm>
#include <cstddef>

namespace lectern {
namespace {

// ICU counts in 32 bits with a sign; no text but an absurd one comes near it without white space.
constexpr std::size_t most_icu_bytes = std::size_t{1} << 30U;

}  // namespace

struct Tokenizer::Private {
    Breaker breaker;
    WordCutter cutter;
    TokenList tokens;

    void add_by_icu(std::string_view text, Span part) {
        while (part.begin < part.end) {
            const std::size_t end = part.begin + std::min(part.end - part.begin, most_icu_bytes);
            for (const Span& word : breaker(text, {part.begin, end})) cutter(text, word, tokens);
            part.begin = end;
        }
    }
};

Tokenizer::Tokenizer() : private_{std::make_unique<Private>()} {
}

Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

std::span<const Token> Tokenizer::operator()(std::string_view text) {
    TokenList& tokens = private_->tokens;
    tokens.start(text);
    Scanner scan{text, tokens, private_->cutter};
    for (std::size_t at = 0; at < text.size();) {
        const Stretches stretches = next_stretches(text, at);
        scan(stretches.simple);
        private_->add_by_icu(text, stretches.other);
        at = stretches.other.end;
    }
    tokens.finish();
    return tokens.tokens();
}

std::span<const Token> Tokenizer::by_icu(std::string_view text) {
    private_->tokens.start(text);
    private_->add_by_icu(text, {0, text.size()});
    private_->tokens.finish();
    return private_->tokens.tokens();
}

std::string_view Tokenizer::fingerprint() {
    return "words 1, ICU " U_ICU_VERSION;
}

}  // namespace lectern
