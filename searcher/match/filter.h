#pragma once
// Which articles of a segment a filter keeps.

#include "searcher/match/response.h"

#include <string>
#include <vector>

namespace lectern {

/// A filter made ready: its values folded, its days read. Throws Error{Query} for an unknown field
/// or a day that is none.
struct PreparedFilter {
    explicit PreparedFilter(const Filter& filter);

    std::string field;
    std::vector<std::string> folded;  ///< of a Day field: as typed
    std::vector<DayRange> ranges;     ///< of a Day field
    bool missing{false};              ///< `none`: what has no value is kept too
};

/// A prepared filter on one segment.
class SegmentFilter {
public:
    SegmentFilter(const PreparedFilter& filter, const Segment& segment);

    bool keeps(ArticleNumber article) const {
        if (days_ != nullptr) return keeps_day(days_->of(article));
        bool kept = false;
        bool any = false;
        values_->of(article, [&](Ordinal ordinal) {
            kept = kept || wanted_[ordinal];
            any = true;
        });
        return kept || (missing_ && !any);
    }

private:
    bool keeps_day(std::int64_t day) const;

    const ValueColumn* values_{nullptr};
    const NumberColumn* days_{nullptr};
    std::vector<bool> wanted_;  ///< by ordinal
    std::vector<DayRange> ranges_;
    bool missing_;
};

}  // namespace lectern
