#pragma once
// Help and version texts from the table of commands.

#include "common/cli/program.h"

#include <span>
#include <string>

namespace lectern {

/// What the program does, its commands, examples: one screen.
std::string program_help(const Program& program, std::span<const Command> commands);
std::string command_help(const Program& program, const Command& command);
std::string version_text(const Program& program);

}  // namespace lectern
