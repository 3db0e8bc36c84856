#include "searcher/match/filter.h"

#include "common/schema/field.h"
#include "common/text/tokenizer.h"
#include "searcher/match/facet.h"

#include <algorithm>

namespace lectern {

PreparedFilter::PreparedFilter(const Filter& filter) : field{filter.field} {
    const Field& known = facet_field(filter.field);
    for (const std::string& value : filter.values) {
        if (value == "none") {
            missing = true;
            continue;
        }
        if (known.kind != Kind::Day) {
            folded.push_back(folded_value(value));
            continue;
        }
        const auto range = parse_day_range(value);
        if (!range) {
            throw Error{Fault::Query, "not a date: \"" + value + "\"",
                        "dates are 2024, 2024-05, 2024-05-17 and ranges 2024-05..2024-06"};
        }
        folded.push_back(value);
        ranges.push_back(*range);
    }
}

SegmentFilter::SegmentFilter(const PreparedFilter& filter, const Segment& segment)
    : ranges_{filter.ranges}, missing_{filter.missing} {
    if (find_field(filter.field)->kind == Kind::Day) {
        days_ = &segment.numbers(filter.field);
        return;
    }
    values_ = &segment.values(filter.field);
    wanted_.resize(values_->values());
    for (Ordinal ordinal = 0; ordinal < values_->values(); ++ordinal) {
        const std::string folded = folded_value(values_->value(ordinal));
        wanted_[ordinal] =
            std::find(filter.folded.begin(), filter.folded.end(), folded) != filter.folded.end();
    }
}

bool SegmentFilter::keeps_day(std::int64_t day) const {
    if (day == NumberColumn::none) return missing_;
    return std::any_of(ranges_.begin(), ranges_.end(), [day](const DayRange& range) {
        return day >= range.first && day <= range.last;
    });
}

}  // namespace lectern
