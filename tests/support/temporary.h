#pragma once
// A folder of its own for a test; it goes with the test.

#include <string>
#include <string_view>

namespace lectern {

class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::string& path() const { return path_; }

    std::string operator/(std::string_view name) const { return path_ + '/' + std::string{name}; }

    /// Writes a file, and the folders it stands in; returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;

private:
    std::string path_;
};

}  // namespace lectern
