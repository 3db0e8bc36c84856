#pragma once
// A Sink that keeps what it is given, for the tests of readers.

#include "indexer/read/format.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern {

/// What a reader yielded.
struct Collector {
    std::vector<Article> articles;
    std::vector<std::string> problems;  ///< `17: not JSON: …`
    std::size_t records{0};
};

class CollectingSink : public Sink {
public:
    void article(Article&& article) override { collector.articles.push_back(std::move(article)); }

    void problem(std::size_t record, std::string message) override {
        collector.problems.push_back(std::to_string(record) + ": " + message);
    }

    void record_done() override { ++collector.records; }

    Collector collector;
};

inline Collector collected(std::string_view format,
                           std::string_view bytes,
                           ReadLimits limits = {}) {
    CollectingSink sink;
    find_format(format)->read({"x", bytes}, limits, sink);
    return std::move(sink.collector);
}

}  // namespace lectern
