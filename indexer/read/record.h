#pragma once
// One JSON object as an article: which of its members mean what.

#include "common/article/article.h"
#include "common/base/json.h"

#include <optional>

namespace lectern {

/// The article that `record`, an object, describes; its texts are moved out of it. Nothing if it
/// has neither a title nor a text. What could not be understood is in the article's notes.
std::optional<Article> article_of(Json& record);

}  // namespace lectern
