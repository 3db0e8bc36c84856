#include "common/base/strings.h"
#include "common/schema/field.h"
#include "searcher/show/formats.h"
#include "searcher/show/show.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>

namespace lectern {
namespace {

constexpr auto table = std::to_array<Style>({
    {"text", "for reading in a terminal", show_text},
    {"json", "one object", show_json},
    {"jsonl", "one object a hit, then one for the counts", show_jsonl},
    {"csv", "a table of hits, or of facets when only those are asked for (RFC 4180)", show_csv},
    {"tsv", "the same with tabs", show_tsv},
});

}  // namespace

std::span<const Style> styles() {
    return table;
}

const Style& find_style(std::string_view name) {
    const auto* found = std::find_if(table.begin(), table.end(),
                                     [&](const Style& style) { return style.name == name; });
    if (found != table.end()) return *found;
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const Style& style : table) names.emplace_back(style.name);
    throw Error{Fault::Usage, "there is no format \"" + std::string{name} + '"',
                "formats are " + join(names, ", ")};
}

std::vector<std::string> hit_field_names() {
    std::vector<std::string> names;
    for (const Field& field : fields()) names.emplace_back(field.name);
    names.emplace_back("score");
    return names;
}

std::string hit_field(const Hit& hit, std::string_view name) {
    if (name == "score") {
        std::ostringstream text;
        text << std::fixed << std::setprecision(4) << hit.score;
        return text.str();
    }
    return join(find_field(name)->values(hit.article), "; ");
}

bool has_many(std::string_view field) {
    return field == "author" || field == "spokesperson" || field == "org";
}

std::vector<std::string> parse_hit_fields(std::string_view list) {
    std::vector<std::string> chosen;
    if (list.empty()) return chosen;
    const std::vector<std::string> known = hit_field_names();
    for (const std::string_view part : split(list, ',')) {
        const std::string name = ascii_lower(trim(part));
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw Error{Fault::Usage, "there is no field \"" + name + "\" to show",
                        "fields are " + join(known, ", ")};
        }
        chosen.push_back(name);
    }
    return chosen;
}

}  // namespace lectern
