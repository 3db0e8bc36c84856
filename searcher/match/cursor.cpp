#include "searcher/match/cursor.h"

#include "common/base/match.h"
#include "searcher/match/boolean_cursor.h"
#include "searcher/match/column_cursor.h"
#include "searcher/match/row_cursor.h"
#include "searcher/match/term_cursor.h"

namespace lectern {
namespace {

class CursorMaker {
public:
    CursorMaker(const Segment& segment, const Ranking& ranking)
        : segment_{segment}, ranking_{ranking} {}

    std::unique_ptr<Cursor> operator()(const Plan& plan) {
        return std::visit(
            Match{
                [this](const AllArticles&) -> std::unique_ptr<Cursor> {
                    return std::make_unique<EveryCursor>(segment_.articles());
                },
                [this](const AnyTerm& any) -> std::unique_ptr<Cursor> {
                    return any_term_cursor(any, segment_, ranking_);
                },
                [this](const InRow& row) -> std::unique_ptr<Cursor> {
                    return std::make_unique<RowCursor>(row, segment_, ranking_);
                },
                [this](const Beyond& beyond) -> std::unique_ptr<Cursor> {
                    return std::make_unique<BeyondCursor>((*this)(beyond.whole.front()),
                                                          (*this)(beyond.part.front()),
                                                          beyond.part_weight);
                },
                [this](const OnDays& days) -> std::unique_ptr<Cursor> {
                    return std::make_unique<DaysCursor>(segment_.numbers(days.field), days.range,
                                                        segment_.articles());
                },
                [this](const WithoutValue& without) { return missing_cursor(without.field); },
                [this](const AllOf& all) -> std::unique_ptr<Cursor> { return all_of(all); },
                [this](const AnyOf& any) -> std::unique_ptr<Cursor> {
                    return any_cursor(each(any.plans), segment_.articles());
                },
                [this](const NoneOf& none) -> std::unique_ptr<Cursor> {
                    Cursors wanted;
                    wanted.push_back(std::make_unique<EveryCursor>(segment_.articles()));
                    return std::make_unique<AllCursor>(std::move(wanted), each(none.plan));
                },
            },
            plan.node);
    }

private:
    Cursors each(const std::vector<Plan>& plans) {
        Cursors cursors;
        cursors.reserve(plans.size());
        for (const Plan& plan : plans) cursors.push_back((*this)(plan));
        return cursors;
    }

    std::unique_ptr<Cursor> all_of(const AllOf& all) {
        Cursors wanted;
        Cursors unwanted;
        for (const Plan& plan : all.plans) {
            if (const auto* none = std::get_if<NoneOf>(&plan.node)) {
                unwanted.push_back((*this)(none->plan.front()));
            } else {
                wanted.push_back((*this)(plan));
            }
        }
        if (wanted.empty()) wanted.push_back(std::make_unique<EveryCursor>(segment_.articles()));
        return std::make_unique<AllCursor>(std::move(wanted), std::move(unwanted));
    }

    std::unique_ptr<Cursor> missing_cursor(const std::string& field) {
        if (find_field(field)->kind == Kind::Day) {
            return std::make_unique<NoNumberCursor>(segment_.numbers(field), segment_.articles());
        }
        return std::make_unique<NoValueCursor>(segment_.values(field), segment_.articles());
    }

    const Segment& segment_;
    const Ranking& ranking_;
};

}  // namespace

std::unique_ptr<Cursor> make_cursor(const Plan& plan,
                                    const Segment& segment,
                                    const Ranking& ranking) {
    return CursorMaker{segment, ranking}(plan);
}

}  // namespace lectern
