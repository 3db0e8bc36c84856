#include "searcher/match/snippet.h"

#include "common/base/match.h"
#include "common/base/utf8.h"
#include "common/text/sentences.h"

#include <algorithm>
#include <map>

namespace lectern {
namespace {

bool is_of_text(const AnyTerm& any) {
    // Terms of other fields begin with a capital prefix, those of the text never do.
    return !any.terms.empty() && !is_upper(any.terms.front().front());
}

bool has(const AnyTerm& any, std::string_view term) {
    return std::binary_search(any.terms.begin(), any.terms.end(), term);
}

/// Terms of a title's own words, looked for in the text without their prefix.
AnyTerm without_title_prefix(AnyTerm any) {
    const std::string_view prefix = find_field("title")->prefix;
    for (std::string& term : any.terms) {
        const bool of_title = term.size() > prefix.size() && term.compare(0, prefix.size(), prefix) == 0 &&
                              !is_upper(term[prefix.size()]) && term[prefix.size()] != ':';
        if (of_title) term.erase(0, prefix.size());
    }
    std::sort(any.terms.begin(), any.terms.end());
    return any;
}

/// Bytes up to the character boundary at or before `at`.
std::size_t boundary(std::string_view text, std::size_t at) {
    return cut_at_character(text, at).size();
}

/// The beginning of the word that `at` is in, not before `least`.
std::size_t word_begin(std::string_view text, std::size_t at, std::size_t least) {
    constexpr std::size_t longest = 24;
    for (std::size_t back = at; back > least && at - back < longest; --back) {
        if (is_space(text[back - 1])) return back;
    }
    return boundary(text, at);
}

std::size_t word_end(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 24;
    for (std::size_t back = at; back > 0 && at - back < longest; --back) {
        if (is_space(text[back])) return back;
    }
    return boundary(text, at);
}

}  // namespace

Marker::Marker(const Plan& plan, Tokenizer& tokenizer) : tokenizer_{tokenizer} { collect(plan); }

void Marker::collect(const Plan& plan) {
    std::visit(Match{
                   [](const AllArticles&) {},
                   [this](const AnyTerm& any) {
                       AnyTerm words = without_title_prefix(any);
                       if (is_of_text(words)) rows_.push_back({{std::move(words)}});
                   },
                   [this](const InRow& row) {
                       InRow words;
                       for (const AnyTerm& place : row.places) {
                           words.places.push_back(without_title_prefix(place));
                       }
                       if (is_of_text(words.places.front())) rows_.push_back(std::move(words));
                   },
                   [this](const Beyond& beyond) { collect(beyond.whole.front()); },
                   [](const OnDays&) {},
                   [](const WithoutValue&) {},
                   [this](const AllOf& all) {
                       for (const Plan& part : all.plans) collect(part);
                   },
                   [this](const AnyOf& any) {
                       for (const Plan& part : any.plans) collect(part);
                   },
                   [](const NoneOf&) {},
               },
               plan.node);
}

std::vector<Marker::Mark> Marker::found(std::string_view text) const {
    std::vector<Mark> marks;
    if (rows_.empty()) return marks;
    std::vector<Token> words;  // without the joined forms, which mark their parts
    for (const Token& token : tokenizer_(text)) {
        for (std::size_t i = 0; token.joined && i < rows_.size(); ++i) {
            if (rows_[i].places.size() == 1 && has(rows_[i].places[0], token.term)) {
                marks.push_back({{token.begin, token.end}, i});
            }
        }
        if (!token.joined) words.push_back(token);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const std::vector<AnyTerm>& places = rows_[i].places;
            std::size_t matched = 0;
            while (matched < places.size() && at + matched < words.size() &&
                   has(places[matched], words[at + matched].term)) {
                ++matched;
            }
            if (matched == places.size()) {
                marks.push_back({{words[at].begin, words[at + matched - 1].end}, i});
            }
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
        return left.span.begin < right.span.begin;
    });
    return marks;
}

std::vector<Span> Marker::marks(std::string_view text) const {
    std::vector<Span> spans;
    for (const Mark& mark : found(text)) {
        if (!spans.empty() && mark.span.begin <= spans.back().end) {
            spans.back().end = std::max(spans.back().end, mark.span.end);
        } else {
            spans.push_back(mark.span);
        }
    }
    return spans;
}

Snippet Marker::snippet(std::string_view text, std::size_t bytes) const {
    const std::vector<Mark> all = found(text);
    // The window over the marks that shows the most different ones, then the most; the earliest of those.
    std::map<std::size_t, std::size_t> inside;
    std::size_t best_begin = 0;
    std::size_t best_end = 0;
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t first = 0;
    for (std::size_t last = 0; last < all.size(); ++last) {
        ++inside[all[last].what];
        while (all[last].span.end - all[first].span.begin > bytes && first < last) {
            if (--inside[all[first].what] == 0) inside.erase(all[first].what);
            ++first;
        }
        const std::pair<std::size_t, std::size_t> worth{inside.size(), last - first + 1};
        if (worth <= best) continue;
        best = worth;
        best_begin = all[first].span.begin;
        best_end = all[last].span.end;
    }
    // Room around it; from the beginning of its sentence where that is near.
    const std::size_t used = std::min(best_end - best_begin, bytes);
    const std::size_t room = bytes - used;
    std::size_t begin = best_begin > room / 2 ? best_begin - room / 2 : 0;
    std::size_t sentence = 0;
    for (const Span& span : sentences(text)) {
        if (span.begin > best_begin) break;
        sentence = span.begin;
    }
    if (sentence >= begin || best_begin - sentence <= room * 3 / 4) {
        begin = sentence;
    } else {
        begin = word_begin(text, begin, 0);
    }
    while (begin < text.size() && is_space(text[begin])) ++begin;
    std::size_t end = std::min(text.size(), begin + bytes);
    if (end < text.size()) end = std::max(word_end(text, end), std::min(best_end, text.size()));
    end = std::max(end, begin);
    Snippet snippet{.text = std::string{text.substr(begin, end - begin)},
                    .cut_before = begin > sentence,
                    .cut_after = end < text.size()};
    for (const Mark& mark : all) {
        if (mark.span.begin < begin || mark.span.end > end) continue;
        const Span here{mark.span.begin - begin, mark.span.end - begin};
        if (!snippet.marks.empty() && here.begin <= snippet.marks.back().end) {
            snippet.marks.back().end = std::max(snippet.marks.back().end, here.end);
        } else {
            snippet.marks.push_back(here);
        }
    }
    std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
    return snippet;
}

}  // namespace lectern
