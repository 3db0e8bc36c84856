#include "indexer/enrich/dateline.h"
#include "indexer/enrich/language.h"
#include "indexer/enrich/spokespersons.h"
#include "indexer/enrich/step.h"

#include <array>

namespace lectern {
namespace {

constexpr auto table = std::to_array<Step>({
    {"language", "the language, as stated or by script", add_language},
    {"dateline", "the place a report begins with", add_dateline},
    {"spokespersons", "who is named as speaking for whom", add_spokespersons},
});

}  // namespace

std::span<const Step> steps() {
    return table;
}

}  // namespace lectern
