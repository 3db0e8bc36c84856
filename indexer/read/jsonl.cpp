// JSON Lines: each line an object, each object an article (record.h says which member is what).

#include "common/base/json.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/read/prose.h"
#include "indexer/read/readers.h"
#include "indexer/read/record.h"

#include <algorithm>

namespace lectern {
namespace {

void read_line(std::string_view line, std::size_t number, const ReadLimits& limits, Sink& sink) {
    if (line.size() > limits.line_bytes) {
        sink.problem(number, "line of " + with_thousands(line.size()) + " bytes is longer than " +
                                 with_thousands(limits.line_bytes));
        return;
    }
    ParsedJson parsed = parse_json(line, limits.json_depth);
    if (!parsed.value) {
        sink.problem(number, std::move(parsed.problem));
        return;
    }
    if (!parsed.value->is_object()) {
        sink.problem(number, "not a JSON object");
        return;
    }
    auto article = article_of(*parsed.value);
    if (!article) {
        sink.problem(number, "neither a title nor a text");
        return;
    }
    article->type = "jsonl";
    article->source.record = number;
    article->title = headline(article->title, limits.title_bytes);
    if (parsed.repaired) article->notes.emplace_back("ill-formed bytes replaced");
    limit_body(*article, limits);
    sink.article(std::move(*article));
}

}  // namespace

bool looks_like_json_lines(std::string_view head) {
    if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
    head = trim(head);
    if (head.empty() || head.front() != '{') return false;
    const std::string_view inside = trim(head.substr(1));
    if (inside.empty() || inside.front() != '"') return false;
    // One object over many lines is JSON too, but not JSON Lines. A first line longer than the head
    // gets the benefit of the doubt.
    const std::size_t newline = head.find('\n');
    return newline == std::string_view::npos || parse_json(head.substr(0, newline)).value;
}

void read_json_lines(const Input& input, const ReadLimits& limits, Sink& sink) {
    std::string_view rest = input.bytes;
    if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t newline = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trim(rest.substr(0, newline));
        rest.remove_prefix(std::min(newline + 1, rest.size()));
        if (!line.empty()) read_line(line, number, limits, sink);
        sink.record_done();
    }
}

}  // namespace lectern
