#pragma once
// A program is a table of commands; help, parsing, exit status and error messages follow from it.

#include "common/base/error.h"

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

struct Option {
    std::string_view name;      ///< `limit`, or with its letter `limit,n`
    std::string_view argument;  ///< what it takes, in capitals: `N`; empty: a switch
    std::string_view help;      ///< one line
};

/// What was typed after the command.
class Arguments {
public:
    Arguments(std::map<std::string, std::vector<std::string>, std::less<>> options,
              std::vector<std::string> words)
        : options_{std::move(options)}, words_{std::move(words)} {}

    const std::vector<std::string>& words() const { return words_; }

    bool has(std::string_view option) const { return options_.contains(option); }

    /// The last one given, or `otherwise`.
    std::string value(std::string_view option, std::string_view otherwise = {}) const;
    /// All that were given, in order.
    std::vector<std::string> values(std::string_view option) const;
    /// One of `names`, the first if nothing was given; throws Error{Usage} for anything else.
    std::string choice(std::string_view option,
                       std::initializer_list<std::string_view> names) const;
    /// Throws Error{Usage} if what was given is not such a number.
    std::size_t number(std::string_view option, std::size_t otherwise) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
    std::vector<std::string> words_;
};

struct Command {
    std::string_view name;
    std::string_view words;  ///< what it takes: `DIR|FILE…`
    std::string_view help;   ///< one line
    std::vector<Option> options;
    int (*run)(const Arguments&);
};

struct Program {
    std::string_view name;
    std::string_view help;   ///< what it does, continuing its name
    std::string_view usual;  ///< the command meant when the first word is none
    std::vector<std::string_view> examples;
    /// The folder of the index that was asked for by --index, or of the usual one if that is empty.
    std::string (*index_folder)(const std::string& asked);
};

/// Options that every command has besides its own.
std::span<const Option> common_options();

/// Everything but main: finds the command, reads its options (from the command line, then from
/// config.ini in the index, then from that in $XDG_CONFIG_HOME/lectern), runs it, prints what went
/// wrong, and gives the exit status. `arguments` are those of main, the program's name included.
int run_program(const Program& program,
                std::span<const Command> commands,
                std::span<char* const> arguments);

/// 0 to 130, as the README lists them.
int exit_status(Fault fault);

/// Prints `program: message` and `hint: …` to stderr.
void print_error(std::string_view program, const Error& error);

}  // namespace lectern
