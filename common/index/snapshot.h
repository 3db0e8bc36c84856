#pragma once
// An index opened for reading, as it was at one moment.

#include "common/index/segment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// One article of an index.
struct ArticleRef {
    std::size_t segment{};  ///< its place in segments()
    ArticleNumber number{};
    bool operator==(const ArticleRef&) const = default;
};

/// Not safe to share between threads: open one a thread. What has been opened stays readable,
/// whatever a writer does meanwhile.
class Snapshot {
public:
    /// The state of the last commit. Throws Error{NoIndex} where there is no index,
    /// Error{OtherSchema}, Error{Damaged} only after the state stayed unreadable while nobody
    /// wrote.
    explicit Snapshot(const std::string& folder);

    const std::string& folder() const { return folder_; }

    const Manifest& manifest() const { return manifest_; }

    const std::vector<Segment>& segments() const { return segments_; }

    Article article(ArticleRef ref) const;
    /// The articles with that id, in order; usually one.
    std::vector<ArticleRef> with_id(std::string_view id) const;
    /// The articles read from that file, in order.
    std::vector<ArticleRef> with_path(std::string_view path) const;

private:
    std::vector<ArticleRef> with_term(const std::string& term) const;

    std::string folder_;
    Manifest manifest_;
    std::vector<Segment> segments_;
};

/// Where the index is: `asked` if given, else $LECTERN_INDEX, else ./.lectern if there is one or
/// nothing else is known, else $XDG_DATA_HOME/lectern/default if that is there.
std::string index_folder(const std::string& asked);

}  // namespace lectern
