#pragma once
// Lines and paragraphs of text, and what every reader does to a title and a body before it is
// stored.

#include "common/article/article.h"
#include "indexer/read/format.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// As trim(), but also without no-break and ideographic spaces.
std::string_view trim_blanks(std::string_view text);

/// The lines of cleaned() text, each without blanks at its end; a view of `text`.
std::vector<std::string_view> lines_of(std::string_view text);

/// Whether `line` ends as a sentence does: `.`, `!`, `?`, `。` …, then perhaps quotes and brackets.
bool ends_sentence(std::string_view line);

/// Whether the text has a Chinese character or kana.
bool has_cjk(std::string_view text);

/// Paragraphs, separated by empty lines, of hard-wrapped or long lines: lines of one paragraph are
/// joined by a space, but not between Chinese characters.
std::string paragraphs_of(std::span<const std::string_view> lines);

/// cleaned() text with at most one empty line in a row, and no blanks at either end.
std::string tidied(std::string_view text);

/// On one line, single blanks, at most `bytes` long: cut between words, with `…`.
std::string headline(std::string_view text, std::size_t bytes);

/// Cuts the body at the limit, at a character, and notes it.
void limit_body(Article& article, const ReadLimits& limits);

}  // namespace lectern
