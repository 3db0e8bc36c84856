// Whatever is typed is read or refused with a reason, and what was read can be typed again.
#include "common/base/error.h"
#include "common/base/strings.h"
#include "searcher/query/query.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using lectern::Parsed;
using lectern::Query;
using lectern::QueryLimits;

[[noreturn]] void fail(const char* what, const std::string& text) {
    std::fprintf(stderr, "%s: %s\n", what, text.c_str());
    std::abort();
}

void check_problems(std::string_view text, const Parsed& parsed) {
    const std::string shown = lectern::problems_text(text, parsed.problems);
    if (shown.empty() != parsed.problems.empty()) fail("problems not shown", shown);
    const std::size_t lines = lectern::split(shown, '\n').size();
    const std::size_t expected = parsed.problems.empty() ? 1 : parsed.problems.size() + 3;
    if (lines != expected) fail("not a line a problem, the query and the carets", shown);
}

void check_round_trip(const Query& query) {
    // What is written out may be longer than what was typed: a field stands before each of its
    // words.
    const QueryLimits limits{.bytes = std::size_t{1} << 20U};
    const std::string text = lectern::query_text(query);
    const Query again = lectern::parse(text, limits).query;
    if (again == query) return;
    fail("other tree",
         text + "\n  was " + lectern::tree_text(query) + "\n  is  " + lectern::tree_text(again));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(bytes, bytes + size);
    Parsed parsed;
    try {
        parsed = lectern::parse(text);
    } catch (const lectern::Error& error) {
        if (error.fault() != lectern::Fault::Query) fail("another fault", error.what());
        return 0;
    }
    check_problems(text, parsed);
    check_round_trip(parsed.query);
    return 0;
}
