// Whatever the text: the fast path gives ICU's tokens, and every token keeps its promises.

#include "common/base/utf8.h"
#include "common/text/sentences.h"
#include "common/text/tokenizer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

struct Kept {
    std::string term;
    lectern::Token token;
};

std::vector<Kept> kept(std::span<const lectern::Token> tokens) {
    std::vector<Kept> copies;
    for (const lectern::Token& token : tokens) copies.push_back({std::string{token.term}, token});
    return copies;
}

void require_promises(std::span<const lectern::Token> tokens, std::string_view text) {
    std::uint32_t begin = 0;
    std::uint32_t position = 0;
    for (const lectern::Token& token : tokens) {
        require(!token.term.empty() && token.term.size() <= lectern::max_token_bytes);
        require(lectern::is_valid_utf8(token.term));
        require(std::none_of(token.term.begin(), token.term.end(),
                             [](char c) { return c == '\0' || (c >= 'A' && c <= 'Z'); }));
        require(token.begin < token.end && token.end <= text.size());
        require(token.begin >= begin && token.position >= position);
        begin = token.begin;
        position = token.position;
    }
}

void require_same(const std::vector<Kept>& expected, std::span<const lectern::Token> tokens) {
    require(expected.size() == tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const lectern::Token& other = expected[i].token;
        require(tokens[i].term == expected[i].term && tokens[i].position == other.position);
        require(tokens[i].begin == other.begin && tokens[i].end == other.end);
        require(tokens[i].joined == other.joined && tokens[i].ordinary == other.ordinary);
    }
}

void require_cover(const std::vector<lectern::Span>& sentences, std::string_view text) {
    std::size_t end = 0;
    for (const lectern::Span& sentence : sentences) {
        require(sentence.begin == end && sentence.end > sentence.begin);
        end = sentence.end;
    }
    require(end == text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static lectern::Tokenizer tokenizer;
    const std::string text{bytes, bytes + size};
    const std::vector<Kept> by_icu = kept(tokenizer.by_icu(text));
    const std::span<const lectern::Token> tokens = tokenizer(text);
    require_promises(tokens, text);
    require_same(by_icu, tokens);
    require(lectern::is_valid_utf8(lectern::folded_value(text)));
    require_cover(lectern::sentences(text), text);
    return 0;
}
