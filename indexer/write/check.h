#pragma once
// Whether an index is what its manifest says, to the last byte.

#include "common/base/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern {

struct CheckReport {
    std::vector<Problem> problems;  ///< empty: sound; `where` is the file
    std::uint64_t articles{0};
    std::uint64_t segments{0};
    std::uint64_t bytes{0};
};

/// Compares every file with the SHA-256 the manifest keeps of it; of those that are whole it then
/// reads every article and every table, and holds the counts against each other. Reads the index
/// whole, changes nothing, may run beside a writer. Throws Error{NoIndex} and the like when there
/// is nothing to check.
CheckReport check_index(const std::string& folder);

}  // namespace lectern
