/// Runs a scenario file: all its scenarios and replicas, or its sweep.
#pragma once

#include <optional>
#include <string>

#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/output.hpp"

namespace cellbook::cli {

struct ScenarioRunFlags {
    std::optional<std::string> book{};
    std::optional<std::string> scenario{};
    std::optional<unsigned> replicas{};
    std::optional<unsigned> threads{};
    std::optional<std::string> seed{};
    bool resume = false;
    bool on_simulated = false;
    bool fixed_rents = false;
    OutputOptions output{};
};

/// Prints the result, and writes the forms that the file's [export] names into its folder. While it
/// goes on, finished replicas are kept beside the file in FILE.log; a run that was stopped goes on
/// from there with `resume`. Throws UsageError, InputError, Interrupted, StorageError.
ExitCode run_scenario_file(const std::string& path, const ScenarioRunFlags& flags,
                           const Environment& environment);
/// Sobol' indices of one scenario (the last, where none is named), as the file's [sweep] says.
ExitCode sweep_scenario_file(const std::string& path, const ScenarioRunFlags& flags,
                             const Environment& environment);

}  // namespace cellbook::cli
