#include "indexer/find/tree.h"

#include "common/base/utf8.h"
#include "indexer/find/ignore.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

namespace lectern {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 64;

bool is_shown_as_bytes(const Character& character) {
    const bool control =
        character.code < 0x20 || (character.code >= 0x7F && character.code <= 0x9F);
    // a backslash too, so that no two names are kept alike
    return !character.valid || control || character.code == '\\';
}

/// `raw`, text whatever its bytes are.
std::string as_text(std::string_view raw) {
    std::string kept;
    for (std::size_t at = 0; at < raw.size();) {
        const Character character = character_at(raw, at);
        const std::string_view bytes = raw.substr(at, character.bytes);
        at += character.bytes;
        if (!is_shown_as_bytes(character)) {
            kept += bytes;
            continue;
        }
        for (const char c : bytes) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            kept += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
        }
    }
    return kept;
}

std::string with_slash(const std::string& folder) {
    return folder.ends_with('/') ? folder : folder + '/';
}

/// `path`, which is canonical, as it is kept when the index lies in `place`, canonical too.
std::string stored_below(const fs::path& path, const fs::path& place) {
    const std::string& whole = path.native();
    const std::string folder = with_slash(place.native());
    const bool below = whole.size() > folder.size() && whole.starts_with(folder);
    return as_text(below ? std::string_view{whole}.substr(folder.size()) : whole);
}

fs::path folder_that_holds(const std::string& index_folder) {
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(index_folder), ignored).parent_path();
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.size() > 1 && name.front() == '.' && name != "..";
}

/// A walk in progress.
class Walk {
public:
    Walk(Found& found, const std::string& index_folder)
        : found_{found}, place_{folder_that_holds(index_folder)} {
        std::error_code ignored;
        index_ = fs::weakly_canonical(fs::absolute(index_folder), ignored);
    }

    void look_at(const fs::path& path, int depth) {
        struct stat state {};

        if (::lstat(path.c_str(), &state) != 0) return trouble(path, errno);
        if (S_ISDIR(state.st_mode)) return enter(path, depth);
        if (!S_ISREG(state.st_mode)) {
            ++found_.passed_over;
            return;
        }
        constexpr std::int64_t ns = 1'000'000'000;
        found_.files.push_back({path.string(),
                                stored_below(path, place_),
                                {static_cast<std::uint64_t>(state.st_size),
                                 state.st_mtim.tv_sec * ns + state.st_mtim.tv_nsec}});
    }

private:
    void enter(const fs::path& folder, int depth) {
        if (folder == index_) return;
        std::error_code error;
        if (depth > deepest) {
            return complain(folder, "folders nest deeper than " + std::to_string(deepest));
        }
        fs::directory_iterator entries{folder, error};
        if (error) return trouble(folder, error.value());
        IgnoreList ignore;
        try {
            ignore = IgnoreList::of_folder(folder.string());
        } catch (const Error& unreadable) {
            return complain(folder, unreadable.what());  // what it asks to leave out is not known
        }
        while (entries != fs::directory_iterator{}) {
            if (ignore.names(entries->path().filename().string())) {
                ++found_.ignored;
            } else if (!is_hidden(entries->path())) {
                look_at(entries->path(), depth + 1);
            }
            entries.increment(error);
            if (error) return trouble(folder, error.value());
        }
    }

    void trouble(const fs::path& path, int error_number) {
        complain(path, std::generic_category().message(error_number));
    }

    void complain(const fs::path& path, const std::string& message) {
        const std::string stored = stored_below(path, place_);
        found_.problems.push_back({stored, message});
        found_.unreadable.push_back(stored);
    }

    Found& found_;
    fs::path place_;  ///< the folder that holds the index
    fs::path index_;
};

}  // namespace

Found find_files(const std::vector<std::string>& roots, const std::string& leave_out) {
    Found found;
    Walk walk{found, leave_out};
    for (const std::string& root : roots) {
        std::error_code error;
        const fs::path real = fs::canonical(root, error);  // a root may be a link
        if (error) throw io_error("cannot read " + root, error.value());
        walk.look_at(real, 0);
    }
    std::sort(
        found.files.begin(), found.files.end(),
        [](const FoundFile& left, const FoundFile& right) { return left.stored < right.stored; });
    const auto same = [](const FoundFile& left, const FoundFile& right) {
        return left.stored == right.stored;
    };
    found.files.erase(std::unique(found.files.begin(), found.files.end(), same), found.files.end());
    return found;
}

std::string stored_path(const std::string& path, const std::string& index_folder) {
    std::error_code ignored;
    return stored_below(fs::weakly_canonical(fs::absolute(path), ignored),
                        folder_that_holds(index_folder));
}

StoredFolder::StoredFolder(const std::string& stored, const std::string& index_folder) {
    const std::string place = with_slash(as_text(folder_that_holds(index_folder).native()));
    absolute_ = with_slash(stored.starts_with('/') ? stored : place + stored);
    if (place.starts_with(absolute_)) {
        relative_.emplace();
    } else if (absolute_.starts_with(place)) {
        relative_ = absolute_.substr(place.size());
    }
}

bool StoredFolder::holds(std::string_view stored) const {
    if (stored.starts_with('/')) return stored.starts_with(absolute_);
    return relative_ && stored.starts_with(*relative_);
}

}  // namespace lectern
