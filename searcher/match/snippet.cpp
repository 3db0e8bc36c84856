#include "searcher/match/snippet.h"

#include "common/base/match.h"
#include "common/base/utf8.h"
#include "common/text/sentences.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

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
        const bool of_title = term.size() > prefix.size() &&
                              term.compare(0, prefix.size(), prefix) == 0 &&
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

// Where no word ends within so many bytes, as in Chinese, any character will do.
constexpr std::size_t longest_word = 24;

/// The beginning of the word that `at` is in.
std::size_t word_begin(std::string_view text, std::size_t at) {
    for (std::size_t back = at; back > 0 && at - back < longest_word; --back) {
        if (is_space(text[back - 1])) return back;
    }
    return boundary(text, at);
}

/// The end of the last word that ends before `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
    for (std::size_t back = at; back > 0 && at - back < longest_word; --back) {
        if (is_space(text[back])) return back;
    }
    return boundary(text, at);
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

std::size_t sentence_begin(std::string_view text, std::size_t at) {
    std::size_t begin = 0;
    for (const Span& sentence : sentences(text)) {
        if (sentence.begin > at) break;
        begin = sentence.begin;
    }
    return begin;
}

/// `shown` with room around it; from the beginning of its sentence on where that is near.
Span passage_around(std::string_view text, Span shown, std::size_t sentence, std::size_t bytes) {
    const std::size_t room = bytes - std::min(shown.end - shown.begin, bytes);
    std::size_t begin = shown.begin - std::min(shown.begin, room / 2);
    const bool near = sentence >= begin || shown.begin - sentence <= room * 3 / 4;
    begin = near ? sentence : std::max(sentence, word_begin(text, begin));
    while (begin < text.size() && is_space(text[begin])) ++begin;
    std::size_t end = std::min(text.size(), begin + bytes);
    if (end < text.size()) end = std::max({word_end(text, end), shown.end, begin});
    return {begin, end};
}

/// Adds a span that begins no earlier than those before it, keeping them apart.
void add_apart(Span span, std::vector<Span>& spans) {
    if (!spans.empty() && span.begin <= spans.back().end) {
        spans.back().end = std::max(spans.back().end, span.end);
    } else {
        spans.push_back(span);
    }
}

/// Whether the first of `words` are those of the row.
bool begins_with(std::span<const Token> words, const InRow& row) {
    if (words.size() < row.places.size()) return false;
    return std::equal(row.places.begin(), row.places.end(), words.begin(),
                      [](const AnyTerm& any, const Token& word) { return has(any, word.term); });
}

}  // namespace

Marker::Marker(const Plan& plan, Tokenizer& tokenizer) : tokenizer_{tokenizer} {
    collect(plan);
}

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
    std::vector<Token> words;
    for (const Token& token : tokenizer_(text)) {
        if (token.joined) {
            add_joined(token, marks);
        } else {
            words.push_back(token);
        }
    }
    const std::span<const Token> all{words};
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!begins_with(all.subspan(at), rows_[i])) continue;
            const Token& last = words[at + rows_[i].places.size() - 1];
            marks.push_back({{words[at].begin, last.end}, i});
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
        return left.span.begin < right.span.begin;
    });
    return marks;
}

/// A hyphenated word written together is marked with all its parts.
void Marker::add_joined(const Token& token, std::vector<Mark>& marks) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].places.size() != 1 || !has(rows_[i].places[0], token.term)) continue;
        marks.push_back({{token.begin, token.end}, i});
    }
}

std::vector<Span> Marker::marks(std::string_view text) const {
    std::vector<Span> spans;
    for (const Mark& mark : found(text)) add_apart(mark.span, spans);
    return spans;
}

Span Marker::richest(const std::vector<Mark>& marks, std::size_t bytes) {
    Span richest;
    std::map<std::size_t, std::size_t> inside;  // how many marks of each kind
    std::pair<std::size_t, std::size_t> most{0, 0};
    std::size_t first = 0;
    for (std::size_t last = 0; last < marks.size(); ++last) {
        ++inside[marks[last].what];
        for (; first < last && marks[last].span.end > marks[first].span.begin + bytes; ++first) {
            const auto left = inside.find(marks[first].what);
            if (--left->second == 0) inside.erase(left);
        }
        const std::pair<std::size_t, std::size_t> worth{inside.size(), last - first + 1};
        if (worth <= most) continue;
        most = worth;
        richest = {marks[first].span.begin, marks[last].span.end};
    }
    return richest;
}

Snippet Marker::snippet(std::string_view text, std::size_t bytes) const {
    const std::vector<Mark> all = found(text);
    const Span shown = richest(all, bytes);
    const std::size_t sentence = sentence_begin(text, shown.begin);
    const Span passage = passage_around(text, shown, sentence, bytes);
    Snippet snippet{.text = std::string{text.substr(passage.begin, passage.end - passage.begin)},
                    .cut_before = !is_blank(text.substr(sentence, passage.begin - sentence)),
                    .cut_after = !is_blank(text.substr(passage.end))};
    for (const Mark& mark : all) {
        if (mark.span.begin < passage.begin || mark.span.end > passage.end) continue;
        add_apart({mark.span.begin - passage.begin, mark.span.end - passage.begin}, snippet.marks);
    }
    std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
    return snippet;
}

}  // namespace lectern
