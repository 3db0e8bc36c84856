#pragma once
// What a folder asks not to be indexed.

#include <string>
#include <vector>

namespace lectern {

/// The lines of a `.lecternignore`: each a name in that folder, with `*`, `?` and `[…]` as in a
/// shell. Empty lines and those that begin with `#` say nothing. It holds for its folder, not for
/// those below.
class IgnoreList {
public:
    /// Of a folder that has none: one that names nothing. Throws Error{Io} if it cannot be read.
    static IgnoreList of_folder(const std::string& folder);

    bool names(const std::string& name) const;

private:
    std::vector<std::string> patterns_;
};

}  // namespace lectern
