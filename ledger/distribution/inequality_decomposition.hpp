/// Inequality within groups and between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/distribution/inequality_measures.hpp"
#include "ledger/distribution/observations.hpp"

namespace cellbook {

/// A measure's parts, which sum to it: within groups, and what there would be if everybody had the
/// mean of the own group. Not defined where the measure is not.
struct InequalityParts {
    std::optional<Real> within{};
    std::optional<Real> between{};
};

struct InequalityGroup {
    std::string name{};
    Real people{};                ///< its share of the weight
    std::optional<Real> value{};  ///< its share of the sum, where that is above zero
    InequalityMeasures measures{};
};

struct InequalityDecomposition {
    std::vector<InequalityGroup> groups{};  ///< by name; none without a weight
    InequalityParts theil_t{};
    InequalityParts theil_l{};
    InequalityParts ge_2{};
    bool cancelled = false;
};

/// Takes the additively decomposable measures apart by group: with p a group's share of people, s
/// its share of the sum and r = s / p its mean by the mean of all, `theil_t` is the sum of
/// s T_g + s ln r, `theil_l` of p L_g - p ln r, `ge(2)` of r^2 p G_g + p (r^2 - 1) / 2.
/// *Requires*: the observations name their groups. *Errors*: those of `Distribution::of`.
/// *Source*: Shorrocks (1980); Bourguignon (1979).
Result<InequalityDecomposition> decompose_inequality(const Observations& observations,
                                                     const InequalityOptions& options);

}  // namespace cellbook
