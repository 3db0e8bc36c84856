#include "searcher/plan/widen.h"

#include "common/index/guard.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lectern {
namespace {

constexpr std::size_t most_terms_looked_at = 100'000;

using Frequencies = std::map<std::string, std::uint64_t>;

void add_forms(const Segment& segment,
               const std::string& word,
               Stemmer& stemmer,
               std::vector<std::string>& forms) {
    const std::uint32_t languages = segment.entry().languages;
    for (unsigned language = 0; (languages >> language) != 0; ++language) {
        if (((languages >> language) & 1U) == 0) continue;
        const auto value = segment.stems().find(stemmer.key(word, static_cast<int>(language)));
        if (!value) continue;
        for (std::string& form : decoded_forms(*value)) forms.push_back(std::move(form));
    }
}

/// Adds the terms of a segment that begin with `start`, until `left` have been looked at; whether
/// that were all.
bool add_terms(const Segment& segment,
               const std::string& start,
               std::size_t& left,
               Frequencies& found) {
    const Xapian::Database& postings = segment.postings();
    const auto end = postings.allterms_end(start);
    for (auto at = postings.allterms_begin(start); at != end; ++at) {
        if (left == 0) return false;
        --left;
        found[*at] += at.get_termfreq();
    }
    return true;
}

}  // namespace

std::vector<std::string> forms_of(const std::string& word,
                                  std::span<const Snapshot> indexes,
                                  Stemmer& stemmer) {
    std::vector<std::string> forms{word};
    for (const Snapshot& index : indexes) {
        for (const Segment& segment : index.segments()) add_forms(segment, word, stemmer, forms);
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

Beginning terms_beginning(const std::string& start,
                          std::span<const Snapshot> indexes,
                          std::size_t limit) {
    Frequencies found;
    Beginning beginning;
    std::size_t left = most_terms_looked_at;
    for (const Snapshot& index : indexes) {
        for (const Segment& segment : index.segments()) {
            const bool all =
                guarded(index.folder(), [&] { return add_terms(segment, start, left, found); });
            beginning.cut = beginning.cut || !all;
        }
    }
    std::vector<std::pair<std::string, std::uint64_t>> ranked{found.begin(), found.end()};
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left_one, const auto& right_one) {
        return left_one.second > right_one.second;
    });
    if (ranked.size() > limit) {
        ranked.resize(limit);
        beginning.cut = true;
    }
    beginning.terms.reserve(ranked.size());
    for (auto& [term, count] : ranked) beginning.terms.push_back(std::move(term));
    return beginning;
}

}  // namespace lectern
