#include "cli/child_process.hpp"

#include <catch2/catch.hpp>
#include <csignal>

using namespace cellbook::cli;

TEST_CASE("a child is fed and heard out, whatever the size") {
    // More than any pipe holds, both ways at once.
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += std::to_string(i) + '\n';
    const ChildResult result = run_child("cat", {}, {}, text);
    CHECK(result.code == 0);
    CHECK(result.signal == 0);
    CHECK(result.out == text);
    CHECK(result.err.empty());
    CHECK(run_child("cat", {}, {}, "").out.empty());
}

TEST_CASE("a child's exit code, complaints and signal are told") {
    const ChildResult failed =
        run_child("sh", {"-c", "echo out; echo why >&2; exit 7"}, {}, "not read");
    CHECK(failed.code == 7);
    CHECK(failed.out == "out\n");
    CHECK(failed.err == "why\n");
    const ChildResult killed = run_child("sh", {"-c", "kill -9 $$"}, {}, "");
    CHECK(killed.signal == SIGKILL);
}

TEST_CASE("a child that does not read its input ends as it likes") {
    const std::string text(1'000'000, 'x');
    const auto before = std::signal(SIGPIPE, SIG_DFL);
    for (int i = 0; i < 20; ++i) CHECK(run_child("true", {}, {}, text).code == 0);
    CHECK(std::signal(SIGPIPE, before) == SIG_DFL);
    // What this program ignores, its child does not.
    std::signal(SIGPIPE, SIG_IGN);
    CHECK(run_child("sh", {"-c", "kill -PIPE $$"}, {}, "").signal == SIGPIPE);
    CHECK(std::signal(SIGPIPE, before) == SIG_IGN);
}

TEST_CASE("a child has the arguments and the environment it is given, and no shell reads them") {
    const std::string word = "$(echo no); `x` 'y' \"z\" *";
    CHECK(run_child("printf", {"%s", word}, {}, "").out == word);
    CHECK(run_child("env", {}, {{"NAME", "a value"}}, "").out == "NAME=a value\n");
}

TEST_CASE("a program that is not there is told apart from one that fails") {
    CHECK_THROWS_AS(run_child("/no/such/program", {}, {}, ""), ChildAbsent);
    CHECK_THROWS_AS(run_child("cellbook-has-no-such-program", {}, {}, ""), ChildAbsent);
    CHECK_THROWS_AS(run_child("/etc/passwd", {}, {}, ""), ChildAbsent);
}
