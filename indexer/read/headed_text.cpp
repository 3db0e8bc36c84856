// One article in plain text:
//
//   China hopes US will face reality and handle bilateral ties correctly     title
//                                                                            blank
//   China Military Online                                                    outlet, byline, date:
//   Li Jiayao                                                                in any order, some
//   absent 2020-09-24 20:01:22
//                                                                            blank
//   BEIJING, Sept. 24 -- China firmly opposes …                              paragraphs
//
//   Related News                                                             furniture, left out

#include "common/base/utf8.h"
#include "common/text/encoding.h"
#include "indexer/read/furniture.h"
#include "indexer/read/head.h"
#include "indexer/read/prose.h"
#include "indexer/read/readers.h"

#include <algorithm>
#include <span>

namespace lectern {
namespace {

/// As much of a huge file as may become an article: the rest is not even decoded.
std::string_view start_of(std::string_view bytes, const ReadLimits& limits) {
    const std::size_t most = 4 * (limits.article_bytes + limits.title_bytes) + (64U << 10U);
    if (bytes.size() <= most) return bytes;
    const std::size_t newline = bytes.find_last_of('\n', most);
    const bool wide = bytes.front() == '\xFF' || bytes.front() == '\xFE';
    if (!wide && newline != std::string_view::npos && newline > most / 2) {
        return bytes.substr(0, newline);
    }
    return cut_at_character(bytes, most - most % 4);
}

}  // namespace

bool looks_like_text(std::string_view head) {
    if (head.empty() || head.find('\0') != std::string_view::npos) return false;
    // The head may end within a character.
    const std::string_view whole = cut_at_character(head, head.size() - 1);
    return is_valid_utf8(head) || is_valid_utf8(whole) ||
           is_valid_utf8(whole.substr(0, whole.size() - std::min<std::size_t>(whole.size(), 3)));
}

void read_headed_text(const Input& input, const ReadLimits& limits, Sink& sink) {
    const std::string_view bytes = start_of(input.bytes, limits);
    const auto text = decoded(bytes);
    if (!text) {
        sink.problem(0, "not text: NUL bytes");
        sink.record_done();
        return;
    }
    const std::string clean = cleaned(text->text);
    const auto lines = lines_of(clean);
    Article article;
    article.type = "text";
    const std::size_t body = read_head(lines, article);
    if (article.title.empty()) {
        sink.problem(0, "no text");
        sink.record_done();
        return;
    }
    if (text->encoding != "UTF-8") article.notes.push_back("read as " + text->encoding);
    if (text->repaired) article.notes.emplace_back("ill-formed bytes replaced");
    const auto rest = std::span{lines}.subspan(body);
    article.body = paragraphs_of(rest.first(without_furniture(rest)));
    const bool cut = bytes.size() < input.bytes.size();
    // Text that is one line is all title: the body keeps what the title has no room for.
    if (article.title.size() > limits.title_bytes) {
        article.body = article.title + (article.body.empty() ? "" : "\n\n") + article.body;
    }
    article.title = headline(article.title, limits.title_bytes);
    if (article.body.empty() && !article.published) article.body = article.title;
    if (cut && article.body.size() <= limits.article_bytes) article.notes.emplace_back("cut");
    limit_body(article, limits);
    sink.article(std::move(article));
    sink.record_done();
}

}  // namespace lectern
