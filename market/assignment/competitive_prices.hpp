/// The lowest and the highest competitive price of every cell.
#pragma once

#include <cstdint>
#include <vector>

#include "market/assignment/assignment_solver.hpp"

namespace cellbook {

/// *Shape*: one a cell.
struct PriceEnds {
    std::vector<std::int64_t> lowest{};   ///< best for all who pay at once
    std::vector<std::int64_t> highest{};  ///< best for all owners at once
};

/// From an optimal assignment and prices that support it: how far each price can fall, and how
/// far rise, is a shortest path among the cells by reduced costs. An unlet cell stands at its
/// reserve at both ends.
/// *Source*: Shapley and Shubik (1971), theorem 3: the core is a lattice; Demange, Gale and
/// Sotomayor, Journal of Political Economy 94 (1986), for its lowest prices.
PriceEnds competitive_prices(const AssignmentSolver& solved);

}  // namespace cellbook
