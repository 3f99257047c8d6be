#include <fmt/format.h>

#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "market/scenario/scenario_list.hpp"
#include "market/scenario/scenario_reader.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::vector<std::string> words{};
    bool targets = false;
    OutputOptions output{};
};

ScenarioReading read(const std::string& path) {
    return read_scenario(read_file(path), path == "-" ? "standard input" : path);
}

std::string counted(std::size_t count, const std::string& one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// Every file is looked at, so that one run shows all that is wrong.
ExitCode validate(const Options& options, const Environment& environment) {
    if (options.words.size() < 2) {
        throw UsageError{"no scenario file is named", "name one: cellbook scenario validate FILE"};
    }
    if (options.targets)
        throw UsageError{"targets are listed, not validated", "leave --targets out"};
    std::vector<Diagnostic> problems;
    for (std::size_t i = 1; i < options.words.size(); ++i) {
        const std::string& path = options.words[i];
        ScenarioReading reading = read(path);
        const ScenarioFile& file = reading.file;
        if (reading.ok()) {
            environment.out << fmt::format("{}: {}, {}, {}; hash {}\n", path,
                                           counted(file.scenarios.size(), "scenario"),
                                           counted(file.shock_count(), "shock"),
                                           counted(file.parameters.size(), "parameter"), file.hash);
        }
        problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    }
    if (problems.empty()) return exit_ok;
    const auto count = static_cast<std::int64_t>(problems.size());
    throw InputError{std::move(problems), count};
}

ExitCode list(const Options& options, const Environment& environment) {
    if (options.targets != (options.words.size() == 1) || options.words.size() > 2) {
        throw UsageError{options.targets ? "the targets are the same for all files"
                                         : "one scenario file is listed at a time",
                         "cellbook scenario list FILE, or cellbook scenario list --targets"};
    }
    if (options.targets) {
        write_table(target_table(), nullptr, options.output, environment);
        return exit_ok;
    }
    ScenarioReading reading = read(options.words[1]);
    if (!reading.ok()) {
        const auto count = static_cast<std::int64_t>(reading.problems.size());
        throw InputError{std::move(reading.problems), count};
    }
    write_table(scenario_list(reading.file), nullptr, options.output, environment);
    return exit_ok;
}

ExitCode run(const Options& options, const Environment& environment) {
    const std::vector<std::string> known{"validate", "list"};
    if (options.words.empty()) throw UsageError{"nothing is said to do", "say validate or list"};
    const std::string& what = options.words.front();
    if (what == known[0]) return validate(options, environment);
    if (what == known[1]) return list(options, environment);
    const auto near = nearest_names(what, known, 1);
    throw UsageError{"a scenario file is not for `" + what + "`",
                     near.empty() ? "say validate or list" : "did you mean " + near.front() + "?"};
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.words("WHAT", options->words,
                    "validate FILE...: whether files are right, and their hash\n"
                    "list FILE: its scenarios, shocks and parameters");
    arguments.flag("--targets", options->targets, "With list: what a scenario can change");
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command scenario_command() {
    return {
        .name = "scenario",
        .group = "Economy",
        .summary = "Check and list files that say what would change",
        .examples = {"cellbook scenario list --targets", "cellbook scenario validate ceiling.toml",
                     "cellbook scenario list ceiling.toml -O csv"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
