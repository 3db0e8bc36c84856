#pragma once
// Articles and indexes of them, in a few words.

#include "common/article/article.h"
#include "tests/support/temporary.h"

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// An article whose id is its title's first word and whose body, unless given, is its title again.
Article article(std::string_view title, std::string_view body = {});

/// The same, dated `2024-05-17`.
Article dated(std::string_view day, std::string_view title, std::string_view body = {});

/// The same, with spokespersons of these names.
Article spoken(const std::vector<std::string>& names,
               std::string_view title,
               std::string_view body = {});

/// Adds articles to the index at `folder` as one commit, making it if need be.
void add_to_index(const std::string& folder, const std::vector<Article>& articles);

/// An index of the articles in a temporary folder; with several lists, a segment each.
class TemporaryIndex {
public:
    explicit TemporaryIndex(const std::vector<Article>& articles);
    explicit TemporaryIndex(const std::vector<std::vector<Article>>& segments);

    const std::string& path() const { return path_; }

private:
    TemporaryFolder folder_;
    std::string path_;
};

}  // namespace lectern
