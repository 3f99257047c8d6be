/// Which parameters a scenario's figures hang on: Sobol' indices by a design of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/statements/table.hpp"
#include "market/sensitivity/sobol_indices.hpp"
#include "market/whatif/scenario_model.hpp"

namespace cellbook {

struct SweepRequest {
    const ScenarioModel& model;
    const ResolvedScenario& scenario;
    const ScenarioSweep& sweep;
    Seed seed{};
    unsigned threads = 1;
    Progress progress{};
};

/// *Shape*: a row for each metric and parameter: first-order and total index with their bootstrap
/// intervals; with `second_order`, a row for each pair. Parameters that do not vary are left out.
/// *Errors*: `scenario_name_unknown` for a metric or parameter; `sampling_invalid`;
/// `sensitivity_undefined` (the metric does not vary); the model's own for the first point without
/// a solution. Absent when progress asked to stop. *Source*: Saltelli et al. 2010; Jansen 1999.
Result<std::optional<Table>> run_sweep(const SweepRequest& request);

}  // namespace cellbook
