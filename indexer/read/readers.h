#pragma once
// The functions that formats.cpp puts into its rows: one format, one file.

#include "indexer/read/format.h"

namespace lectern {

/// headed_text.cpp
bool looks_like_text(std::string_view head);
void read_headed_text(const Input& input, const ReadLimits& limits, Sink& sink);

/// jsonl.cpp
bool looks_like_json_lines(std::string_view head);
void read_json_lines(const Input& input, const ReadLimits& limits, Sink& sink);

}  // namespace lectern
