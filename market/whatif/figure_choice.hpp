/// Which figures an output of a scenario file means.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/pricing/indicators.hpp"
#include "market/scenario/replica_runner.hpp"
#include "market/scenario/scenario.hpp"

namespace cellbook {

/// A figure of `indicators`, and what a result calls it.
struct ChosenFigure {
    std::size_t place = 0;
    OutputKey key{};
};

/// A series is a figure's name, a beginning with `*` (`product.sauna.*`), or one of the shorter
/// names that modellers use: `welfare.ev`, `welfare.cv`, `gini.income`. `by` adds the figures of
/// sections or of fifths of income. No outputs: every figure. *Errors*: `scenario_name_unknown`
/// with the nearest; `scenario_unsupported` for a series that is not kept by that group.
Result<std::vector<ChosenFigure>> choose_figures(std::span<const ScenarioOutput> outputs,
                                                 std::span<const Indicator> figures);

}  // namespace cellbook
