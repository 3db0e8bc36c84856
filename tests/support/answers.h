#pragma once
// What an index answers, as one text that can be compared.

#include "searcher/match/searcher.h"

#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// What one query finds: articles by file and id, with their scores, and the counts of every facet.
struct Answer {
    std::map<std::string, double> scores;
    std::string counts;
};

/// Asks for all hits and all facets.
inline Answer answer(Searcher& searcher, std::string_view query) {
    Request request{.query = parse(query).query, .limit = 0, .snippets = false};
    for (const std::string_view field :
         {"outlet", "author", "spokesperson", "org", "lang", "type"}) {
        request.facets.push_back({.field = std::string{field}, .limit = 0});
    }
    request.facets.push_back({.field = "date", .grouping = Grouping::Month});
    const Response response = searcher(request);
    Answer answer{.counts = std::to_string(response.total)};
    for (const Hit& hit : response.hits) {
        answer.scores[hit.article.source.path + ' ' + hit.article.id] = hit.score;
    }
    for (const Facet& facet : response.facets) {
        answer.counts += '\n' + facet.request.field + ": missing " + std::to_string(facet.missing);
        for (const Bucket& bucket : facet.buckets) {
            answer.counts += ", " + bucket.value + ' ' + std::to_string(bucket.count) + '/' +
                             std::to_string(bucket.of);
        }
    }
    return answer;
}

/// How the answers differ, empty if they do not: scores may differ by 1e-4.
inline std::string difference(const Answer& left, const Answer& right) {
    if (left.counts != right.counts) return left.counts + "\nand\n" + right.counts;
    if (left.scores.size() != right.scores.size()) return "not as many hits";
    for (const auto& [name, score] : left.scores) {
        const auto found = right.scores.find(name);
        if (found == right.scores.end()) return name + " is missing";
        if (std::abs(found->second - score) > 1e-4) {
            return name + ": " + std::to_string(score) + " and " + std::to_string(found->second);
        }
    }
    return {};
}

}  // namespace lectern
