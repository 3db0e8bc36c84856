#include "indexer/write/identity.h"

#include "common/base/hash.h"
#include "common/segment/documents.h"

namespace lectern {

void complete_id(Article& article) {
    if (!article.id.empty()) return;
    std::string origin = article.source.path;
    if (article.source.record != 0) {
        origin += '\n';
        origin += article.url.empty() ? article.title + '\n' + article.body : article.url;
    }
    article.id = short_name(origin);
}

std::string identity_of(const Article& article) {
    return article.source.path + '\n' + article.id;
}

std::uint64_t content_of(const Article& article) {
    Article moved = article;
    moved.source.record = 0;  // another line of the same file is no change
    return content_hash(stored(moved));
}

}  // namespace lectern
