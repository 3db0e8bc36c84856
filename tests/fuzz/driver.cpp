// Stands in for libFuzzer where the compiler has none: runs every seed, then random changes of the
// seeds for as long as asked. The random numbers are the same each time.
//
//   x_fuzz [-max_total_time=SECONDS] [SEED FILE OR DIRECTORY]…

#include "common/base/strings.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;
using Random = std::mt19937;

struct Plan {
    std::chrono::seconds time{0};
    std::vector<std::filesystem::path> seeds;
};

/// Options of libFuzzer that mean nothing here are passed over.
Plan plan_of(const std::vector<std::string_view>& arguments) {
    constexpr std::string_view time = "-max_total_time=";
    Plan plan;
    for (const std::string_view argument : arguments) {
        if (argument.starts_with(time)) {
            plan.time = std::chrono::seconds{std::stol(std::string{argument.substr(time.size())})};
        } else if (!argument.starts_with('-')) {
            plan.seeds.emplace_back(argument);
        }
    }
    return plan;
}

Bytes content(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error{"cannot read " + path.string()};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// In the order of their names, so that a run can be repeated.
std::vector<Bytes> read_seeds(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& path : paths) {
        if (!std::filesystem::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator{path}) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Bytes> seeds;
    std::transform(files.begin(), files.end(), std::back_inserter(seeds), content);
    return seeds;
}

std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random);
}

/// A piece of `from`, at most 32 bytes.
Bytes piece(Random& random, const Bytes& from) {
    if (from.empty()) return {};
    const std::size_t begin = below(random, from.size());
    const std::size_t size = 1 + below(random, std::min<std::size_t>(from.size() - begin, 32));
    const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
    return {first, first + static_cast<std::ptrdiff_t>(size)};
}

/// Replaces a piece of `bytes` by another: a few random bytes, nothing, or part of `other`.
void change(Random& random, Bytes& bytes, const Bytes& other) {
    Bytes fresh;
    switch (below(random, 4)) {
        case 0:
            break;
        case 1:
            fresh = {static_cast<std::uint8_t>(below(random, 256))};
            break;
        case 2:
            fresh = piece(random, bytes);
            break;
        default:
            fresh = piece(random, other);
            break;
    }
    const std::size_t begin = below(random, bytes.size() + 1);
    const std::size_t most = std::min<std::size_t>(bytes.size() - begin, 8);
    const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(below(random, most + 1));
    bytes.insert(bytes.erase(first, last), fresh.begin(), fresh.end());
}

Bytes changed(Random& random, const std::vector<Bytes>& seeds) {
    constexpr std::size_t most_changes = 8;
    Bytes bytes = seeds[below(random, seeds.size())];
    const std::size_t changes = 1 + below(random, most_changes);
    for (std::size_t i = 0; i < changes; ++i) {
        change(random, bytes, seeds[below(random, seeds.size())]);
    }
    return bytes;
}

/// How many inputs were run. A failure ends the program, as it does under libFuzzer.
std::size_t run(const Plan& plan) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + plan.time;
    std::vector<Bytes> seeds = read_seeds(plan.seeds);
    for (const Bytes& seed : seeds) LLVMFuzzerTestOneInput(seed.data(), seed.size());
    std::size_t inputs = seeds.size();
    if (seeds.empty()) seeds.emplace_back();
    Random random{20200924};  // NOLINT(cert-msc51-cpp): the same numbers each time are what we want
    while (Clock::now() < end) {
        const Bytes input = changed(random, seeds);
        LLVMFuzzerTestOneInput(input.data(), input.size());
        ++inputs;
    }
    return inputs;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::size_t inputs = run(plan_of({argv + 1, argv + argc}));
        std::cout << "ran " << lectern::with_thousands(inputs) << " inputs\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
