#include "common/index/stems.h"

#include "common/base/bytes.h"
#include "common/base/strings.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <optional>

namespace lectern {
namespace {

// The places are kept as bits in memory only; keys hold the codes.
constexpr auto known =
    std::to_array<std::string_view>({"en", "da", "nl", "fi", "fr", "de", "hu", "it", "no", "pt",
                                     "ro", "ru", "es", "sv", "tr", "ca", "lt"});
constexpr auto snowball = std::to_array<const char*>(
    {"english", "danish", "dutch", "finnish", "french", "german", "hungarian", "italian",
     "norwegian", "portuguese", "romanian", "russian", "spanish", "swedish", "turkish", "catalan",
     "lithuanian"});
static_assert(known.size() == snowball.size() && known.size() <= 32);

}  // namespace

struct Stemmer::Private {
    std::array<std::optional<Xapian::Stem>, known.size()> stems;
};

Stemmer::Stemmer() : private_{std::make_unique<Private>()} {
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

int Stemmer::language_index(std::string_view language) {
    if (language.empty()) return 0;
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto* found = std::find(known.begin(), known.end(), primary);
    return found == known.end() ? -1 : static_cast<int>(found - known.begin());
}

std::span<const std::string_view> Stemmer::languages() {
    return known;
}

std::string Stemmer::key(std::string_view word, int language) {
    const auto place = static_cast<std::size_t>(language);
    auto& stem = private_->stems[place];
    if (!stem) stem.emplace(std::string{snowball[place]});
    return std::string{known[place]} + ':' + (*stem)(std::string{word});
}

bool may_be_stemmed(std::string_view word) {
    return std::none_of(word.begin(), word.end(), is_digit);
}

std::string encoded_forms(const std::vector<std::string>& forms) {
    std::string value;
    for (const std::string& form : forms) put_text(value, form);
    return value;
}

std::vector<std::string> decoded_forms(std::string_view value) {
    std::vector<std::string> forms;
    ByteReader reader{value};
    while (!reader.at_end()) {
        const std::string_view form = reader.text();
        if (!reader.ok()) break;
        forms.emplace_back(form);
    }
    return forms;
}

}  // namespace lectern
