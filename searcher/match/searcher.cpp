#include "searcher/match/searcher.h"

#include "common/index/guard.h"
#include "searcher/match/best.h"
#include "searcher/match/cursor.h"
#include "searcher/match/facet.h"
#include "searcher/match/filter.h"
#include "searcher/match/snippet.h"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::size_t snippet_bytes = 240;

/// How many of the best matches must be known.
std::size_t room_for(const Request& request, const Ranking& ranking) {
    if (!request.hits) return 0;
    const std::size_t all = ranking.articles();
    return request.limit == 0 ? all : std::min(all, request.offset + request.limit);
}

/// One request on its way over the segments.
class Run {
public:
    Run(const Request& request, const Plan& plan, const Ranking& ranking, std::size_t room)
        : request_{request}, plan_{plan}, ranking_{ranking}, scores_{room != 0}, best_{room} {
        for (const Filter& filter : request.filters) filters_.emplace_back(filter);
        for (const FacetRequest& facet : request.facets) sums_.emplace_back(facet);
    }

    void evaluate(const Segment& segment, std::uint32_t index, std::uint32_t place) {
        std::vector<SegmentFilter> filters;
        for (const PreparedFilter& filter : filters_) filters.emplace_back(filter, segment);
        std::vector<SegmentFacet> facets;
        for (const FacetRequest& facet : request_.facets) facets.emplace_back(facet, segment);

        const NumberColumn& times = segment.numbers(time_column);
        const auto cursor = make_cursor(plan_, segment, ranking_);
        for (ArticleNumber at = cursor->next(); at != Cursor::end; at = cursor->next()) {
            if (segment.dead().has(at) || !counted(filters, facets, at)) continue;
            ++total_;
            const std::int64_t time = times.of(at);
            const double key = key_of(*cursor, time);
            if (best_.worth(key)) best_.add({key, time, index, place, at});
        }
        for (std::size_t i = 0; i < facets.size(); ++i) sums_[i].add(facets[i]);
        add_denominators(filters, segment);
    }

    std::uint64_t total() const { return total_; }

    std::vector<Ranked> best() { return best_.take(); }

    std::vector<Facet> facets() const {
        std::vector<Facet> facets;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const PreparedFilter* own = filter_on(request_.facets[i].field);
            facets.push_back(
                sums_[i].facet(own != nullptr ? own->folded : std::vector<std::string>{}));
        }
        return facets;
    }

private:
    const PreparedFilter* filter_on(const std::string& field) const {
        const auto found = std::find_if(filters_.begin(), filters_.end(),
                                        [&](const PreparedFilter& f) { return f.field == field; });
        return found == filters_.end() ? nullptr : &*found;
    }

    /// Counts a match in the facets; whether all filters keep it. One that a single filter drops
    /// still counts for the facets on that filter's field.
    bool counted(const std::vector<SegmentFilter>& filters,
                 std::vector<SegmentFacet>& facets,
                 ArticleNumber article) const {
        const PreparedFilter* dropped_by = nullptr;
        for (std::size_t i = 0; i < filters.size(); ++i) {
            if (filters[i].keeps(article)) continue;
            if (dropped_by != nullptr) return false;
            dropped_by = &filters_[i];
        }
        for (std::size_t i = 0; i < facets.size(); ++i) {
            if (dropped_by == nullptr || request_.facets[i].field == dropped_by->field) {
                facets[i].count(article);
            }
        }
        return dropped_by == nullptr;
    }

    double key_of(Cursor& cursor, std::int64_t time) const {
        switch (request_.sort) {
            case Sort::Relevance:
                return scores_ ? static_cast<double>(cursor.score()) : 0;
            case Sort::Newest:
                return static_cast<double>(time);
            case Sort::Oldest:
                return time == NumberColumn::none ? static_cast<double>(time)
                                                  : -static_cast<double>(time);
        }
        return 0;
    }

    /// Of date facets: all articles that the filters on other fields keep.
    void add_denominators(const std::vector<SegmentFilter>& filters, const Segment& segment) {
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const FacetRequest& facet = request_.facets[i];
            if (facet.grouping == Grouping::Value) continue;
            SegmentFacet all{facet, segment};
            for (ArticleNumber article = 1; article <= segment.articles(); ++article) {
                if (segment.dead().has(article)) continue;
                bool kept = true;
                for (std::size_t f = 0; f < filters.size() && kept; ++f) {
                    kept = filters_[f].field == facet.field || filters[f].keeps(article);
                }
                if (kept) all.count(article);
            }
            sums_[i].add_all(all);
        }
    }

    const Request& request_;
    const Plan& plan_;
    const Ranking& ranking_;
    std::vector<PreparedFilter> filters_;
    std::vector<FacetSum> sums_;
    bool scores_;  ///< whether anyone wants to know how well a match matches
    Best best_;
    std::uint64_t total_{0};
};

}  // namespace

struct Searcher::Private {
    std::vector<Snapshot> indexes;
    Tokenizer tokenizer;
};

Searcher::Searcher(const std::vector<std::string>& folders)
    : private_{std::make_unique<Private>()} {
    for (const std::string& folder : folders) private_->indexes.emplace_back(folder);
}

Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Response Searcher::operator()(const Request& request) {
    const std::vector<Snapshot>& indexes = private_->indexes;
    Planned planned = plan(request.query, indexes, private_->tokenizer);
    const Ranking ranking{indexes};
    Run run{request, planned.plan, ranking, room_for(request, ranking)};
    for (std::uint32_t i = 0; i < indexes.size(); ++i) {
        guarded(indexes[i].folder(), [&] {
            for (std::uint32_t s = 0; s < indexes[i].segments().size(); ++s) {
                run.evaluate(indexes[i].segments()[s], i, s);
            }
        });
    }
    Response response{.total = run.total(),
                      .facets = run.facets(),
                      .expansions = std::move(planned.expansions),
                      .uuid = indexes.front().manifest().uuid,
                      .revision = indexes.front().manifest().revision};
    const std::vector<Ranked> best = run.best();
    const Marker marker{planned.plan, private_->tokenizer};
    for (std::size_t i = request.offset; i < best.size(); ++i) {
        const Ranked& match = best[i];
        Hit hit{.article = indexes[match.index].article({match.segment, match.number}),
                .score = request.sort == Sort::Relevance ? match.key : 0};
        if (request.snippets) hit.snippet = marker.snippet(hit.article.body, snippet_bytes);
        response.hits.push_back(std::move(hit));
    }
    return response;
}

Explanation Searcher::explain(const Query& query) {
    const Planned planned = plan(query, private_->indexes, private_->tokenizer);
    return {plan_text(planned.plan), xapian_query(planned.plan).get_description(),
            planned.expansions};
}

std::vector<Article> Searcher::articles(const std::string& id_or_path) {
    std::vector<Article> found;
    for (const Snapshot& index : private_->indexes) {
        std::vector<ArticleRef> refs = index.with_id(id_or_path);
        if (refs.empty()) refs = index.with_path(id_or_path);
        for (const ArticleRef& ref : refs) found.push_back(index.article(ref));
    }
    return found;
}

}  // namespace lectern
