#include "indexer/find/ignore.h"

#include "common/base/file.h"
#include "common/base/strings.h"

#include <fnmatch.h>

#include <algorithm>

namespace lectern {

IgnoreList IgnoreList::of_folder(const std::string& folder) {
    IgnoreList list;
    const auto text = read_file(folder + "/.lecternignore");
    if (!text) return list;
    for (const std::string_view line : split(*text, '\n')) {
        const std::string_view pattern = trim(line);
        if (!pattern.empty() && pattern.front() != '#') list.patterns_.emplace_back(pattern);
    }
    return list;
}

bool IgnoreList::names(const std::string& name) const {
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& pattern) {
        return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
    });
}

}  // namespace lectern
