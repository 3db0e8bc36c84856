#include "common/base/json.h"

#include "common/schema/field.h"
#include "searcher/match/facet.h"
#include "searcher/show/formats.h"

#include <algorithm>
#include <ostream>

namespace lectern {
namespace {

Json json_of(const Snippet& snippet) {
    Json ranges = Json::array();
    for (const Span& mark : snippet.marks) ranges.push_back({mark.begin, mark.end});
    return {{"text", snippet.text}, {"ranges", ranges}};
}

Json json_of(const Hit& hit, const Showing& showing) {
    static const std::vector<std::string> usual{
        "id",      "title",        "date", "outlet", "author", "place", "lang",
        "section", "spokesperson", "org",  "url",    "path",   "score"};
    Json json = Json::object();
    for (const std::string& name : showing.fields.empty() ? usual : showing.fields) {
        if (name == "score") {
            json[name] = hit.score;
            continue;
        }
        const std::vector<std::string> values = find_field(name)->values(hit.article);
        if (has_many(name)) {
            json[name + 's'] = values;
        } else if (!values.empty()) {
            json[name] = values.front();
        } else if (name == "date") {
            json[name] = nullptr;
        }
    }
    if (hit.article.source.record != 0) json["record"] = hit.article.source.record;
    if (!hit.snippet.text.empty()) json["snippets"] = Json::array({json_of(hit.snippet)});
    return json;
}

std::string grouping_name(Grouping grouping) {
    switch (grouping) {
        case Grouping::Value:
            return "value";
        case Grouping::Year:
            return "year";
        case Grouping::Month:
            return "month";
        case Grouping::Week:
            return "week";
        case Grouping::Day:
            return "day";
    }
    return {};
}

Json json_of(const Facet& facet) {
    Json counts = Json::array();
    for (const Bucket& bucket : facet.buckets) {
        Json json{{"value", bucket.value}, {"count", bucket.count}};
        if (facet.request.grouping != Grouping::Value) json["of"] = bucket.of;
        if (bucket.selected) json["selected"] = true;
        counts.push_back(std::move(json));
    }
    return {{"field", facet.request.field}, {"by", grouping_name(facet.request.grouping)},
            {"counts", std::move(counts)},  {"missing", facet.missing},
            {"other", facet.other},         {"distinct", facet.distinct}};
}

Json json_of(const Expansion& expansion) {
    return {{"from", expansion.from}, {"terms", expansion.terms}, {"cut", expansion.cut}};
}

/// Everything but the hits.
Json summary(const Response& response, const Showing& showing) {
    Json expansions = Json::array();
    for (const Expansion& expansion : response.expansions) expansions.push_back(json_of(expansion));
    Json problems = Json::array();
    for (const Problem& problem : showing.problems) {
        problems.push_back({{"where", problem.where}, {"message", problem.message}});
    }
    Json facets = Json::array();
    for (const Facet& facet : response.facets) facets.push_back(json_of(facet));
    return {{"schema", 1},
            {"query",
             {{"q", showing.query},
              {"parsed", showing.parsed},
              {"expansions", std::move(expansions)},
              {"problems", std::move(problems)}}},
            {"total", response.total},
            {"exact", true},
            {"facets", std::move(facets)},
            {"index", {{"uuid", response.uuid}, {"revision", response.revision}}}};
}

}  // namespace

void show_json(const Response& response, const Showing& showing, std::ostream& out) {
    Json json = summary(response, showing);
    if (showing.hits) {
        json["hits"] = Json::array();
        for (const Hit& hit : response.hits) json["hits"].push_back(json_of(hit, showing));
    }
    out << json_text(json) << '\n';
}

void show_jsonl(const Response& response, const Showing& showing, std::ostream& out) {
    for (const Hit& hit : response.hits) {
        if (showing.hits) out << json_text(json_of(hit, showing)) << '\n';
    }
    out << json_text(summary(response, showing)) << '\n';
}

}  // namespace lectern
