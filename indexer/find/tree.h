#pragma once
// Which files there are: what the user named, and everything below it.

#include "common/base/error.h"
#include "common/base/file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

struct FoundFile {
    std::string path;    ///< to open it
    std::string stored;  ///< as it is stored and shown (stored_path)
    FileState state;
};

struct Found {
    std::vector<FoundFile> files;   ///< regular files, in byte order of `stored`, each once
    std::vector<Problem> problems;  ///< what could not be looked at; the rest was
    /// Stored paths of folders and files that could not be read: nothing below them counts as
    /// vanished.
    std::vector<std::string> unreadable;
    std::size_t passed_over{0};  ///< links, FIFOs, devices, sockets
    std::size_t ignored{0};      ///< named by a .lecternignore
};

/// Walks `roots` (files or folders). Hidden names and `leave_out` (a folder, as the user named it)
/// are passed over, as is what a folder's own `.lecternignore` names (indexer/find/ignore.h);
/// symbolic links are not followed. Folders nest at most 64 deep. Throws Error{Io} if a root does
/// not exist.
Found find_files(const std::vector<std::string>& roots, const std::string& leave_out);

/// How a path is kept in an index at `index_folder`: relative to the folder that holds the index
/// when it is below it (so that both can be moved together), else absolute. Bytes that are no valid
/// UTF-8, controls and backslashes are written `\xNN`, so that no two paths are kept alike.
std::string stored_path(const std::string& path, const std::string& index_folder);

/// A folder by its stored path. Stored paths below it may be relative where its own is absolute: it
/// may be the folder that holds the index, or one above that.
class StoredFolder {
public:
    StoredFolder(const std::string& stored, const std::string& index_folder);

    /// Whether a stored path lies below it.
    bool holds(std::string_view stored) const;

private:
    std::string absolute_;  ///< with a slash at its end
    std::optional<std::string>
        relative_;  ///< the same from the folder that holds the index, if below it
};

}  // namespace lectern
