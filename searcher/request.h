#pragma once
// From a command line to a Request.

#include "common/cli/program.h"
#include "searcher/match/response.h"
#include "searcher/query/query.h"
#include "searcher/show/show.h"

#include <string>
#include <vector>

namespace lectern {

/// The query as typed: the words joined, or standard input for `-`. No more of
/// that is read than parse() needs to see that it is too long.
std::string query_of(const Arguments& arguments);

/// Parses and tells the user, on stderr, what was wrong with it.
Parsed understood(const std::string& text);

/// Everything but the query.
Request request_of(const Arguments& arguments);

/// How the answer is to look.
Showing showing_of(const Arguments& arguments);

/// The indexes to search: all that --index names, else the one there is.
std::vector<std::string> indexes_of(const Arguments& arguments);

}  // namespace lectern
