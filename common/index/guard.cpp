#include "common/index/guard.h"

#include <string_view>

namespace lectern {

Error translated(const Xapian::Error& error, const std::string& what) {
    std::string message = what + ": " + error.get_msg();
    const char* reason = error.get_error_string();
    if (reason != nullptr) message += std::string{" ("} + reason + ")";
    // A segment never changes, so one that seems to have is damaged too; so is a file that opens
    // but is no database.
    const std::string_view type = error.get_type();
    const bool no_database =
        reason == nullptr && (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError");
    const bool corrupt = no_database || type == "DatabaseCorruptError" ||
                         type == "DatabaseModifiedError" || type == "DatabaseVersionError";
    if (corrupt) {
        return Error{
            Fault::Damaged, message,
            "run lectern-index check; if it confirms the damage, remove the index and add again"};
    }
    const bool database = type.starts_with("Database");
    return Error{database ? Fault::Io : Fault::Internal, message};
}

}  // namespace lectern
