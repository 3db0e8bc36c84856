#pragma once
// The people whom the text itself names as speaking for an organization.

#include "common/article/article.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace lectern {

/// Fills `spokespersons` if the reader found none stated; else only completes those.
void add_spokespersons(Article& article);

/// Those named in `text`, each once, in order of first mention. Looks only around words as
/// `spokesperson` and `发言人`; time grows with the length of the text and no faster.
std::vector<Spokesperson> spokespersons_named(std::string_view text);

/// The rules for English and for Chinese: the person named where a byte of a role, `at`, stands in
/// `text`. An empty name: nobody is.
Spokesperson english_spokesperson(std::string_view text, std::size_t at);
Spokesperson chinese_spokesperson(std::string_view text, std::size_t at);

}  // namespace lectern
