#pragma once
// Counts the matches by the values of a field, segment by segment, from columns.

#include "common/schema/field.h"
#include "searcher/match/response.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// `date:month` → {date, Month}. Throws Error{Query} for a field that has no column or a grouping
/// that does not fit, with the ones there are.
FacetRequest parse_facet(std::string_view text);

/// The field of that name, if it has a column; throws Error{Query} with the ones there are.
const Field& facet_field(std::string_view name);

/// The bucket of a day, by its first day: that of its year, month, week (from Monday) or itself.
DayNumber bucket_of(DayNumber day, Grouping grouping);
/// The bucket after this one.
DayNumber next_bucket(DayNumber bucket, Grouping grouping);
/// `2020`, `2020-09`, `2020-W39` (ISO 8601), `2020-09-24`.
std::string bucket_text(DayNumber bucket, Grouping grouping);

/// The counts of one facet in one segment; the request is one that a FacetSum took.
class SegmentFacet {
public:
    SegmentFacet(const FacetRequest& request, const Segment& segment);

    void count(ArticleNumber article) {
        if (days_ != nullptr) {
            count_day(article);
            return;
        }
        bool any = false;
        values_->of(article, [&](Ordinal ordinal) {
            ++by_value_[ordinal];
            any = true;
        });
        if (!any) ++missing_;
    }

private:
    friend class FacetSum;

    void count_day(ArticleNumber article) {
        const std::int64_t day = days_->of(article);
        if (day == NumberColumn::none) {
            ++missing_;
        } else {
            ++by_day_[static_cast<DayNumber>(day)];
        }
    }

    const ValueColumn* values_{nullptr};
    const NumberColumn* days_{nullptr};
    std::vector<std::uint64_t> by_value_;
    std::map<DayNumber, std::uint64_t> by_day_;
    std::uint64_t missing_{0};
};

/// The counts of one facet over all segments.
class FacetSum {
public:
    /// Throws Error{Query} for a field that has no column or a grouping that does not fit.
    explicit FacetSum(FacetRequest request);

    void add(const SegmentFacet& segment);
    /// The same of all articles that pass the filters, whether they match or not: the denominators.
    void add_all(const SegmentFacet& segment);

    /// `selected` are the folded values that a filter names.
    Facet facet(const std::vector<std::string>& selected) const;

private:
    void add_values(Facet& facet) const;
    void add_days(Facet& facet) const;

    FacetRequest request_;
    std::map<std::string, std::uint64_t, std::less<>> values_;
    std::map<DayNumber, std::uint64_t> days_;
    std::map<DayNumber, std::uint64_t> all_days_;
    std::uint64_t missing_{0};
};

}  // namespace lectern
