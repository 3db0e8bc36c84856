#include "common/base/strings.h"
#include "searcher/show/formats.h"

#include <algorithm>
#include <ostream>

namespace lectern {
namespace {

/// How cells become a line.
struct Dialect {
    char separator;
    std::string_view line_end;
    std::string (*cell)(const std::string&);
};

/// RFC 4180: quoted where it holds a separator, a quotation mark or a line break. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(const std::string& value) {
    std::string text = value;
    if (!text.empty() &&
        std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted{'"'};
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string tsv_cell(const std::string& value) {
    std::string text = value;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

constexpr Dialect csv{',', "\r\n", csv_cell};
constexpr Dialect tsv{'\t', "\n", tsv_cell};

void write_row(const std::vector<std::string>& cells, const Dialect& dialect, std::ostream& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0) out << dialect.separator;
        out << dialect.cell(cells[i]);
    }
    out << dialect.line_end;
}

void write_hits(const Response& response,
                const Showing& showing,
                const Dialect& dialect,
                std::ostream& out) {
    static const std::vector<std::string> usual{"id",           "date", "outlet", "title", "author",
                                                "spokesperson", "org",  "path",   "score"};
    const std::vector<std::string>& names = showing.fields.empty() ? usual : showing.fields;
    write_row(names, dialect, out);
    for (const Hit& hit : response.hits) {
        std::vector<std::string> cells;
        cells.reserve(names.size());
        for (const std::string& name : names) cells.push_back(hit_field(hit, name));
        write_row(cells, dialect, out);
    }
}

void write_facets(const Response& response, const Dialect& dialect, std::ostream& out) {
    write_row({"facet", "value", "count", "of"}, dialect, out);
    for (const Facet& facet : response.facets) {
        const bool dated = facet.request.grouping != Grouping::Value;
        for (const Bucket& bucket : facet.buckets) {
            write_row({facet.request.field, bucket.value, std::to_string(bucket.count),
                       dated ? std::to_string(bucket.of) : ""},
                      dialect, out);
        }
        write_row({facet.request.field, "", std::to_string(facet.missing), ""}, dialect, out);
    }
}

void show(const Response& response,
          const Showing& showing,
          const Dialect& dialect,
          std::ostream& out) {
    if (showing.hits) {
        write_hits(response, showing, dialect, out);
    } else {
        write_facets(response, dialect, out);
    }
}

}  // namespace

void show_csv(const Response& response, const Showing& showing, std::ostream& out) {
    show(response, showing, csv, out);
}

void show_tsv(const Response& response, const Showing& showing, std::ostream& out) {
    show(response, showing, tsv, out);
}

}  // namespace lectern
