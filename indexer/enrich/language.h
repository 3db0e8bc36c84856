#pragma once
// Which language an article is in, as far as its script alone tells.

#include "common/article/article.h"

#include <string>
#include <string_view>

namespace lectern {

/// Normalizes a stated language to its primary subtag (`EN-us` to `en`); fills one that is not
/// stated where the script tells it. Latin script tells nothing: it stays empty.
void add_language(Article& article);

/// `zh_Hans` as `zh`, `English` as `en`; empty if it names no language.
std::string primary_language(std::string_view stated);

/// The language of the script that most letters of the start of `text` are in; empty for Latin
/// script.
std::string language_of_script(std::string_view text);

}  // namespace lectern
