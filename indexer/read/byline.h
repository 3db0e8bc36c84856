#pragma once
// Who wrote it: `By Jane Doe and John Smith, staff writers` as two names.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Whether a line says by its own form that it is a byline: `By …`, `记者 …`, `Editor: …`.
bool is_byline(std::string_view line);

/// The names in a byline, in order, without `By`, places, roles and addresses.
std::vector<std::string> authors_in(std::string_view byline);

/// Adds to `authors` those it does not hold yet.
void add_authors(std::vector<std::string>& authors, const std::vector<std::string>& names);

}  // namespace lectern
