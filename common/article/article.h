#pragma once
// What lectern knows of one article, from reading to storing. Plain data; all text is UTF-8.

#include "common/article/day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

/// Someone whom the article names as speaking for an organization.
struct Spokesperson {
    std::string name;          ///< without title or rank: `Tan Kefei`
    std::string rank;          ///< `Senior Colonel`; empty if none
    std::string role;          ///< as printed: `spokesperson`, `press secretary`
    std::string organization;  ///< `China's Ministry of National Defense`; empty if none
    std::string abbreviation;  ///< `MND`; empty if none
    bool operator==(const Spokesperson&) const = default;
};

/// Where an article was read from.
struct Place {
    std::string path;       ///< of the file, relative to the index's folder when below it
    std::size_t record{0};  ///< the line (from 1) in a file of many articles; 0 in a file of one
    bool operator==(const Place&) const = default;
};

struct Article {
    std::string id;  ///< the record's own id, else derived from the path; what the user sees
    std::string title;
    std::string body;  ///< paragraphs separated by an empty line; no furniture
    std::string outlet;
    std::vector<std::string> authors;
    std::vector<Spokesperson> spokespersons;  ///< in order of first mention
    std::string dateline;                     ///< the place a report begins with: `BEIJING`
    std::string language;                     ///< BCP 47, lower case: `en`, `zh`; empty if unknown
    std::string section;
    std::string url;
    std::string type;  ///< the format it was read as: `text`, `jsonl`
    std::optional<Moment> published;
    Place source;
    std::vector<std::string> notes;  ///< what was done to it: `cut at 4 MB`, `read as windows-1252`
};

}  // namespace lectern
