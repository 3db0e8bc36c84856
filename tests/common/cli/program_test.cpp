#include "common/cli/program.h"

#include "common/base/strings.h"
#include "tests/support/temporary.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <new>
#include <vector>

namespace lectern {
namespace {

const Program program{.name = "newsstand",
                      .help = "sells papers",
                      .usual = "sell",
                      .examples = {"newsstand sell Courier"},
                      .index_folder = [](const std::string& asked) { return asked; }};

/// Prints what it was given.
int sell(const Arguments& arguments) {
    const std::size_t count = arguments.number("count", 7);
    std::cout << join(arguments.words(), "+") << '|' << join(arguments.values("paper"), "+") << '|'
              << arguments.value("paper", "none") << '|' << count << '|' << arguments.has("fast")
              << '|' << arguments.value("index") << '\n';
    return 0;
}

int nothing_left(const Arguments&) {
    return 1;
}

int fail(const Arguments& arguments) {
    const std::string& how = arguments.words().front();
    if (how == "memory") throw std::bad_alloc{};
    if (how == "other") throw std::runtime_error{"something \x1b[31m else"};
    throw Error{static_cast<Fault>(std::stoi(how)), "line one\nline two", "do \x07 this"};
}

int flood(const Arguments&) {
    for (int i = 0; i < 100000; ++i) std::cout << "a line that nobody reads\n";
    return 0;
}

const std::vector<Command>& commands() {
    static const std::vector<Command> table{
        {"sell",
         "WORD…",
         "sells",
         {{"paper,p", "NAME", "which"}, {"count", "N", "how many"}, {"fast", "", "at once"}},
         sell},
        {"look", "", "looks", {}, nothing_left},
        {"fail", "HOW", "fails", {}, fail},
        {"flood", "", "prints much", {}, flood}};
    return table;
}

int run(std::vector<std::string> words) {
    words.insert(words.begin(), "newsstand");
    std::vector<char*> arguments;
    arguments.reserve(words.size());
    for (std::string& word : words) arguments.push_back(word.data());
    return run_program(program, commands(), arguments);
}

struct Ran {
    int status;
    std::string out;
    std::string err;
};

/// Runs with both streams caught, and no configuration but what `home` holds.
Ran ran(const std::vector<std::string>& words, const std::string& home = "/nonexistent") {
    ::setenv("XDG_CONFIG_HOME", home.c_str(), 1);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status = run(words);
    return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

struct Row {
    std::vector<std::string> words;
    const char* out;
};

TEST(Program, GivesACommandItsOptionsAndWords) {
    const std::vector<Row> rows{
        {{"sell"}, "||none|7|0|\n"},
        {{"sell", "a", "b c"}, "a+b c||none|7|0|\n"},
        {{"sell", "--paper", "x", "a", "--paper=y", "-p", "z"}, "a|x+y+z|z|7|0|\n"},
        {{"sell", "--count", "0", "--fast", "--index", "/i"}, "||none|0|1|/i\n"},
        {{"sell", "--", "--fast", "-x"}, "--fast+-x||none|7|0|\n"},
        {{"Courier", "--fast"}, "Courier||none|7|1|\n"},  // the usual command
        {{"--fast"}, "||none|7|1|\n"},
        {{"sell", "sell"}, "sell||none|7|0|\n"},
        {{"sell", "--paper", ""}, "|||7|0|\n"},
    };
    for (const Row& row : rows) {
        const Ran result = ran(row.words);
        EXPECT_EQ(result.out, row.out);
        EXPECT_EQ(result.err, "") << row.out;
        EXPECT_EQ(result.status, 0) << row.out;
    }
    EXPECT_EQ(ran({"look"}).status, 1);
}

struct Refused {
    std::vector<std::string> words;
    const char* part;
};

TEST(Program, RefusesWhatItDoesNotKnowAndSaysWhatWasMeant) {
    const std::vector<Refused> rows{
        {{"sell", "--papre", "x"}, "did you mean --paper?"},
        {{"sell", "--cuont=3"}, "did you mean --count?"},
        {{"look", "--idnex", "x"}, "did you mean --index?"},
        {{"sell", "--pap", "x"}, "did you mean --paper?"},
        {{"sell", "--zzzzzzz"}, "hint: see newsstand sell --help"},
        {{"sell", "--count", "many"}, "--count: not a number: \"many\""},
        {{"sell", "--count", "-1"}, "--count: not a number: \"-1\""},
        {{"sell", "--count", "1x"}, "--count: not a number: \"1x\""},
        {{"sell", "--count", "99999999999999999999"}, "--count: not a number"},
        {{"sell", "--count"}, "newsstand: "},
        {{"look", "--fast"}, "unrecognised option"}};
    for (const Refused& row : rows) {
        const Ran result = ran(row.words);
        EXPECT_EQ(result.status, 2) << row.part;
        EXPECT_EQ(result.out, "") << row.part;
        EXPECT_NE(result.err.find(row.part), std::string::npos) << row.part << " in " << result.err;
    }
}

TEST(Program, EachFaultHasItsExitStatus) {
    const std::vector<std::pair<Fault, int>> rows{
        {Fault::Usage, 2},   {Fault::Query, 2},         {Fault::NoIndex, 3},
        {Fault::Damaged, 3}, {Fault::OtherSchema, 3},   {Fault::Locked, 75},
        {Fault::Io, 74},     {Fault::Interrupted, 130}, {Fault::Internal, 70}};
    for (const auto& [fault, status] : rows) {
        EXPECT_EQ(exit_status(fault), status);
        const Ran result = ran({"fail", std::to_string(static_cast<int>(fault))});
        EXPECT_EQ(result.status, status);
        EXPECT_EQ(result.err, "newsstand: line one\nline two\nhint: do \\x07 this\n");
        EXPECT_EQ(result.out, "");
    }
    EXPECT_EQ(ran({"fail", "memory"}).status, 70);
    EXPECT_EQ(ran({"fail", "other"}).err, "newsstand: something \\x1b[31m else\n");
}

TEST(Program, HelpComesFromTheTables) {
    const Ran asked = ran({"--help"});
    EXPECT_EQ(asked.status, 0);
    for (const Command& command : commands()) {
        EXPECT_NE(asked.out.find(command.name), std::string::npos) << command.name;
    }
    EXPECT_NE(asked.out.find("newsstand sell Courier"), std::string::npos);
    EXPECT_EQ(ran({"-h"}).out, asked.out);
    const Ran bare = ran({});
    EXPECT_EQ(bare.err, asked.out);
    EXPECT_EQ(bare.status, 2);
    const Ran one = ran({"sell", "x", "--help"});
    EXPECT_EQ(one.status, 0);
    EXPECT_NE(one.out.find("-p, --paper NAME"), std::string::npos) << one.out;
    for (const Option& option : common_options()) {
        const std::string name{option.name.substr(0, option.name.find(','))};
        EXPECT_NE(one.out.find("--" + name), std::string::npos) << name;
    }
    EXPECT_EQ(ran({"--version"}).out.substr(0, 10), "newsstand ");
}

TEST(Program, ConfigurationFillsInWhatWasNotTyped) {
    const TemporaryFolder home;
    home.write("lectern/config.ini", "paper = Courier\ncount = 3\nunknown = x\n");
    EXPECT_EQ(ran({"sell"}, home.path()).out, "|Courier|Courier|3|0|\n");
    EXPECT_EQ(ran({"sell", "--count", "9"}, home.path()).out, "|Courier|Courier|9|0|\n");
    const TemporaryFolder index;
    index.write("config.ini", "paper = Gazette\n");
    EXPECT_EQ(ran({"sell", "--index", index.path()}, home.path()).out,
              "|Gazette|Gazette|3|0|" + index.path() + '\n');
    home.write("lectern/config.ini", "this is no configuration\n");
    const Ran bad = ran({"sell"}, home.path());
    EXPECT_EQ(bad.status, 2);
    EXPECT_NE(bad.err.find("config.ini"), std::string::npos) << bad.err;
}

/// The exit status of a child whose stdout is `descriptor`.
int status_with_stdout(int descriptor, const std::vector<std::string>& words) {
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::dup2(descriptor, STDOUT_FILENO);
        ::_exit(run(words));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Program, LostOutputIsAFailureButAClosedPipeIsNot) {
    ::setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    ::close(ends[0]);
    EXPECT_EQ(status_with_stdout(ends[1], {"sell", "a"}), 0);
    EXPECT_EQ(status_with_stdout(ends[1], {"flood"}), 0);
    ::close(ends[1]);
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0) GTEST_SKIP() << "no /dev/full";
    EXPECT_EQ(status_with_stdout(full, {"sell", "a"}), 74);
    EXPECT_EQ(status_with_stdout(full, {"flood"}), 74);
    ::close(full);
}

}  // namespace
}  // namespace lectern
