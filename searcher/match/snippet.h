#pragma once
// The passage of an article that shows most of what was searched for.

#include "common/text/tokenizer.h"
#include "searcher/match/response.h"
#include "searcher/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// What of a plan can be seen in a text: its words and rows, without those that must not occur and
/// those of fields other than title and body.
class Marker {
public:
    Marker(const Plan& plan, Tokenizer& tokenizer);

    /// The bytes of `text` that match: words, and rows whole; ascending, apart.
    std::vector<Span> marks(std::string_view text) const;

    /// A passage of about `bytes` bytes with the most different matches, from the first sentence of
    /// it on where that fits; the beginning of the text if nothing matches.
    Snippet snippet(std::string_view text, std::size_t bytes) const;

private:
    struct Mark {
        Span span;
        std::size_t what;  ///< which word or row it matches
    };

    std::vector<Mark> found(std::string_view text) const;
    void add_joined(const Token& token, std::vector<Mark>& marks) const;
    /// The bytes around the most different marks, then the most, that fit; the first such.
    static Span richest(const std::vector<Mark>& marks, std::size_t bytes);
    void collect(const Plan& plan);

    Tokenizer& tokenizer_;
    std::vector<InRow> rows_;  ///< single words are rows of one place
};

}  // namespace lectern
