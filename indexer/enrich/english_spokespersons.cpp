// Around a role, one of these, with NAME two words or more and an optional rank before it:
//
//   ORG ROLE NAME                        Foreign Ministry spokeswoman Hua Chunying
//   ORG ROLE, NAME,                      a Pentagon spokesman, John Kirby, said
//   NAME, [a] [ORG] ROLE [for ORG]       Tan Kefei, spokesperson for China's Ministry … (MND),
//   NAME is [a] ROLE for ORG
//   ROLE for ORG, NAME,                  a spokesman for the ministry, Geng Shuang, said
//   NAME, who speaks for ORG

#include "common/base/strings.h"
#include "indexer/enrich/lexicon.h"
#include "indexer/enrich/organization.h"
#include "indexer/enrich/person.h"
#include "indexer/enrich/spokespersons.h"
#include "indexer/enrich/words.h"

#include <algorithm>
#include <optional>

namespace lectern {
namespace {

constexpr std::size_t looked_at_before = 200;  ///< bytes around a role
constexpr std::size_t looked_at_after = 240;

/// The words of a role: [begin, end) of the words around it.
struct Role {
    std::size_t begin{};
    std::size_t end{};
    std::string name;  ///< empty for `who speaks for`
};

/// The text around a role, and the role.
struct Around {
    std::string_view text;
    std::vector<TextWord> words;
    Role role;

    Words before(std::size_t end) const { return Words{words}.first(end); }

    Words after(std::size_t begin) const {
        return Words{words}.subspan(std::min(begin, words.size()));
    }

    bool is(std::size_t at, std::string_view word) const {
        return at < words.size() && plain(words[at]) == word;
    }

    bool is_one_of(std::size_t at, std::initializer_list<std::string_view> list) const {
        return std::any_of(list.begin(), list.end(), [&](auto word) { return is(at, word); });
    }
};

bool is_single_role(std::string_view word) {
    return word == "spokesperson" || word == "spokesman" || word == "spokeswoman";
}

bool is_press_role(std::string_view word) {
    return word == "secretary" || word == "officer";
}

/// The role whose words the byte `at` is in.
std::optional<Role> role_at(const Around& around, std::size_t at) {
    const auto& words = around.words;
    const auto found = std::find_if(words.begin(), words.end(), [at](const TextWord& word) {
        return at >= word.begin && at < word.end;
    });
    if (found == words.end() || found->possessive) return {};
    const auto index = static_cast<std::size_t>(found - words.begin());
    const std::string word = plain(*found);
    if (is_single_role(word)) return Role{index, index + 1, word};
    if (word == "press" && index + 1 < words.size() && !words[index + 1].possessive) {
        const std::string next = plain(words[index + 1]);
        if (is_press_role(next)) return Role{index, index + 2, word + " " + next};
    }
    const bool speaks = word == "speaks" && index > 0 && around.is(index - 1, "who");
    if (speaks) return Role{index - 1, index + 1, {}};
    return {};
}

/// Takes `deputy` and the like into the role; false if the role is a former one.
bool widen(Around& around) {
    Role& role = around.role;
    while (role.begin > 0 && !role.name.empty()) {
        const std::string before = plain(around.words[role.begin - 1]);
        if (before == "former" || before == "ex" || before == "then" || before == "ex-")
            return false;
        if (!is_listed(role_modifiers, before)) break;
        role.name = before + " " + role.name;
        --role.begin;
    }
    return true;
}

/// `Deputy White House Press Secretary`: the deputy belongs to the role, not to the White House.
void move_modifier(Around& around, Organization& left) {
    if (left.words < 2) return;
    const TextWord& first = around.words[around.role.begin - left.words];
    const std::string modifier = plain(first);
    if (!is_listed(role_modifiers, modifier) || left.name.size() <= first.text.size() + 1) return;
    if (left.name.substr(0, first.text.size()) != first.text) return;
    left.name.erase(0, first.text.size() + 1);
    around.role.name = modifier + " " + around.role.name;
}

bool is_former(const Around& around, std::size_t begin) {
    return begin > 0 &&
           around.is_one_of(begin - 1, {"former", "ex", "then", "onetime", "one-time"});
}

bool is_mark(const Around& around, std::size_t at, std::string_view mark) {
    return at < around.words.size() && around.words[at].shape == Shape::Mark &&
           around.words[at].text == mark;
}

bool is_speech_verb(const Around& around, std::size_t at) {
    return at < around.words.size() && is_listed(speech_verbs, plain(around.words[at]));
}

/// `a spokesman for X said`: whether a verb comes before the next mark, so that the role is its
/// subject, not the apposition of a name before it.
bool is_subject(const Around& around, std::size_t at) {
    constexpr std::size_t words_looked_at = 8;
    for (std::size_t i = at; i < std::min(around.words.size(), at + words_looked_at); ++i) {
        if (around.words[i].shape == Shape::Mark) return false;
        if (is_speech_verb(around, i)) return true;
        if (around.is(i, "who") || around.is(i, "that")) return false;
    }
    return false;
}

Spokesperson made(const Around& around, const Person& person, const Organization& organization) {
    return {person.name, person.rank, around.role.name, organization.name,
            organization.abbreviation};
}

/// Whether the name that takes `words` from `at` on is set off: a comma, a bracket or a verb
/// follows.
bool is_set_off(const Around& around, std::size_t end) {
    return is_mark(around, end, ",") || is_mark(around, end, ")") || is_mark(around, end, ".") ||
           is_speech_verb(around, end);
}

/// ORG ROLE NAME, ORG ROLE, NAME,
Spokesperson name_after_role(const Around& around, const Organization& left) {
    const std::size_t end = around.role.end;
    const bool comma = is_mark(around, end, ",");
    const std::size_t begin = comma ? end + 1 : end;
    const auto person = person_after(around.after(begin));
    if (!person) return {};
    const std::size_t after = begin + person->words;
    const bool closed =
        is_mark(around, after, ",") || is_mark(around, after, ")") || is_mark(around, after, ".");
    if (comma && !closed) return {};
    if (left.name.empty() && around.is_one_of(after, {"of", "for", "with"})) {
        return made(around, *person, organization_after(around.text, around.after(after + 1)));
    }
    return made(around, *person, left);
}

/// NAME, ROLE …: the name before the role's article, organization and comma.
Spokesperson name_before_role(const Around& around,
                              const Organization& left,
                              const Organization& right) {
    std::size_t at = around.role.begin - left.words;
    const std::size_t phrase_begin = at;
    while (at > 0 &&
           around.is_one_of(at - 1, {"a", "an", "the", "its", "his", "her", "their", "another"})) {
        --at;
    }
    const bool article = at < phrase_begin;
    if (at == 0) return {};
    const std::size_t end = around.role.end + (right.words > 0 ? right.words + 1 : 0);
    const bool verb = around.is_one_of(at - 1, {"is", "was", "as"});
    const bool apposed = (is_mark(around, at - 1, ",") || is_mark(around, at - 1, "(")) &&
                         !(article && is_subject(around, end));
    const bool predicated = verb && !right.name.empty();
    if (!apposed && !predicated) return {};
    const auto person = person_before(around.before(at - 1));
    if (!person) return {};
    return made(around, *person, right.words > 0 && !right.name.empty() ? right : left);
}

/// ROLE for ORG, NAME,
Spokesperson name_after_organization(const Around& around, const Organization& right) {
    std::size_t at = around.role.end + 1 + right.words;
    if (!is_mark(around, at, ",")) return {};
    ++at;
    const auto person = person_after(around.after(at));
    if (!person || !is_set_off(around, at + person->words)) return {};
    return made(around, *person, right);
}

}  // namespace

Spokesperson english_spokesperson(std::string_view text, std::size_t at) {
    const std::size_t begin = at - std::min(at, looked_at_before);
    Around around{text, words_between(text, begin, at + looked_at_after), {}};
    const auto role = role_at(around, at);
    if (!role) return {};
    around.role = *role;
    if (!widen(around)) return {};
    Organization left;
    if (!around.role.name.empty()) {
        left = organization_before(text, around.before(around.role.begin));
        move_modifier(around, left);
    }
    if (is_former(around, around.role.begin - left.words)) return {};
    // `in` tells where a spokesman spoke, unless it is an office.
    const bool in_office =
        around.is(around.role.end, "in") && around.is(around.role.end + 2, "office");
    const bool for_whom =
        in_office || around.is_one_of(around.role.end, {"for", "of", "at", "with", "to"});
    const Organization right =
        for_whom ? organization_after(text, around.after(around.role.end + 1)) : Organization{};
    if (!for_whom && !around.role.name.empty()) {
        Spokesperson person = name_after_role(around, left);
        if (!person.name.empty()) return person;
    }
    Spokesperson person = name_before_role(around, left, right);
    if (person.name.empty() && right.words > 0) person = name_after_organization(around, right);
    return person;
}

}  // namespace lectern
