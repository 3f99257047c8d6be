/// The level of a price, tax or fee at which a figure is greatest, and the curve towards it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/scenario/shock_setting.hpp"
#include "market/whatif/whatif.hpp"

namespace cellbook {

/// What is to be greatest: `revenue` and `profit` of the target's product, `take` of all sections,
/// `surplus`: households' EV and what sections take in more; or any figure by its name.
struct OptimumRequest {
    const Economy& economy;
    ShockTarget target{};
    std::vector<Shock> beside{};  ///< shocks that hold whatever the level
    std::string objective{};
    std::optional<double> from{};  ///< absent: half the baseline's level; a tax: 0
    std::optional<double> to{};    ///< absent: three times it; a tax: 0.95
    std::size_t points = 0;        ///< of the curve, at least 3
    const ParameterSet& parameters;
    DemandForm form = DemandForm::les;
    Closure closure{};
    LimitRule limit_rule = LimitRule::price;
    Progress progress{};
};

struct CurvePoint {
    double level = 0;
    std::optional<double> value{};  ///< absent: no solution there
};

struct Optimum {
    std::vector<CurvePoint> curve{};
    CurvePoint best{};
    std::string objective{};  ///< the figures that it is made of
    std::string unit{};
    double baseline_level = 0;
};

/// Tries points along the range, then closes in on the best by golden sections (Kiefer 1953)
/// between its neighbours. *Errors*: `optimum_unbounded` where the best is at an end of the range
/// that is not one of the target itself: the figure grows on, as revenue does while demand's
/// elasticity is above -1; `headline_unknown`, `shock_value_invalid` (an empty range), those of
/// `scenario_policy`; `not_converged` where no point has a solution. Absent when progress asked to
/// stop.
Result<std::optional<Optimum>> find_optimum(const OptimumRequest& request);

/// *Shape*: a row a point of the curve, and the best one: level, value, `best`.
Table optimum_table(const OptimumRequest& request, const Optimum& optimum);

}  // namespace cellbook
