#include "common/cli/help.h"

#include "common/base/utf8.h"

#include "lectern/version.h"
#include <algorithm>

namespace lectern {
namespace {

/// `left`, filled up to a column, and `right`.
std::string row(const std::string& left, std::size_t column, std::string_view right) {
    std::string line = "  " + left;
    const std::size_t width = display_width(line);
    line.append(width + 2 > column ? 2 : column - width, ' ');
    return line.append(right) + '\n';
}

std::string shown(const Option& option) {
    const std::size_t comma = option.name.find(',');
    std::string text = comma == std::string_view::npos
                           ? "    "
                           : "-" + std::string{option.name.substr(comma + 1)} + ", ";
    text += "--" + std::string{option.name.substr(0, comma)};
    if (!option.argument.empty()) text += ' ' + std::string{option.argument};
    return text;
}

constexpr std::size_t option_column = 32;

std::string command_text(const Command& command) {
    std::string text{command.name};
    if (!command.words.empty()) text += ' ' + std::string{command.words};
    return text;
}

}  // namespace

std::string program_help(const Program& program, std::span<const Command> commands) {
    std::string help =
        std::string{program.name} + ' ' + std::string{program.help} + "\n\ncommands:\n";
    std::size_t column = 0;
    for (const Command& command : commands)
        column = std::max(column, display_width(command_text(command)) + 4);
    for (const Command& command : commands)
        help += row(command_text(command), column, command.help);
    help += "\nexamples:\n";
    for (const std::string_view example : program.examples)
        help += "  " + std::string{example} + '\n';
    return help + "\nEach command says more with --help; without one, " +
           std::string{program.usual} + " is meant.\n";
}

std::string command_help(const Program& program, const Command& command) {
    std::string help = "usage: " + std::string{program.name} + ' ' + command_text(command) +
                       " [options]\n" + std::string{command.help} + "\n\n";
    for (const Option& option : command.options)
        help += row(shown(option), option_column, option.help);
    for (const Option& option : common_options())
        help += row(shown(option), option_column, option.help);
    return help;
}

std::string version_text(const Program& program) {
    return std::string{program.name} + ' ' + version + '\n';
}

}  // namespace lectern
