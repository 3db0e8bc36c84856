#pragma once
// Where Xapian's exceptions become ours.

#include "common/base/error.h"

#include <xapian.h>

#include <string>

namespace lectern {

/// What an exception of Xapian's means for us; `what` is the file or index it came from.
Error translated(const Xapian::Error& error, const std::string& what);

/// Calls `work`, turning Xapian's exceptions into Errors that name `what`.
template <class Work>
auto guarded(const std::string& what, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw translated(error, what);
    }
}

}  // namespace lectern
