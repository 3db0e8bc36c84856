#pragma once
// Which files were read, and how they were then: so that an unchanged file is not read again.
//
// On disk one JSON object a line, each ending with a sum of itself; a later line replaces an
// earlier one of the same path, `{"path":…,"gone":true}` takes it away.

#include "common/base/file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace lectern {

struct FileRecord {
    FileState state;
    std::string sha256;        ///< of the file's bytes
    std::uint64_t articles{};  ///< that it held
    std::uint64_t problems{};  ///< records of it that could not be read
    bool operator==(const FileRecord&) const = default;
};

std::string catalogue_line(std::string_view path, const FileRecord& record);
std::string catalogue_gone_line(std::string_view path);

class Catalogue {
public:
    /// Reads lines. Throws Error{Damaged} naming `where` for a line that is not what was written.
    static Catalogue read(std::string_view lines, const std::string& where);

    const FileRecord* find(std::string_view path) const;

    const std::map<std::string, FileRecord, std::less<>>& files() const { return files_; }

    /// Whether so many lines are outdated that writing it anew is worth it.
    bool sparse() const { return lines_ > 1000 && lines_ > 3 * files_.size(); }

    /// All that is valid, as lines.
    std::string lines() const;

private:
    std::map<std::string, FileRecord, std::less<>> files_;
    std::size_t lines_{0};
};

}  // namespace lectern
