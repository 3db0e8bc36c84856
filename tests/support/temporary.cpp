#include "tests/support/temporary.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace lectern {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "lectern-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = fs::canonical(name).string();
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    for (fs::recursive_directory_iterator at{path_, ignored};
         at != fs::recursive_directory_iterator{}; at.increment(ignored)) {
        if (at->is_directory(ignored)) fs::permissions(at->path(), fs::perms::owner_all, ignored);
    }
    fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
    const fs::path path = fs::path{path_} / name;
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
    return path.string();
}

}  // namespace lectern
