/// The table `[parameters]` as values: numbers, estimates, distributions.
#pragma once

#include "market/scenario/scenario.hpp"
#include "market/scenario/shock_reader.hpp"
#include "market/scenario/toml_tree.hpp"

namespace cellbook {

/// In the order written. Names may be quoted whole or stand as tables of tables:
/// `"demand.sauna.elasticity" = -1.4` and `demand.sauna.elasticity = -1.4` are the same.
/// *Errors* (complained of): as of `read_scenario`.
std::vector<ScenarioParameter> read_parameters(const TomlNode& node,
                                               const ScenarioVocabulary& known,
                                               FileProblems& problems);

}  // namespace cellbook
