/// What would be bought at the prices that are asked, were there as much as is wanted.
#pragma once

#include "market/pricing/circle.hpp"
#include "market/pricing/parameters.hpp"
#include "market/pricing/solution.hpp"

namespace cellbook {

/// Puts into each rationed market of a solution what its buyers ask for: households' demand at
/// buyers' prices out of their outlays, nothing being turned away, and what else was sold.
/// *Source*: notional demand, Clower 1965; Neary and Roberts 1980.
void state_notional_demand(const Circle& circle, const DemandParameters& parameters,
                           Solution& solution);

}  // namespace cellbook
