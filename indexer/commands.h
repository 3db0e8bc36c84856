#pragma once
// The commands of lectern-index; each is a file command_NAME.cpp and a row of commands.cpp.

#include "common/cli/program.h"

#include <span>

namespace lectern {

Program indexer_program();
std::span<const Command> indexer_commands();

int add_command(const Arguments& arguments);
int remove_command(const Arguments& arguments);
int status_command(const Arguments& arguments);
int check_command(const Arguments& arguments);
int compact_command(const Arguments& arguments);
int show_command(const Arguments& arguments);
int tokens_command(const Arguments& arguments);

}  // namespace lectern
