/// A folder with a small town's files, and the program run in it.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/scratch_folder.hpp"

namespace cellbook::test {

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// The files of tests/cli/town (a week of dues and soap as journal text, two later events, five
/// cells and who lives in them, sales of three months, prices for an index) stand in a scratch
/// folder; `run` replaces the word `@name` by the path of a file in it.
class Town {
public:
    Town() {
        for (const auto* name : {"week.journal", "events.csv", "cells.journal", "sales.journal",
                                 "prices.csv", "ceiling.toml"}) {
            std::filesystem::copy_file(
                std::filesystem::path{CELLBOOK_SOURCE_DIR "/tests/cli/town"} / name, path(name));
        }
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream file{path(name), std::ios::binary};
        file << text;
        REQUIRE(file.good());
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{path(name), std::ios::binary};
        INFO(name);
        REQUIRE(file.good());
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::map<std::string, std::string> variables{};

    Outcome run(std::vector<std::string> arguments) const {
        for (auto& argument : arguments) {
            if (argument.starts_with('@')) argument = path(argument.substr(1));
        }
        std::ostringstream out;
        std::ostringstream err;
        const cli::Environment environment{
            .out = out,
            .err = err,
            .today = *parse_date("2018-05-16"),
            .now_utc = "2018-05-16T12:00:00Z",
            .variable = [this](const char* name) -> std::optional<std::string> {
                const auto found = variables.find(name);
                if (found == variables.end()) return std::nullopt;
                return found->second;
            }};
        const int code = cli::run(arguments, environment);
        return {code, out.str(), err.str()};
    }
    /// Runs what must succeed, whatever it warns of, and gives what it prints.
    std::string print_warned(const std::vector<std::string>& arguments) const {
        const Outcome outcome = run(arguments);
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
        CHECK(outcome.err.find("error[") == std::string::npos);
        return outcome.out;
    }
    /// Runs what must succeed in silence, and gives what it prints.
    std::string print(const std::vector<std::string>& arguments) const {
        const Outcome outcome = run(arguments);
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
        CHECK(outcome.err.empty());
        return outcome.out;
    }

private:
    cli::ScratchFolder folder_{};
};

}  // namespace cellbook::test
