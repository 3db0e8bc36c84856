#pragma once
// The one door to an index: every search of every program comes through here.

#include "searcher/match/response.h"

#include <memory>
#include <string>
#include <vector>

namespace lectern {

/// How a query is understood, stage by stage.
struct Explanation {
    std::string plan;
    std::string xapian;
    std::vector<Expansion> expansions;
};

/// Searches one or more indexes as one. Not safe to share between threads: keep one a thread.
class Searcher {
public:
    /// Opens them as they are now. Throws Error{NoIndex}, Error{OtherSchema}, Error{Damaged}.
    explicit Searcher(const std::vector<std::string>& folders);
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;
    ~Searcher();

    /// Throws Error{Query} for a request that makes no sense: an unknown field, a grouping of what
    /// is no day.
    Response operator()(const Request& request);

    Explanation explain(const Query& query);

    /// All articles with that id, or read from that file.
    std::vector<Article> articles(const std::string& id_or_path);

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

}  // namespace lectern
