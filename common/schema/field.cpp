#include "common/schema/field.h"

#include "common/base/hash.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

using Values = std::vector<std::string>;

Values one(const std::string& value) {
    return value.empty() ? Values{} : Values{value};
}

/// No value counts twice for an article.
void add_once(const std::string& value, Values& values) {
    if (value.empty() || std::find(values.begin(), values.end(), value) != values.end()) return;
    values.push_back(value);
}

template <class Part>
Values distinct_parts(const std::vector<Spokesperson>& people, Part part) {
    Values values;
    for (const Spokesperson& person : people) add_once(person.*part, values);
    return values;
}

Values title(const Article& a) {
    return one(a.title);
}

Values body(const Article& a) {
    return one(a.body);
}

Values outlet(const Article& a) {
    return one(a.outlet);
}

Values authors(const Article& a) {
    Values values;
    for (const std::string& author : a.authors) add_once(author, values);
    return values;
}

Values speakers(const Article& a) {
    return distinct_parts(a.spokespersons, &Spokesperson::name);
}

Values organizations(const Article& a) {
    return distinct_parts(a.spokespersons, &Spokesperson::organization);
}

Values dateline(const Article& a) {
    return one(a.dateline);
}

Values language(const Article& a) {
    return one(a.language);
}

Values section(const Article& a) {
    return one(a.section);
}

Values type(const Article& a) {
    return one(a.type);
}

Values url(const Article& a) {
    return one(a.url);
}

Values path(const Article& a) {
    return one(a.source.path);
}

Values id(const Article& a) {
    return one(a.id);
}

Values day(const Article& a) {
    return a.published ? one(day_text(a.published->day)) : Values{};
}

constexpr auto table = std::to_array<Field>({
    // name, prefix, kind, column, weight, values, help, example
    {"title", "S", Kind::Text, false, 3, title, "words of the headline", "title:ceasefire"},
    {"body", any_text, Kind::Text, false, 1, body, "words below the headline",
     "body:\"trade war\""},
    {"outlet", "XO", Kind::Keyword, true, 0, outlet, "who published it",
     "outlet:\"Solmere Daily Post\""},
    {"author", "XA", Kind::Keyword, true, 0, authors, "who wrote it", "author:marlow"},
    {"spokesperson", "XP", Kind::Keyword, true, 0, speakers, "who speaks in it for an organization",
     "spokesperson:brandt"},
    {"org", "XG", Kind::Keyword, true, 0, organizations, "the organization spoken for",
     "org:\"Ministry of Health\""},
    {"place", "XL", Kind::Keyword, true, 0, dateline, "where it was reported from",
     "place:varnholt"},
    {"date", "", Kind::Day, true, 0, day, "the day it was published, as printed",
     "date:2024-05..2024-06-15"},
    {"lang", "XN", Kind::Keyword, true, 0, language, "its language", "lang:zh"},
    {"section", "XS", Kind::Keyword, true, 0, section, "the outlet's section", "section:economy"},
    {"type", "XT", Kind::Keyword, true, 0, type, "the format it was read as", "type:jsonl"},
    {"url", "XU", Kind::Exact, false, 0, url, "its web address", "url:https*"},
    {"path", "XF", Kind::Exact, false, 0, path, "the file it was read from", "path:reports/2024*"},
    {"id", "Q", Kind::Exact, false, 0, id, "its own id", "id:ksw-17"},
});

constexpr bool distinct() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            if (table[i].name == table[j].name) return false;
            if (!table[i].prefix.empty() && table[i].prefix == table[j].prefix) return false;
        }
    }
    return true;
}

static_assert(distinct(), "two fields share a name or a prefix");

}  // namespace

std::span<const Field> fields() {
    return table;
}

const Field* find_field(std::string_view name) {
    const auto* found = std::find_if(table.begin(), table.end(),
                                     [&](const Field& field) { return field.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::vector<std::string_view> facet_names() {
    std::vector<std::string_view> names;
    for (const Field& field : table) {
        if (field.column) names.push_back(field.name);
    }
    return names;
}

std::string schema_fingerprint() {
    std::string all = "1";  // of the segment format; see common/index/segment.h
    for (const Field& field : table) {
        all += '|';
        all += field.name;
        all += ' ';
        all += field.prefix;
        all += ' ' + std::to_string(static_cast<int>(field.kind)) + ' ' +
               std::to_string(static_cast<int>(field.column)) + ' ' + std::to_string(field.weight);
    }
    return all;
}

std::string value_term(const Field& field, std::string_view folded) {
    std::string term{field.prefix};
    term += ':';
    constexpr std::size_t name_bytes = 12;
    if (term.size() + folded.size() <= max_term_bytes) {
        term += folded;
    } else {
        term += cut_at_character(folded, max_term_bytes - term.size() - name_bytes);
        term += short_name(folded);
    }
    return term;
}

}  // namespace lectern
