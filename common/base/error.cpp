#include "common/base/error.h"

#include <system_error>

namespace lectern {

Error io_error(const std::string& doing, int error_number) {
    return Error{Fault::Io, doing + ": " + std::generic_category().message(error_number)};
}

}  // namespace lectern
