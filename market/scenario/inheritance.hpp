/// What a scenario changes once all that it inherits is added.
#pragma once

#include <string>
#include <vector>

#include "market/scenario/scenario.hpp"

namespace cellbook {

/// A scenario that stands alone: its parents' shocks before its own, less those that were dropped.
struct ResolvedScenario {
    std::string name{};
    std::string title{};
    std::vector<std::string> ancestors{};  ///< nearest first
    std::vector<Shock> shocks{};           ///< in the order in which they act
};

/// *Requires*: `check_inheritance` had nothing to say of the scenarios.
ResolvedScenario resolve(const Scenario& scenario, const std::vector<Scenario>& all);
/// All of a file's, in its order.
std::vector<ResolvedScenario> resolve_all(const ScenarioFile& file);

/// *Errors* (complained of): `scenario_name_twice` of scenarios and of the shocks of a line;
/// `scenario_name_unknown` of parents and dropped shocks; `scenario_cycle`, which names all in it.
void check_inheritance(const std::vector<Scenario>& scenarios, FileProblems& problems);

}  // namespace cellbook
