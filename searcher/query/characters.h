#pragma once
// Which characters of a query part its words, which are searched for, and which are neither.

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern {

/// White space of any script.
bool is_blank(char32_t code);

/// What parts words outside of quotation marks: white space, and the punctuation that Chinese and
/// Japanese write without any.
bool is_separator(char32_t code);

/// Whether a tokenizer may find a word in it. In doubt yes: only what is surely punctuation is not.
bool is_searchable(char32_t code);
bool is_searchable(std::string_view text);

/// `text` with a space for each byte of what no query means: ill-formed UTF-8, NUL and other
/// controls, invisible marks of direction. As long as `text`, so that positions in it are positions
/// in `text`.
std::string blanked(std::string_view text);

/// How many words a tokenizer may find in `text`, about: two wide characters count as a word.
std::size_t count_words(std::string_view text);

/// How many searchable characters `text` ends with.
std::size_t letters_at_end(std::string_view text);

}  // namespace lectern
