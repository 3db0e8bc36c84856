#include "common/cli/program.h"

#include "common/base/file.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/cli/help.h"

#include <boost/program_options.hpp>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <new>
#include <sstream>

namespace lectern {
namespace {

namespace po = boost::program_options;

constexpr auto every_command = std::to_array<Option>({
    {"index", "PATH", "the index: else $LECTERN_INDEX, ./.lectern, the user's own"},
    {"color", "WHEN", "auto, always or never"},
    {"help,h", "", "show this"},
});

std::string_view long_name(const Option& option) {
    return option.name.substr(0, option.name.find(','));
}

po::options_description described(const Command& command) {
    po::options_description description;
    const auto add = [&](const Option& option) {
        const std::string name{option.name};
        if (option.argument.empty()) {
            description.add_options()(name.c_str(), "");
        } else {
            description.add_options()(name.c_str(),
                                      po::value<std::vector<std::string>>()->composing(), "");
        }
    };
    for (const Option& option : command.options) add(option);
    for (const Option& option : every_command) add(option);
    return description;
}

using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What a configuration file says of the options of a command; nothing if there is no such file.
Options configured(const std::string& path, const po::options_description& description) {
    Options options;
    const auto text = read_file(path);
    if (!text) return options;
    std::istringstream stream{*text};
    try {
        constexpr bool others_too = true;  // they may be for another command
        const auto parsed = po::parse_config_file(stream, description, others_too);
        for (const auto& option : parsed.options) {
            if (option.unregistered) continue;
            auto& values = options[option.string_key];
            values.insert(values.end(), option.value.begin(), option.value.end());
        }
    } catch (const po::error& error) {
        throw Error{Fault::Usage, path + ": " + error.what()};
    }
    return options;
}

std::string user_configuration() {
    const char* home = std::getenv("XDG_CONFIG_HOME");
    if (home != nullptr && *home != '\0') return std::string{home} + "/lectern/config.ini";
    home = std::getenv("HOME");
    return home == nullptr ? "" : std::string{home} + "/.config/lectern/config.ini";
}

std::string last_of(const Options& options, std::string_view name) {
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? "" : found->second.back();
}

/// Adds the options that were not given: those of the index, then the user's own.
void add_configured(const Program& program,
                    const po::options_description& description,
                    Options& options) {
    Options own = configured(user_configuration(), description);
    const char* environment = std::getenv("LECTERN_INDEX");
    if (environment != nullptr && *environment != '\0') own.erase("index");
    const std::string asked = last_of(options.contains("index") ? options : own, "index");
    Options of_index = configured(program.index_folder(asked) + "/config.ini", description);
    of_index.erase("index");  // an index names no other
    options.merge(of_index);
    options.merge(own);
}

Error usage_error(const Program& program, const Command& command, const po::error& error) {
    std::string hint =
        "see " + std::string{program.name} + ' ' + std::string{command.name} + " --help";
    if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error); unknown != nullptr) {
        std::vector<std::string_view> names;
        for (const Option& option : command.options) names.push_back(long_name(option));
        for (const Option& option : every_command) names.push_back(long_name(option));
        const std::string typed = unknown->get_option_name();
        const std::size_t dashes = std::min(typed.find_first_not_of('-'), typed.size());
        const std::size_t name_bytes = std::min(typed.find('='), typed.size()) - dashes;
        const std::string_view meant = nearest(typed.substr(dashes, name_bytes), names);
        if (!meant.empty()) hint = "did you mean --" + std::string{meant} + "? " + hint;
        if (dashes == 1) hint += "; what begins with - but is no option comes after --";
    }
    return Error{Fault::Usage, error.what(), hint};
}

Arguments parsed(const Program& program,
                 const Command& command,
                 const std::vector<std::string>& words) {
    const po::options_description visible = described(command);
    po::options_description all{visible};
    all.add_options()("words", po::value<std::vector<std::string>>());
    po::positional_options_description positions;
    positions.add("words", -1);
    try {
        namespace style = po::command_line_style;
        constexpr int no_guessing = style::default_style & ~style::allow_guessing;
        const auto result = po::command_line_parser{words}
                                .options(all)
                                .positional(positions)
                                .style(no_guessing)
                                .run();
        Options options;
        std::vector<std::string> rest;
        for (const auto& option : result.options) {
            auto& values = option.string_key == "words" ? rest : options[option.string_key];
            values.insert(values.end(), option.value.begin(), option.value.end());
        }
        add_configured(program, visible, options);
        return {std::move(options), std::move(rest)};
    } catch (const po::error& error) {
        throw usage_error(program, command, error);
    }
}

/// What the command is and what follows it; the usual one where the first word names none.
struct Called {
    const Command* command;
    std::vector<std::string> rest;
};

Called called(const Program& program,
              std::span<const Command> commands,
              std::vector<std::string> words) {
    const auto named = [&](std::string_view name) {
        const auto found = std::find_if(commands.begin(), commands.end(),
                                        [&](const Command& c) { return c.name == name; });
        return found == commands.end() ? nullptr : &*found;
    };
    if (const Command* command = named(words.front())) {
        words.erase(words.begin());
        return {command, std::move(words)};
    }
    return {named(program.usual), std::move(words)};
}

int run(const Program& program, std::span<const Command> commands, std::vector<std::string> words) {
    if (words.empty()) {
        std::cerr << program_help(program, commands);
        return exit_status(Fault::Usage);
    }
    if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
        std::cout << program_help(program, commands);
        return 0;
    }
    if (words.front() == "--version") {
        std::cout << version_text(program);
        return 0;
    }
    const auto [command, rest] = called(program, commands, std::move(words));
    const bool wants_help = std::any_of(rest.begin(), rest.end(), [](const std::string& word) {
        return word == "--help" || word == "-h";
    });
    if (wants_help) {
        std::cout << command_help(program, *command);
        return 0;
    }
    return command->run(parsed(program, *command, rest));
}

bool nobody_reads_on() {
    pollfd output{.fd = STDOUT_FILENO};
    return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

/// Whether all of the output went out; errno says why if not.
bool all_printed() {
    const bool lost_some = !std::cout;
    std::cout.clear();  // what could not be written is tried once more, to learn why
    errno = 0;
    if (!std::cout.flush()) return false;
    if (lost_some) errno = nobody_reads_on() ? EPIPE : EIO;
    return !lost_some;
}

}  // namespace

std::span<const Option> common_options() {
    return every_command;
}

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
    const auto found = options_.find(option);
    if (found == options_.end() || found->second.empty()) return std::string{otherwise};
    return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::vector<std::string>{} : found->second;
}

std::string Arguments::choice(std::string_view option,
                              std::initializer_list<std::string_view> names) const {
    if (!has(option)) return std::string{*names.begin()};
    std::string given = value(option);
    if (std::find(names.begin(), names.end(), given) != names.end()) return given;
    const std::vector<std::string> known{names.begin(), names.end()};
    throw Error{Fault::Usage,
                "--" + std::string{option} + ": not " + join(known, " or ") + ": \"" + given + '"'};
}

std::size_t Arguments::number(std::string_view option, std::size_t otherwise) const {
    if (!has(option)) return otherwise;
    const std::string text = value(option);
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc{} || result.ptr != end) {
        throw Error{Fault::Usage, "--" + std::string{option} + ": not a number: \"" + text + '"'};
    }
    return number;
}

int exit_status(Fault fault) {
    constexpr int usage = 2;
    constexpr int no_index = 3;
    constexpr int software = 70;
    constexpr int io = 74;
    constexpr int locked = 75;
    constexpr int interrupted = 130;
    switch (fault) {
        case Fault::Usage:
        case Fault::Query:
            return usage;
        case Fault::NoIndex:
        case Fault::Damaged:
        case Fault::OtherSchema:
            return no_index;
        case Fault::Locked:
            return locked;
        case Fault::Io:
            return io;
        case Fault::Interrupted:
            return interrupted;
        case Fault::Internal:
            return software;
    }
    return software;
}

void print_error(std::string_view program, const Error& error) {
    std::cerr << program << ": ";
    // line by line: a message may draw a query with a caret under it
    for (const std::string_view line : split(error.what(), '\n'))
        std::cerr << printable(line) << '\n';
    if (!error.hint().empty()) std::cerr << "hint: " << printable(error.hint()) << '\n';
}

int run_program(const Program& program,
                std::span<const Command> commands,
                std::span<char* const> arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when writing, and is no failure
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error with a message
    std::ios::sync_with_stdio(false);
    int status = 0;
    try {
        status = run(program, commands, {arguments.begin() + 1, arguments.end()});
    } catch (const Error& error) {
        std::cout.flush();
        print_error(program.name, error);
        status = exit_status(error.fault());
    } catch (const std::bad_alloc&) {
        print_error(program.name, Error{Fault::Internal, "out of memory"});
        status = exit_status(Fault::Internal);
    } catch (const std::exception& error) {
        print_error(program.name, Error{Fault::Internal, error.what()});
        status = exit_status(Fault::Internal);
    }
    if (!all_printed() && errno != EPIPE) {
        print_error(program.name, io_error("cannot write the output", errno));
        status = exit_status(Fault::Io);
    }
    return status;
}

}  // namespace lectern
