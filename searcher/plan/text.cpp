#include "common/base/match.h"
#include "common/base/strings.h"
#include "searcher/plan/plan.h"

namespace lectern {
namespace {

Xapian::Query joined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
    return {op, parts.begin(), parts.end()};
}

Xapian::Query any_of_terms(const AnyTerm& any) {
    std::vector<Xapian::Query> terms;
    for (const std::string& term : any.terms) terms.emplace_back(term);
    return terms.size() == 1 ? terms[0] : joined(Xapian::Query::OP_SYNONYM, terms);
}

std::vector<Xapian::Query> each(const std::vector<Plan>& plans) {
    std::vector<Xapian::Query> queries;
    queries.reserve(plans.size());
    for (const Plan& plan : plans) queries.push_back(xapian_query(plan));
    return queries;
}

Xapian::Query without(const Xapian::Query& from, const Xapian::Query& out) {
    return {Xapian::Query::OP_AND_NOT, from, out};
}

Xapian::Query all_of(const AllOf& all) {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> unwanted;
    for (const Plan& plan : all.plans) {
        if (const auto* none = std::get_if<NoneOf>(&plan.node)) {
            unwanted.push_back(xapian_query(none->plan.front()));
        } else {
            wanted.push_back(xapian_query(plan));
        }
    }
    Xapian::Query query =
        wanted.empty() ? Xapian::Query::MatchAll : joined(Xapian::Query::OP_AND, wanted);
    for (const Xapian::Query& out : unwanted) query = without(query, out);
    return query;
}

std::string terms_text(const AnyTerm& any) {
    return "(any " + join(any.terms, " ") + ")";
}

std::string list_text(std::string_view name, const std::vector<Plan>& plans) {
    std::string text{"("};
    text += name;
    for (const Plan& plan : plans) text += ' ' + plan_text(plan);
    return text + ")";
}

std::string row_text(const InRow& row) {
    std::string text{"(row"};
    for (const AnyTerm& place : row.places) {
        text += ' ' + (place.terms.size() == 1 ? place.terms[0] : terms_text(place));
    }
    return text + ")";
}

std::string days_text(const OnDays& days) {
    using Limits = std::numeric_limits<DayNumber>;
    const std::string first = days.range.first == Limits::min() ? "" : day_text(days.range.first);
    const std::string last = days.range.last == Limits::max() ? "" : day_text(days.range.last);
    return "(days " + days.field + ' ' + first + ".." + last + ")";
}

}  // namespace

Xapian::Query xapian_query(const Plan& plan) {
    using Xapian::Query;
    return std::visit(Match{
                          [](const AllArticles&) { return Query::MatchAll; },
                          [](const AnyTerm& any) { return any_of_terms(any); },
                          [](const InRow& row) {
                              std::vector<Query> places;
                              for (const AnyTerm& place : row.places) {
                                  places.push_back(any_of_terms(place));
                              }
                              return joined(Query::OP_AND, places);
                          },
                          [](const Beyond& beyond) { return xapian_query(beyond.whole.front()); },
                          [](const OnDays&) { return Query::MatchAll; },
                          [](const WithoutValue&) { return Query::MatchAll; },
                          [](const AllOf& all) { return all_of(all); },
                          [](const AnyOf& any) { return joined(Query::OP_OR, each(any.plans)); },
                          [](const NoneOf& none) {
                              return without(Query::MatchAll, xapian_query(none.plan.front()));
                          },
                      },
                      plan.node);
}

std::string plan_text(const Plan& plan) {
    return std::visit(
        Match{
            [](const AllArticles&) { return std::string{"(all)"}; },
            [](const AnyTerm& any) { return terms_text(any); },
            [](const InRow& row) { return row_text(row); },
            [](const Beyond& beyond) {
                return "(beyond " + plan_text(beyond.whole.front()) + ' ' +
                       plan_text(beyond.part.front()) + ")";
            },
            [](const OnDays& days) { return days_text(days); },
            [](const WithoutValue& without) { return "(without " + without.field + ")"; },
            [](const AllOf& all) { return list_text("and", all.plans); },
            [](const AnyOf& any) { return list_text("or", any.plans); },
            [](const NoneOf& none) { return list_text("not", none.plan); },
        },
        plan.node);
}

}  // namespace lectern
