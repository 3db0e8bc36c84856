#pragma once
// Which files there are: what the user named, and everything below it.

#include "common/base/error.h"
#include "common/base/file.h"

#include <cstddef>
#include <string>
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
    /// Stored paths of folders and files that could not be read: nothing below them counts as vanished.
    std::vector<std::string> unreadable;
    std::size_t passed_over{0};     ///< links, FIFOs, devices, sockets
    std::size_t ignored{0};         ///< named by a .lecternignore
};

/// Walks `roots` (files or folders). Hidden names and `leave_out` (a folder, as the user named it) are
/// passed over, as is what a folder's own `.lecternignore` names (indexer/find/ignore.h); symbolic links are not followed. Folders nest at most 64 deep. Throws Error{Io} if a
/// root does not exist.
Found find_files(const std::vector<std::string>& roots, const std::string& leave_out);

/// How a path is kept in an index at `index_folder`: relative to the folder that holds the index when it
/// is below it (so that both can be moved together), else absolute. Bytes that are no valid UTF-8 and
/// controls are written `\xNN`.
std::string stored_path(const std::string& path, const std::string& index_folder);

}  // namespace lectern
