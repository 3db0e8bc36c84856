#pragma once
// The commands of lectern-search; each is a row of commands.cpp and a function in a command_*.cpp.

#include "common/cli/program.h"

#include <span>

namespace lectern {

Program searcher_program();
std::span<const Command> searcher_commands();

int search_command(const Arguments& arguments);
int facets_command(const Arguments& arguments);
int explain_command(const Arguments& arguments);
int show_article_command(const Arguments& arguments);

}  // namespace lectern
