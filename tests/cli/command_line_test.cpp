#include "cli/command_line.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Outcome {
    int code;
    std::string out;
    std::string err;
};

Outcome run(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "cellbook");
    std::ostringstream out;
    std::ostringstream err;
    const int code =
        cellbook::cli::run(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("the flag --version names the program and its version on standard output") {
    const auto outcome = run({"--version"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out == "cellbook 0.1.0\n");
    CHECK(outcome.err.empty());
}

TEST_CASE("an unknown flag is a usage error, told on standard error") {
    const auto outcome = run({"--no-such-flag"});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("--no-such-flag") != std::string::npos);
}
