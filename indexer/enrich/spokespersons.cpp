#include "indexer/enrich/spokespersons.h"

#include "common/base/strings.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lectern {
namespace {

constexpr std::size_t most_spokespersons = 100;

struct Trigger {
    std::string_view text;
    Spokesperson (*rule)(std::string_view text, std::size_t at);
};

// Parts of words that are rare otherwise, in the cases that print uses.
constexpr auto triggers = std::to_array<Trigger>({
    {"pokes", english_spokesperson},
    {"POKES", english_spokesperson},
    {"ress s", english_spokesperson},
    {"ress S", english_spokesperson},
    {"RESS S", english_spokesperson},
    {"ress off", english_spokesperson},
    {"ress Off", english_spokesperson},
    {"peaks for", english_spokesperson},
    {"发言人", chinese_spokesperson},
    {"發言人", chinese_spokesperson},
    {"新闻秘书", chinese_spokesperson},
    {"新聞秘書", chinese_spokesperson},
});

/// So many bytes of each trigger are looked for together.
constexpr std::size_t window = 5;

std::size_t pair_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) * 256U + static_cast<unsigned char>(text[at + 1]);
}

/// How far the window may move on when its last two bytes are a pair (after Wu and Manber): a pair
/// that is in no trigger moves it by all but one byte.
const auto shifts = [] {
    std::array<std::uint8_t, 65536> table{};
    table.fill(window - 1);
    for (const Trigger& trigger : triggers) {
        for (std::size_t i = 0; i + 1 < window; ++i) {
            std::uint8_t& shift = table.at(pair_at(trigger.text, i));
            shift = std::min(shift, static_cast<std::uint8_t>(window - 2 - i));
        }
    }
    return table;
}();

/// The trigger that stands at `at`; null if none does.
const Trigger* trigger_at(std::string_view text, std::size_t at) {
    const auto* const found =
        std::find_if(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
            return text.substr(at, trigger.text.size()) == trigger.text;
        });
    return found == triggers.end() ? nullptr : &*found;
}

/// Keeps what is known, and fills what is not.
void complete(Spokesperson& known, const Spokesperson& again) {
    const bool more = known.organization.empty();
    if (more) known.organization = again.organization;
    if (more || known.organization == again.organization) {
        if (known.abbreviation.empty()) known.abbreviation = again.abbreviation;
    }
    if (known.rank.empty()) known.rank = again.rank;
    if (known.role.empty()) known.role = again.role;
}

void add(std::vector<Spokesperson>& persons, Spokesperson&& person) {
    const auto known = std::find_if(persons.begin(), persons.end(), [&](const Spokesperson& other) {
        return same_ignoring_case(other.name, person.name);
    });
    if (known == persons.end()) {
        persons.push_back(std::move(person));
    } else {
        complete(*known, person);
    }
}

}  // namespace

std::vector<Spokesperson> spokespersons_named(std::string_view text) {
    std::vector<Spokesperson> persons;
    for (std::size_t at = 0; at + window <= text.size();) {
        const std::size_t shift = shifts[pair_at(text, at + window - 2)];
        const Trigger* const trigger = shift == 0 ? trigger_at(text, at) : nullptr;
        if (trigger != nullptr) {
            Spokesperson person = trigger->rule(text, at);
            if (!person.name.empty()) add(persons, std::move(person));
            if (persons.size() >= most_spokespersons) break;
        }
        at += std::max<std::size_t>(shift, 1);
    }
    return persons;
}

void add_spokespersons(Article& article) {
    std::vector<Spokesperson> named = spokespersons_named(article.body);
    for (Spokesperson& person : spokespersons_named(article.title)) {
        if (named.size() < most_spokespersons) add(named, std::move(person));
    }
    if (article.spokespersons.empty()) {
        article.spokespersons = std::move(named);
        return;
    }
    // Whom the reader found stated is kept, and what the text says of the same people added.
    for (Spokesperson& stated : article.spokespersons) {
        const auto same = std::find_if(named.begin(), named.end(), [&](const Spokesperson& person) {
            return same_ignoring_case(person.name, stated.name);
        });
        if (same != named.end()) complete(stated, *same);
    }
}

}  // namespace lectern
