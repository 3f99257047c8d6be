/// Tables of inequality and of the Lorenz curve.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/distribution/inequality_measures.hpp"
#include "ledger/distribution/observations.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// What stands around the figures.
struct DistributionHeading {
    std::string title{};
    std::vector<std::string> notes{};
    unsigned decimals = 2;  ///< of values, as people see them
};

/// Every measure of the observations; by group too where they have groups, with the parts of the
/// decomposable ones.
///
/// *Shape*: facts `measure, value`, an empty value where a measure is not defined; with groups
/// `group, measure, value`, those of everybody first, whose group is empty, with `theil_t_within`
/// and the like; each group's have its shares of people and of the sum. People see groups as lines.
/// Absent when progress asked to stop. *Errors*: those of `Distribution::of`.
Result<std::optional<Table>> inequality(const Observations& observations,
                                        const InequalityOptions& options,
                                        const DistributionHeading& heading);

struct LorenzOptions {
    /// Points at equal steps of people, beside that at 0; absent: one behind each distinct value.
    std::optional<unsigned> points{};
};

/// The Lorenz curve of the observations; of everybody, then of each group where they have groups.
///
/// *Shape*: facts `people, value` from 0, 0 to 1, 1; with groups `group, people, value`, the group
/// of everybody empty. *Requires*: points above 0. *Errors*: `observations_empty`,
/// `observations_sum`: no curve of values whose sum is not above zero; `number_too_large`.
Result<Table> lorenz(const Observations& observations, const LorenzOptions& options,
                     const DistributionHeading& heading);

}  // namespace cellbook
