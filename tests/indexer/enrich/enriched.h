#pragma once
// An article of one text with the steps applied, for the tests of steps.

#include "indexer/enrich/step.h"

#include <string>

namespace lectern {

inline Article enriched(const std::string& body) {
    Article article;
    article.body = body;
    for (const Step& step : steps()) step.apply(article);
    return article;
}

}  // namespace lectern
