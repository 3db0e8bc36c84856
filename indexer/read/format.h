#pragma once
// From the bytes of one input to articles: a format is a row of formats.cpp and a file of its own.

#include "common/article/article.h"
#include "common/base/error.h"

#include <span>
#include <string>
#include <string_view>

namespace lectern {

/// The bytes of a file, or of a stretch of a file of records, and where they come from.
struct Input {
    std::string_view path;   ///< as stored with the article
    std::string_view bytes;  ///< any bytes at all
};

/// What reading yields. `record` is the line (from 1) within the input, 0 for the whole file.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    /// An article read whole; `source.record` is set, its path is not.
    virtual void article(Article&& article) = 0;
    /// One record that could not be read; the next one is read all the same.
    virtual void problem(std::size_t record, std::string message) = 0;

    /// A record (article, problem, empty line) is done; called once for each line of a file of
    /// records.
    virtual void record_done() {}
};

struct ReadLimits {
    std::size_t article_bytes{4U << 20U};  ///< longer bodies are cut, with a note
    std::size_t title_bytes{1024};
    std::size_t line_bytes{64U << 20U};  ///< longer records are a problem
    std::size_t json_depth{256};
    std::size_t record_articles{1};
};

struct Format {
    std::string_view name;
    std::string_view suffixes;  ///< separated by blanks: `.jsonl .ndjson`
    bool records;               ///< one article a line: a stretch of whole lines can be read alone
    /// Whether the first bytes look like it; asked only when no suffix fits.
    bool (*sniff)(std::string_view head);
    void (*read)(const Input&, const ReadLimits&, Sink&);
    std::string_view help;
};

/// The table, in the order sniffed.
std::span<const Format> formats();

/// By suffix, else by content, else null (not text, or nothing we know). `head` is the first bytes.
const Format* format_of(std::string_view path, std::string_view head);

/// By name, or null.
const Format* find_format(std::string_view name);

}  // namespace lectern
