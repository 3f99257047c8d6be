#include <fmt/format.h>

#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/scenario_run.hpp"
#include "market/scenario/scenario_list.hpp"
#include "market/scenario/scenario_reader.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::vector<std::string> words{};
    bool targets = false;
    ScenarioRunFlags run{};
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
        write_table(target_table(), nullptr, options.run.output, environment);
        return exit_ok;
    }
    ScenarioReading reading = read(options.words[1]);
    if (!reading.ok()) {
        const auto count = static_cast<std::int64_t>(reading.problems.size());
        throw InputError{std::move(reading.problems), count};
    }
    write_table(scenario_list(reading.file), nullptr, options.run.output, environment);
    return exit_ok;
}

const std::string& only_file(const Options& options) {
    if (options.words.size() == 2) return options.words.back();
    throw UsageError{"one scenario file is run at a time",
                     "cellbook scenario " + options.words.front() + " FILE"};
}

ExitCode run(const Options& options, const Environment& environment) {
    const std::vector<std::string> known{"validate", "list", "run", "sweep"};
    if (options.words.empty()) {
        throw UsageError{"nothing is said to do", "say validate, list, run or sweep"};
    }
    const std::string& what = options.words.front();
    if (what == known[0]) return validate(options, environment);
    if (what == known[1]) return list(options, environment);
    if (what == known[2]) {
        if (options.run.scenario) {
            throw UsageError{"a run is of all scenarios of its file", "leave --name out"};
        }
        return run_scenario_file(only_file(options), options.run, environment);
    }
    if (what == known[3]) {
        return sweep_scenario_file(only_file(options), options.run, environment);
    }
    const auto near = nearest_names(what, known, 1);
    throw UsageError{
        "a scenario file is not for `" + what + "`",
        near.empty() ? "say validate, list, run or sweep" : "did you mean " + near.front() + "?"};
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.words("WHAT", options->words,
                    "validate FILE...: whether files are right, and their hash\n"
                    "list FILE: its scenarios, shocks and parameters\n"
                    "run FILE: every scenario and replica\n"
                    "sweep FILE: which parameters a scenario's figures hang on");
    arguments.flag("--targets", options->targets, "With list: what a scenario can change");
    arguments.group("Run");
    arguments.value("-f,--file", options->run.book, "BOOK", "Another book than the file names");
    arguments.value("--name", options->run.scenario, "NAME",
                    "With sweep: which scenario; the last where none is given");
    arguments.count("--replicas", options->run.replicas, "N", "As many instead of the file's");
    arguments.value("--seed", options->run.seed, "NUMBER", "Instead of the file's");
    arguments.count("--threads", options->run.threads, "N",
                    "So many cores (all); the result is the same with any");
    arguments.flag("--resume", options->run.resume, "Go on where a run was stopped, from FILE.log");
    arguments.flag("--on-simulated", options->run.on_simulated,
                   "Estimate from rows that nobody observed, and say so");
    arguments.flag("--fixed-rents", options->run.fixed_rents,
                   "Leave rents as they were where people or cells change");
    arguments.group("Output");
    add_output_options(arguments, options->run.output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command scenario_command() {
    return {
        .name = "scenario",
        .group = "Market",
        .summary = "Check, list and run files that say what would change",
        .examples = {"cellbook scenario list --targets", "cellbook scenario validate ceiling.toml",
                     "cellbook scenario list ceiling.toml -O csv",
                     "cellbook scenario run ceiling.toml --replicas 20 -O csv"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
