#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/index/snapshot.h"
#include "indexer/commands.h"
#include "indexer/ingest/ingest.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <thread>

namespace lectern {
namespace {

using Clock = std::chrono::steady_clock;

std::atomic<bool> interrupted{false};

/// The first Ctrl-C asks to stop at the next commit, a second one ends the program where it stands;
/// both leave a sound index.
void on_interrupt(int) {
    if (interrupted.exchange(true)) ::_exit(exit_status(Fault::Interrupted));
}

enum class Telling : std::uint8_t { Nothing, Lines, Redrawn, Json };

Telling telling_of(const std::string& how) {
    if (how == "none") return Telling::Nothing;
    if (how == "json") return Telling::Json;
    if (how != "auto")
        throw Error{Fault::Usage, "--progress: not auto, json or none: \"" + how + '"'};
    return ::isatty(STDERR_FILENO) != 0 ? Telling::Redrawn : Telling::Lines;
}

std::string megabytes(std::uint64_t bytes) {
    constexpr double thousand = 1e3;
    constexpr double million = 1e6;
    const auto number = static_cast<double>(bytes);
    const bool small = number < million;
    const double shown = number / (small ? thousand : million);
    std::ostringstream text;
    text << std::fixed << std::setprecision(shown < 10 ? 1 : 0) << shown << (small ? " kB" : " MB");
    return text.str();
}

/// Tells the user how far it is, on stderr.
class Teller {
public:
    explicit Teller(Telling how) : how_{how} {}

    void committed(const Progress& progress) {
        switch (how_) {
            case Telling::Nothing:
                return;
            case Telling::Json:
                std::cerr << R"({"event":"committed","records":)" << progress.records << "}\n"
                          << std::flush;
                return;
            case Telling::Lines:
                if (Clock::now() < next_) return;
                next_ = Clock::now() + std::chrono::seconds{10};
                std::cerr << line(progress) << '\n';
                return;
            case Telling::Redrawn:
                std::cerr << '\r' << line(progress) << "\x1b[K" << std::flush;
                drawn_ = true;
                return;
        }
    }

    void finish() const {
        if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    }

private:
    std::string line(const Progress& progress) const {
        const std::chrono::duration<double> passed = Clock::now() - begin_;
        const auto done = static_cast<double>(progress.bytes_done);
        const double left =
            done > 0 ? passed.count() * (static_cast<double>(progress.bytes_all) - done) / done : 0;
        std::ostringstream text;
        text << "indexed " << megabytes(progress.bytes_done) << " of "
             << megabytes(progress.bytes_all) << ", about " << std::fixed << std::setprecision(0)
             << left << " s left";
        return text.str();
    }

    Telling how_;
    Clock::time_point begin_{Clock::now()};
    Clock::time_point next_{begin_ + std::chrono::seconds{10}};
    bool drawn_{false};
};

std::uint64_t sum_of(const std::map<std::string, std::uint64_t>& counts) {
    std::uint64_t sum = 0;
    for (const auto& [name, count] : counts) sum += count;
    return sum;
}

void print_summary(const Report& report, double seconds) {
    std::cout << "indexed " << with_thousands(report.added) << " new, "
              << with_thousands(report.replaced) << " changed, " << with_thousands(report.removed)
              << " removed, " << with_thousands(report.unchanged) << " unchanged, "
              << with_thousands(sum_of(report.skipped)) << " skipped, "
              << with_thousands(report.failed) << " failed        " << std::fixed
              << std::setprecision(1) << seconds << " s, " << megabytes(report.text_bytes) << '\n';
    std::vector<std::string> notes;
    const auto note = [&](std::string_view what, std::uint64_t count) {
        if (count != 0) notes.push_back(std::string{what} + ' ' + with_thousands(count));
    };
    note("undated", report.undated);
    note("future-dated", report.future_dated);
    note("read from another encoding", report.decoded);
    note("links and devices passed over", report.passed_over);
    for (const auto& [suffix, count] : report.skipped) note("skipped " + printable(suffix), count);
    if (!notes.empty()) std::cout << join(notes, " · ") << '\n';
}

/// Throws Error{Usage} if there is nothing of that name; it may be a command mistyped.
void require(const std::string& root) {
    std::error_code error;
    if (std::filesystem::symlink_status(root, error).type() !=
        std::filesystem::file_type::not_found)
        return;
    std::vector<std::string_view> names;
    for (const Command& command : indexer_commands()) names.push_back(command.name);
    const std::string_view meant = nearest(root, names);
    throw Error{Fault::Usage, "there is no file or folder " + root,
                meant.empty() ? "" : "did you mean lectern-index " + std::string{meant} + "?"};
}

/// As ingest(), with the way out when the disk is full or fails.
Report ingested(const IngestOptions& options, Writer& writer, Teller& teller) {
    try {
        return ingest(
            options, writer, [&](const Progress& progress) { teller.committed(progress); },
            interrupted);
    } catch (const Error& error) {
        if (error.fault() != Fault::Io || !error.hint().empty()) throw;
        throw Error{
            Fault::Io, error.what(),
            "what was committed is kept; run the same command again when it can be written"};
    }
}

IngestOptions options_of(const Arguments& arguments) {
    IngestOptions options{.roots = arguments.words(),
                          .format = arguments.value("format"),
                          .outlet = arguments.value("outlet"),
                          .jobs = static_cast<unsigned>(arguments.number(
                              "jobs", std::max(1U, std::thread::hardware_concurrency()))),
                          .full = arguments.has("full")};
    if (options.roots.empty()) {
        throw Error{Fault::Usage, "add what?", "name folders or files: lectern-index add DIR"};
    }
    if (!options.format.empty() && find_format(options.format) == nullptr) {
        throw Error{Fault::Usage, "there is no format \"" + options.format + '"',
                    "formats are text and jsonl"};
    }
    for (const std::string& root : options.roots) require(root);
    constexpr unsigned most_jobs = 256;
    options.jobs = std::clamp(options.jobs, 1U, most_jobs);
    return options;
}

}  // namespace

int add_command(const Arguments& arguments) {
    const IngestOptions options = options_of(arguments);
    Teller teller{telling_of(arguments.value("progress", "auto"))};
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    const auto begin = Clock::now();
    Writer writer{index_folder(arguments.value("index")), Writer::Mode::CreateOrOpen};
    const Report report = ingested(options, writer, teller);
    teller.finish();
    print_summary(report, std::chrono::duration<double>{Clock::now() - begin}.count());
    std::cout.flush();
    for (const Problem& problem : report.problems) {
        std::cerr << "lectern-index: " << printable(problem.where) << ": "
                  << printable(problem.message) << '\n';
    }
    if (report.interrupted) {
        throw Error{Fault::Interrupted, "interrupted; what is indexed is kept",
                    "run the same command again to go on"};
    }
    return report.failed == 0 ? 0 : 1;
}

}  // namespace lectern
