#include "common/text/token_list.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t most_joined_parts = 4;
static_assert(most_joined_parts * max_token_bytes <= fold_room);

bool is_number(std::string_view term) {
    return std::all_of(term.begin(), term.end(), [](char c) { return is_digit(c) || c == '.'; });
}

}  // namespace

void TokenList::start(std::string_view text) {
    text_ = text;
    tokens_.clear();
    position_ = 0;
    parts_ = 0;
    chunks_used_ = 0;
    left_ = 0;
}

bool TokenList::continues_hyphenated(std::size_t begin) const {
    const std::size_t hyphen = hyphen_before(text_, begin);
    return hyphen != 0 && parts_ > 0 && tokens_.back().end == begin - hyphen;
}

void TokenList::finish() {
    const std::size_t parts = parts_;
    parts_ = 0;
    if (parts < 2 || parts > most_joined_parts) return;
    const auto first = tokens_.end() - static_cast<std::ptrdiff_t>(parts);
    if (std::all_of(first, tokens_.end(), [](const Token& part) { return is_number(part.term); })) {
        return;
    }
    char* const begin = room();
    char* end = begin;
    for (auto part = first; part != tokens_.end(); ++part) {
        end = std::copy(part->term.begin(), part->term.end(), end);
    }
    const auto all = static_cast<std::size_t>(end - begin);
    const std::string_view term = cut_at_character({begin, all}, max_token_bytes);
    cursor_ += term.size();
    left_ -= term.size();
    tokens_.insert(first, Token{term, first->position, first->begin, tokens_.back().end, true,
                                first->ordinary});
}

void TokenList::next_chunk() {
    if (chunks_used_ == chunks_.size()) chunks_.emplace_back();
    cursor_ = chunks_[chunks_used_++].data();
    left_ = chunk_bytes;
}

}  // namespace lectern
