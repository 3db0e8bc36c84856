#include "indexer/enrich/language.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

/// Enough to tell, and no long text costs more.
constexpr std::size_t looked_at_bytes = 16U << 10U;

struct Script {
    char32_t first;
    char32_t last;
    std::string_view language;
    std::size_t weight;  ///< of one letter: a Chinese character says as much as three Latin letters
};

constexpr auto scripts = std::to_array<Script>(
    {{'A', 'Z', "", 1},         {'a', 'z', "", 1},         {0x00C0, 0x024F, "", 1},
     {0x0370, 0x03FF, "el", 1}, {0x0400, 0x052F, "ru", 1}, {0x0530, 0x058F, "hy", 1},
     {0x0590, 0x05FF, "he", 1}, {0x0600, 0x06FF, "ar", 1}, {0x0750, 0x077F, "ar", 1},
     {0x0900, 0x097F, "hi", 1}, {0x0980, 0x09FF, "bn", 1}, {0x0B80, 0x0BFF, "ta", 1},
     {0x0C00, 0x0C7F, "te", 1}, {0x0E00, 0x0E7F, "th", 1}, {0x0E80, 0x0EFF, "lo", 1},
     {0x1000, 0x109F, "my", 1}, {0x10A0, 0x10FF, "ka", 1}, {0x1100, 0x11FF, "ko", 2},
     {0x1200, 0x137F, "am", 1}, {0x1780, 0x17FF, "km", 1}, {0x1E00, 0x1EFF, "", 1},
     {0x3041, 0x30FF, "ja", 3}, {0x3400, 0x4DBF, "zh", 3}, {0x4E00, 0x9FFF, "zh", 3},
     {0xAC00, 0xD7A3, "ko", 2}, {0xF900, 0xFAFF, "zh", 3}, {0x20000, 0x3134F, "zh", 3}});
using Weights = std::array<std::size_t, scripts.size()>;

std::size_t weight_of(const Weights& weights, std::string_view language) {
    std::size_t weight = 0;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        if (scripts.at(i).language == language) weight += weights.at(i);
    }
    return weight;
}

Weights weights_of(std::string_view text) {
    Weights weights{};
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        const auto* const script =
            std::find_if(scripts.begin(), scripts.end(), [&](const Script& one) {
                return character.code >= one.first && character.code <= one.last;
            });
        if (script == scripts.end() || !character.valid) continue;
        weights.at(static_cast<std::size_t>(script - scripts.begin())) += script->weight;
    }
    return weights;
}

struct Name {
    std::string_view name;
    std::string_view language;
};

constexpr auto names = std::to_array<Name>(
    {{"english", "en"},  {"chinese", "zh"}, {"mandarin", "zh"}, {"spanish", "es"},
     {"french", "fr"},   {"german", "de"},  {"russian", "ru"},  {"arabic", "ar"},
     {"japanese", "ja"}, {"korean", "ko"},  {"italian", "it"},  {"portuguese", "pt"},
     {"eng", "en"},      {"zho", "zh"},     {"chi", "zh"},      {"cmn", "zh"},
     {"spa", "es"},      {"fra", "fr"},     {"fre", "fr"},      {"deu", "de"},
     {"ger", "de"},      {"rus", "ru"},     {"ara", "ar"},      {"jpn", "ja"},
     {"kor", "ko"},      {"中文", "zh"},    {"英文", "en"},     {"英语", "en"},
     {"汉语", "zh"},     {"und", ""},       {"mul", ""}});

}  // namespace

std::string primary_language(std::string_view stated) {
    const std::string lower = ascii_lower(trim(stated));
    const std::string_view primary = std::string_view{lower}.substr(0, lower.find_first_of("-_. "));
    const auto* const named = std::find_if(
        names.begin(), names.end(), [primary](const Name& row) { return row.name == primary; });
    if (named != names.end()) return std::string{named->language};
    const bool code = (primary.size() == 2 || primary.size() == 3) &&
                      std::all_of(primary.begin(), primary.end(), is_lower);
    return code ? std::string{primary} : std::string{};
}

std::string language_of_script(std::string_view text) {
    const Weights weights = weights_of(text.substr(0, looked_at_bytes));
    const std::size_t han = weight_of(weights, "zh");
    const std::size_t kana = weight_of(weights, "ja");
    std::string_view best;
    std::size_t most = weight_of(weights, best);
    for (const Script& script : scripts) {
        const std::size_t weight = weight_of(weights, script.language);
        if (weight > most) {
            most = weight;
            best = script.language;
        }
    }
    // Japanese is written in Chinese characters too, but never without kana.
    if (best == "zh" && kana * 10 > han) best = "ja";
    return std::string{best};
}

void add_language(Article& article) {
    article.language = primary_language(article.language);
    if (!article.language.empty()) return;
    article.language = language_of_script(article.body.empty() ? article.title : article.body);
}

}  // namespace lectern
