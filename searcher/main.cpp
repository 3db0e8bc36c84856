#include "common/cli/program.h"
#include "searcher/commands.h"

int main(int argc, char** argv) {
    return lectern::run_program(lectern::searcher_program(), lectern::searcher_commands(),
                                {argv, static_cast<std::size_t>(argc)});
}
