/// A scenario file's scenarios, shocks and parameters as a table.
#pragma once

#include "ledger/statements/table.hpp"
#include "market/scenario/scenario.hpp"

namespace cellbook {

/// *Shape*: a row for each shock that acts in a scenario, inherited ones too (`from` says whose),
/// one for a scenario without any, then one for each parameter. *Requires*: the file was read
/// without problems.
Table scenario_list(const ScenarioFile& file);

}  // namespace cellbook
