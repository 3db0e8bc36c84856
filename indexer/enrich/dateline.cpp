// BEIJING, Sept. 24 -- …      VARNHOLT, May 4 (KSW) — …     SOLMERE (CNA) -- …     PORT AMSEL — …
// Beijing, Sept. 24 (Xinhua) -- …            岚京5月4日电 …      （沿海通讯社岚京5月4日电）…

#include "indexer/enrich/dateline.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/enrich/lexicon.h"
#include "indexer/enrich/words.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

constexpr std::size_t longest_dateline = 100;
constexpr std::size_t longest_place = 50;

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

bool is_small_word(std::string_view word) {
    constexpr auto words =
        std::to_array<std::string_view>({"de", "del", "do", "da", "la", "el", "of", "on", "upon",
                                         "sur", "am", "der", "and", "the"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// `VNS`: no word to be spoken, but an abbreviation.
bool is_all_consonants(std::string_view word) {
    return word.size() >= 3 && word.size() <= 5 &&
           word.find_first_of("AEIOUY.'") == std::string_view::npos &&
           std::all_of(word.begin(), word.end(), is_upper);
}

/// `PORT AMSEL` as `Port Amsel`, `RIO DE JANEIRO` as `Rio de Janeiro`, `D.C.` as it is.
std::string normal_case_word(std::string_view word, bool first) {
    const bool initials = word.size() >= 3 && word[1] == '.';
    if (initials || is_all_consonants(word)) return std::string{word};
    std::string normal;
    bool begins = true;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        at += character.bytes;
        append_utf8(normal, begins ? character.code : lower_letter(character.code));
        begins = character.code == '-' || character.code == '/';
    }
    const std::string small = ascii_lower(word);
    return !first && is_small_word(small) ? small : normal;
}

std::string normal_case(std::string_view place) {
    std::string normal;
    for (const std::string_view word : split(place, ' ')) {
        if (word.empty()) continue;
        if (!normal.empty()) normal += ' ';
        normal += normal_case_word(word, normal.empty());
    }
    return normal;
}

/// Whether nothing in `text` is in lower case, and two letters at least are in upper case.
bool is_upper_case(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        if (lower_letter(character.code) != character.code) ++letters;
        const bool small = character.code < 0x80
                               ? is_lower(static_cast<char>(character.code))
                               : (character.code >= 0xDF && character.code <= 0xFF);
        if (small) return false;
    }
    return letters >= 2;
}

/// Whether each word begins with a capital, or is a small word.
bool is_title_case(std::string_view text) {
    const auto words = split(text, ' ');
    return words.size() <= 4 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
               if (word.empty() || is_small_word(word)) return !word.empty();
               return !is_lower(word.front()) && !is_digit(word.front()) &&
                      !is_listed(opening_words, ascii_lower(word));
           });
}

/// Words in capitals before a dash that are no places.
bool is_label(std::string_view place) {
    constexpr auto labels = std::to_array<std::string_view>(
        {"UPDATE",    "UPDATED",    "CORRECTION", "CORRECTED",  "EDITORIAL", "OPINION",
         "ANALYSIS",  "BREAKING",   "EXCLUSIVE",  "FACTBOX",    "EXPLAINER", "COMMENTARY",
         "INTERVIEW", "FEATURE",    "NOTE",       "ADVISORY",   "URGENT",    "ALERT",
         "SUMMARY",   "CHECK",      "REVIEW",     "PROFILE",    "TIMELINE",  "BACKGROUND",
         "STATEMENT", "TRANSCRIPT", "WARNING",    "MEMORANDUM", "NEWS"});
    const auto words = split(place, ' ');
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::find(labels.begin(), labels.end(), word) != labels.end();
    });
}

struct Dash {
    std::size_t at{std::string_view::npos};
    bool certain{false};  ///< not a mere hyphen between blanks
};

Dash first_dash(std::string_view text) {
    Dash dash;
    for (const std::string_view sign : {"--", "—", "–", " - "}) {
        const std::size_t at = text.find(sign);
        if (at < dash.at) dash = {at, sign != " - "};
    }
    return dash;
}

/// What stands before the dash: a place, perhaps a date, perhaps an agency in brackets.
struct Opening {
    std::string_view place;
    std::string_view date;
    bool agency{false};
};

constexpr bool is_month_start(std::string_view text) {
    constexpr auto months = std::to_array<std::string_view>(
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
    return std::any_of(months.begin(), months.end(),
                       [text](std::string_view month) { return text.substr(0, 3) == month; });
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

Opening opening_of(std::string_view text) {
    Opening opening;
    const std::size_t bracket = text.find('(');
    if (bracket != std::string_view::npos) {
        opening.agency = text.find(')', bracket) != std::string_view::npos;
        text = text.substr(0, bracket);
    }
    opening.place = trim(text);
    for (std::size_t comma = text.find(','); comma != std::string_view::npos;
         comma = text.find(',', comma + 1)) {
        const std::string_view after = trim(text.substr(comma + 1));
        const bool date = has_digit(after) && (is_month_start(after) || is_digit(after.front()));
        if (!date) continue;
        opening.place = trim(text.substr(0, comma));
        opening.date = after;
        break;
    }
    return opening;
}

void add_english_dateline(std::string_view body, Article& article) {
    const std::string_view start = cut_at_character(body, longest_dateline);
    const Dash dash = first_dash(start);
    if (dash.at == std::string_view::npos || dash.at == 0) return;
    const std::string_view before = start.substr(0, dash.at);
    if (before.find('\n') != std::string_view::npos) return;
    const Opening opening = opening_of(trim(before));
    // `PORT AMSEL, Veldania`: the country is no part of the place.
    const std::string_view place = trim(opening.place.substr(0, opening.place.find(',')));
    if (place.size() < 2 || place.size() > longest_place || has_digit(opening.place)) return;
    if (place.find_first_of("\":;!?“”") != std::string_view::npos || is_label(place)) return;
    const bool stated = !opening.date.empty() || opening.agency;
    const bool upper = is_upper_case(place);
    // `Mike Tor (R-OH) — ` is no dateline: a place in small letters needs a date.
    const bool title = !opening.date.empty() && is_title_case(place);
    if (!(upper && (stated || dash.certain)) && !title) return;
    article.dateline = upper ? normal_case(place) : std::string{place};
    if (!article.published) article.published = parse_moment(opening.date);
}

bool is_han(char32_t code) {
    return code >= 0x4E00 && code <= 0x9FFF;
}

/// The bytes of a number, of ASCII or full-width digits, and `unit` after it; 0 if they do not
/// begin `text`.
std::size_t number_and(std::string_view text, std::string_view unit) {
    constexpr std::size_t longest_number = 12;
    std::size_t bytes = 0;
    while (bytes <= longest_number) {
        const Character character = character_at(text, bytes);
        const bool digit = (character.code >= '0' && character.code <= '9') ||
                           (character.code >= 0xFF10 && character.code <= 0xFF19);
        if (!digit) break;
        bytes += character.bytes;
    }
    return bytes > 0 && begins_with(text.substr(bytes), unit) ? bytes + unit.size() : 0;
}

/// Whether `text` begins with a day and then `电` or `讯`: `5月4日电`.
bool begins_with_wire_date(std::string_view text) {
    text.remove_prefix(number_and(text, "年"));
    for (const std::string_view unit : {"月", "日"}) {
        const std::size_t bytes = number_and(text, unit);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    for (const std::string_view part : {"上午", "下午", "晚", "凌晨", "专", "專"}) {
        if (begins_with(text, part)) text.remove_prefix(part.size());
    }
    return begins_with(text, "电") || begins_with(text, "電") || begins_with(text, "讯") ||
           begins_with(text, "訊");
}

/// `沿海通讯社岚京` as `岚京`: what comes after the name of the agency or paper.
std::string_view without_agency(std::string_view place) {
    for (const std::string_view end : {"社", "本报", "本報", "本台", "网", "網"}) {
        const std::size_t at = place.find(end);
        if (at != std::string_view::npos && at + end.size() < place.size()) {
            return place.substr(at + end.size());
        }
    }
    return place;
}

void add_chinese_dateline(std::string_view body, Article& article) {
    constexpr std::size_t longest_opening = 90;  // 30 characters
    for (const std::string_view bracket : {"（", "(", "【"}) {
        if (begins_with(body, bracket)) body.remove_prefix(bracket.size());
    }
    std::size_t at = 0;
    while (at < std::min(body.size(), longest_opening)) {
        const Character character = character_at(body, at);
        if (!is_han(character.code) && character.code != U'·' && character.code != ' ') break;
        at += character.bytes;
    }
    if (at == 0 || !begins_with_wire_date(body.substr(at))) return;
    const std::string_view place = trim(without_agency(trim(body.substr(0, at))));
    if (place.size() < 6 || place.size() > longest_place) return;
    article.dateline = place;
}

}  // namespace

void add_dateline(Article& article) {
    if (!article.dateline.empty()) return;
    const std::string_view body = trim(article.body);
    add_chinese_dateline(body, article);
    if (article.dateline.empty()) add_english_dateline(body, article);
}

}  // namespace lectern
