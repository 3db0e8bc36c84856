#include "searcher/match/facet.h"

#include "common/base/strings.h"
#include "common/schema/field.h"
#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

struct GroupingName {
    std::string_view name;
    Grouping grouping;
};

constexpr auto groupings = std::to_array<GroupingName>({{"year", Grouping::Year},
                                                        {"month", Grouping::Month},
                                                        {"week", Grouping::Week},
                                                        {"day", Grouping::Day}});

/// Longer rows of empty buckets than this are not filled in: 30 years of days.
constexpr std::size_t most_filled = 11'000;

/// 1970-01-01 was a Thursday; weeks begin on Monday.
DayNumber monday_of(DayNumber day) {
    const DayNumber since = (day + 3) % 7;
    return day - (since < 0 ? since + 7 : since);
}

Error not_grouped_so(std::string_view facet) {
    return Error{Fault::Query, "a facet cannot be grouped so: \"" + std::string{facet} + '"',
                 "only a date can, by year, month, week or day: date:month"};
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

const Field& facet_field(std::string_view name) {
    const Field* field = find_field(name);
    if (field != nullptr && field->column) return *field;
    std::vector<std::string> names;
    for (const std::string_view facet : facet_names()) names.emplace_back(facet);
    throw Error{
        Fault::Query, "there is no facet \"" + std::string{name} + '"',
        "facets are " + join(names, ", ") + "; date also by year, month, week, day: date:month"};
}

FacetRequest parse_facet(std::string_view text) {
    const std::size_t colon = text.find(':');
    FacetRequest request{.field = ascii_lower(text.substr(0, colon))};
    const Field& field = facet_field(request.field);
    if (field.kind == Kind::Day) request.grouping = Grouping::Month;
    if (colon == std::string_view::npos) return request;
    const std::string by = ascii_lower(text.substr(colon + 1));
    for (const GroupingName& known : groupings) {
        if (known.name != by || field.kind != Kind::Day) continue;
        request.grouping = known.grouping;
        return request;
    }
    throw not_grouped_so(text);
}

DayNumber bucket_of(DayNumber day, Grouping grouping) {
    const CivilDay date = civil(day);
    switch (grouping) {
        case Grouping::Year:
            return day_of(date.year, 1, 1).value_or(day);
        case Grouping::Month:
            return day - date.day + 1;
        case Grouping::Week:
            return monday_of(day);
        case Grouping::Value:
        case Grouping::Day:
            return day;
    }
    return day;
}

DayNumber next_bucket(DayNumber bucket, Grouping grouping) {
    constexpr DayNumber a_week = 7;
    constexpr DayNumber more_than_a_month = 31;
    constexpr DayNumber more_than_a_year = 366;
    switch (grouping) {
        case Grouping::Year:
            return bucket_of(bucket + more_than_a_year, grouping);
        case Grouping::Month:
            return bucket_of(bucket + more_than_a_month, grouping);
        case Grouping::Week:
            return bucket + a_week;
        case Grouping::Value:
        case Grouping::Day:
            return bucket + 1;
    }
    return bucket + 1;
}

std::string bucket_text(DayNumber bucket, Grouping grouping) {
    constexpr std::size_t year_length = 4;
    constexpr std::size_t month_length = 7;
    std::string day = day_text(bucket);
    switch (grouping) {
        case Grouping::Year:
            return day.substr(0, year_length);
        case Grouping::Month:
            return day.substr(0, month_length);
        case Grouping::Week: {
            // A week belongs to the year of its Thursday (ISO 8601).
            const DayNumber thursday = bucket + 3;
            const int year = civil(thursday).year;
            const DayNumber new_year = day_of(year, 1, 1).value_or(thursday);
            return std::to_string(year) + "-W" + two_digits((thursday - new_year) / 7 + 1);
        }
        case Grouping::Value:
        case Grouping::Day:
            return day;
    }
    return day;
}

SegmentFacet::SegmentFacet(const FacetRequest& request, const Segment& segment) {
    if (request.grouping == Grouping::Value) {
        values_ = &segment.values(request.field);
        by_value_.resize(values_->values());
    } else {
        days_ = &segment.numbers(request.field);
    }
}

FacetSum::FacetSum(FacetRequest request) : request_{std::move(request)} {
    const bool by_time = request_.grouping != Grouping::Value;
    const Kind kind = facet_field(request_.field).kind;
    if (by_time != (kind == Kind::Day)) throw not_grouped_so(request_.field);
}

void FacetSum::add(const SegmentFacet& segment) {
    missing_ += segment.missing_;
    for (const auto& [day, count] : segment.by_day_) {
        days_[bucket_of(day, request_.grouping)] += count;
    }
    for (Ordinal ordinal = 0; ordinal < segment.by_value_.size(); ++ordinal) {
        const std::uint64_t count = segment.by_value_[ordinal];
        if (count != 0) values_[std::string{segment.values_->value(ordinal)}] += count;
    }
}

void FacetSum::add_all(const SegmentFacet& segment) {
    for (const auto& [day, count] : segment.by_day_) {
        all_days_[bucket_of(day, request_.grouping)] += count;
    }
}

Facet FacetSum::facet(const std::vector<std::string>& selected) const {
    Facet facet{.request = request_, .missing = missing_};
    if (request_.grouping == Grouping::Value) {
        add_values(facet);
    } else {
        add_days(facet);
    }
    if (selected.empty()) return facet;
    for (Bucket& bucket : facet.buckets) {
        const std::string folded = folded_value(bucket.value);
        bucket.selected = std::find(selected.begin(), selected.end(), folded) != selected.end();
    }
    return facet;
}

void FacetSum::add_values(Facet& facet) const {
    for (const auto& [value, count] : values_) facet.buckets.push_back({value, count});
    std::stable_sort(
        facet.buckets.begin(), facet.buckets.end(),
        [](const Bucket& left, const Bucket& right) { return left.count > right.count; });
    facet.distinct = facet.buckets.size();
    if (request_.limit != 0 && facet.buckets.size() > request_.limit) {
        facet.other = facet.buckets.size() - request_.limit;
        facet.buckets.resize(request_.limit);
    }
}

void FacetSum::add_days(Facet& facet) const {
    facet.distinct = days_.size();
    if (days_.empty()) return;
    const auto bucket = [&](DayNumber first, std::uint64_t count) {
        const auto all = all_days_.find(first);
        facet.buckets.push_back({bucket_text(first, request_.grouping), count,
                                 all == all_days_.end() ? 0 : all->second});
    };
    const DayNumber last = days_.rbegin()->first;
    std::size_t filled = 0;
    DayNumber expected = days_.begin()->first;
    for (const auto& [first, count] : days_) {
        for (; expected < first && filled < most_filled; ++filled) {
            bucket(expected, 0);
            expected = next_bucket(expected, request_.grouping);
        }
        bucket(first, count);
        expected = first < last ? next_bucket(first, request_.grouping) : first;
    }
}

}  // namespace lectern
