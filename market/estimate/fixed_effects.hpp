/// Fixed effects taken out of every column before a regression, instead of a dummy for each group.
#pragma once

#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/estimate/wide_matrix.hpp"

namespace cellbook {

/// Leaves of each column what the groups do not explain: its deviations from their means; with two
/// sets of groups those are taken out in turn until nothing changes (Frisch, Waugh and Lovell;
/// Guimaraes and Portugal 2010). Returns the degrees of freedom that the effects use: groups, less
/// one for each set of groups of both kinds that no row joins with the others (Abowd, Creecy and
/// Kramarz 2002). *Requires*: one or two. *Errors*: `not_converged`.
Result<std::size_t> absorb(WideMatrix& x, const std::vector<RowGroups>& effects);

}  // namespace cellbook
