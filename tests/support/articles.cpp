#include "tests/support/articles.h"

#include "indexer/write/identity.h"
#include "indexer/write/writer.h"

namespace lectern {

Article article(std::string_view title, std::string_view body) {
    Article made;
    made.title = title;
    made.body = body.empty() ? title : body;
    made.id = title.substr(0, title.find(' '));
    made.source.path = made.id + ".txt";
    made.type = "text";
    return made;
}

Article dated(std::string_view day, std::string_view title, std::string_view body) {
    Article made = article(title, body);
    made.published = parse_moment(day);
    return made;
}

Article spoken(const std::vector<std::string>& names,
               std::string_view title,
               std::string_view body) {
    Article made = article(title, body);
    for (const std::string& name : names) made.spokespersons.push_back({.name = name});
    return made;
}

void add_to_index(const std::string& folder, const std::vector<Article>& articles) {
    Writer writer{folder, Writer::Mode::CreateOrOpen};
    Tokenizer tokenizer;
    BatchBuilder builder{writer.batch_folder(), tokenizer};
    for (const Article& article : articles) {
        builder.add(article, identity_of(article), content_of(article));
    }
    Change change;
    change.batches.push_back(builder.finish({}));
    writer.commit(change);
}

TemporaryIndex::TemporaryIndex(const std::vector<Article>& articles)
    : TemporaryIndex{std::vector<std::vector<Article>>{articles}} {
}

TemporaryIndex::TemporaryIndex(const std::vector<std::vector<Article>>& segments)
    : path_{folder_ / "index"} {
    for (const std::vector<Article>& articles : segments) add_to_index(path_, articles);
}

}  // namespace lectern
