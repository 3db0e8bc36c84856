#include "common/cli/program.h"
#include "indexer/commands.h"

int main(int argc, char** argv) {
    return lectern::run_program(lectern::indexer_program(), lectern::indexer_commands(),
                                {argv, static_cast<std::size_t>(argc)});
}
