#include "indexer/find/ignore.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/strings.h"

#include <fnmatch.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace lectern {
namespace {

constexpr std::uint64_t max_bytes = 1U << 20U;

}  // namespace

IgnoreList IgnoreList::of_folder(const std::string& folder) {
    IgnoreList list;
    std::error_code error;
    const auto path =
        std::filesystem::canonical(folder + "/.lecternignore", error);  // may be a link
    if (error == std::errc::no_such_file_or_directory) return list;
    if (error) throw io_error("cannot read " + folder + "/.lecternignore", error.value());
    const InputFile file{path.string()};  // never waits for a FIFO
    const std::string text = file.read(0, max_bytes);
    for (const std::string_view line : split(text, '\n')) {
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
