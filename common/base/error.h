#pragma once
// The three kinds of failure: a Problem (one article or query, work goes on), an Error (the
// operation cannot go on), an assert (our mistake).

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace lectern {

/// Why an operation cannot go on; decides the exit status (common/cli/program.cpp).
enum class Fault : std::uint8_t {
    Usage,        ///< the command line is wrong
    Query,        ///< the query is refused (too long, too many terms …)
    NoIndex,      ///< there is no index where one was expected
    Damaged,      ///< the index is not what the manifest says
    OtherSchema,  ///< written by a lectern with another schema or tokenizer
    Locked,       ///< another writer holds the index
    Io,           ///< the system refused to read or write
    Interrupted,  ///< the user asked to stop
    Internal,     ///< our mistake, which the user must survive
};

/// Thrown when an operation cannot go on. `what()` is a message for the user; `hint`, when not
/// empty, says the way out.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& message, std::string hint = {})
        : std::runtime_error{message}, fault_{fault}, hint_{std::move(hint)} {}

    Fault fault() const { return fault_; }

    const std::string& hint() const { return hint_; }

private:
    Fault fault_;
    std::string hint_;
};

/// Something wrong with one article or one query. `where` is `feed.jsonl:17` or `query:8`.
struct Problem {
    std::string where;
    std::string message;
    bool operator==(const Problem&) const = default;
};

/// An Error{Fault::Io} whose message is `doing`: the text of `error_number`, e.g.
/// `cannot write /x/current: No space left on device`.
Error io_error(const std::string& doing, int error_number);

}  // namespace lectern
