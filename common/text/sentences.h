#pragma once
// Cuts text into sentences: what a snippet shows and what a statement is attributed from.

#include "common/base/strings.h"

#include <string_view>
#include <vector>

namespace lectern {

/// Bytes of the sentences of text, in order, covering it: white space after a sentence is part of
/// it. Made for English and Chinese; a blank line always ends a sentence. Linear in the text.
/// Thread-safe.
std::vector<Span> sentences(std::string_view text);

}  // namespace lectern
