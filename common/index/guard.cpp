#include "common/index/guard.h"

#include <cstring>

namespace lectern {

Error translated(const Xapian::Error& error, const std::string& what) {
    std::string message = what + ": " + error.get_msg();
    if (const char* reason = error.get_error_string(); reason != nullptr) {
        message += std::string{" ("} + reason + ")";
    }
    const bool corrupt = std::strcmp(error.get_type(), "DatabaseCorruptError") == 0 ||
                         std::strcmp(error.get_type(), "DatabaseVersionError") == 0;
    if (corrupt) {
        return Error{Fault::Damaged, message,
                     "run lectern-index check; if it confirms the damage, remove the index and add again"};
    }
    const bool database = std::string{error.get_type()}.rfind("Database", 0) == 0;
    return Error{database ? Fault::Io : Fault::Internal, message};
}

}  // namespace lectern
