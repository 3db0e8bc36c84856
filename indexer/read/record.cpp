#include "indexer/read/record.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/read/byline.h"
#include "indexer/read/prose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace lectern {
namespace {

constexpr std::size_t longest_value = 1000;  ///< bytes of an outlet, a section, an id …
constexpr std::size_t most_spokespersons = 100;

using Names = std::span<const std::string_view>;

// The first that an object has counts.
constexpr auto title_keys = std::to_array<std::string_view>({"title", "headline", "name"});
constexpr auto text_keys =
    std::to_array<std::string_view>({"text", "body", "content", "articleBody", "maintext"});
constexpr auto date_keys = std::to_array<std::string_view>(
    {"date", "published", "datePublished", "date_published", "pubDate", "published_at",
     "publishedAt", "publish_date", "date_publish", "timestamp", "created", "created_at"});
constexpr auto outlet_keys = std::to_array<std::string_view>(
    {"outlet", "source", "publisher", "publication", "site", "site_name", "siteName"});
constexpr auto author_keys =
    std::to_array<std::string_view>({"byline", "author", "authors", "creator"});
constexpr auto url_keys = std::to_array<std::string_view>({"url", "link", "canonical_url"});
constexpr auto language_keys = std::to_array<std::string_view>({"lang", "language", "inLanguage"});
constexpr auto section_keys =
    std::to_array<std::string_view>({"section", "category", "articleSection"});
constexpr auto speaker_keys =
    std::to_array<std::string_view>({"spokesperson", "spokespersons", "speaker", "speakers"});
constexpr auto id_keys =
    std::to_array<std::string_view>({"id", "docid", "doc_id", "docno", "guid", "_id"});
constexpr auto name_keys = std::to_array<std::string_view>({"name", "title", "id"});

bool is_empty(const Json& value) {
    if (value.is_string()) return trim(value.get_ref<const std::string&>()).empty();
    return value.is_null() || ((value.is_array() || value.is_object()) && value.empty());
}

/// The first member with one of the names, in any case, that is not empty; null if there is none.
Json* member(Json& object, Names names) {
    for (const std::string_view name : names) {
        for (auto& [key, value] : object.get_ref<Json::object_t&>()) {
            if (same_ignoring_case(key, name) && !is_empty(value)) return &value;
        }
    }
    return nullptr;
}

/// A number as its digits: a Unix time that came as 1600977682.5 loses the fraction.
std::string number_text(const Json& number) {
    if (!number.is_number_float()) return json_text(number);
    const double value = number.get<double>();
    const bool whole = std::abs(value) < 1e15;
    return whole ? std::to_string(static_cast<std::int64_t>(value)) : json_text(number);
}

/// A string or a number on one line, or the name of an object, or the first of an array; else
/// empty.
std::string value_text(Json& value) {
    if (value.is_string()) return headline(value.get_ref<const std::string&>(), longest_value);
    if (value.is_number()) return number_text(value);
    if (value.is_array() && !value.empty() && !value.front().is_array()) {
        return value_text(value.front());
    }
    if (!value.is_object()) return {};
    Json* const name = member(value, name_keys);
    return name != nullptr && (name->is_string() || name->is_number()) ? value_text(*name)
                                                                       : std::string{};
}

std::string member_text(Json& object, Names names) {
    Json* const value = member(object, names);
    return value == nullptr ? std::string{} : value_text(*value);
}

/// The paragraphs of a string, or of an array of strings.
std::string body_text(Json& value) {
    if (value.is_string()) return tidied(value.get_ref<const std::string&>());
    std::string text;
    if (!value.is_array()) return text;
    for (const Json& paragraph : value) {
        if (!paragraph.is_string()) continue;
        text += paragraph.get_ref<const std::string&>();
        text += "\n\n";
    }
    return tidied(text);
}

std::vector<std::string> author_names(Json& value) {
    std::vector<std::string> authors;
    if (!value.is_array()) return authors_in(value_text(value));
    for (Json& element : value) add_authors(authors, authors_in(value_text(element)));
    return authors;
}

Spokesperson spokesperson_of(Json& value) {
    Spokesperson person;
    person.name = value_text(value);
    if (!value.is_object()) return person;
    constexpr auto role = std::to_array<std::string_view>({"role"});
    constexpr auto rank = std::to_array<std::string_view>({"rank"});
    constexpr auto organization =
        std::to_array<std::string_view>({"organization", "organisation", "org", "affiliation"});
    constexpr auto abbreviation = std::to_array<std::string_view>({"abbreviation", "abbr"});
    person.role = member_text(value, role);
    person.rank = member_text(value, rank);
    person.organization = member_text(value, organization);
    person.abbreviation = member_text(value, abbreviation);
    return person;
}

std::vector<Spokesperson> spokespersons_in(Json& value) {
    std::vector<Spokesperson> persons;
    const auto add = [&persons](Json& one) {
        Spokesperson person = spokesperson_of(one);
        const bool known = std::any_of(persons.begin(), persons.end(), [&](const auto& other) {
            return other.name == person.name;
        });
        if (person.name.empty() || known || persons.size() >= most_spokespersons) return;
        persons.push_back(std::move(person));
    };
    if (value.is_array()) {
        std::for_each(value.begin(), value.end(), add);
    } else {
        add(value);
    }
    return persons;
}

/// Each date member in turn until one is a date: `date` may be empty or odd and `timestamp` good.
void read_date(Json& record, Article& article) {
    std::string odd;
    for (const std::string_view key : date_keys) {
        const std::string text = member_text(record, std::span{&key, 1});
        if (text.empty()) continue;
        article.published = parse_moment(text);
        if (article.published) return;
        if (odd.empty()) odd = text;
    }
    if (!odd.empty()) {
        article.notes.push_back("not a date: \"" + std::string{cut_at_character(odd, 100)} + "\"");
    }
}

}  // namespace

std::optional<Article> article_of(Json& record) {
    Article article;
    if (Json* const text = member(record, text_keys)) article.body = body_text(*text);
    if (Json* const title = member(record, title_keys); title != nullptr && title->is_string()) {
        article.title = title->get_ref<std::string&>();
    }
    if (trim(article.title).empty() && article.body.empty()) return {};
    read_date(record, article);
    article.id = member_text(record, id_keys);
    article.outlet = member_text(record, outlet_keys);
    article.url = member_text(record, url_keys);
    article.language = member_text(record, language_keys);
    article.section = member_text(record, section_keys);
    if (Json* const authors = member(record, author_keys)) article.authors = author_names(*authors);
    if (Json* const speakers = member(record, speaker_keys)) {
        article.spokespersons = spokespersons_in(*speakers);
    }
    return article;
}

}  // namespace lectern
