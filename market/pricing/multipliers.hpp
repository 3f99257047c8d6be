/// Fixed-price multipliers of the circle of income, and where they come from.
#pragma once

#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/statements/table.hpp"
#include "market/baseline/baseline.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

/// *Shape*: accounts by groups, in the order households, businesses, sections, each by section of
/// the prison; square matrices of that size, a column for who receives the injection. `total =
/// closed_loop * open_loop * own`.
struct Multipliers {
    std::vector<std::string>
        accounts{};                     ///< `households posta`, `businesses posta`, `section posta`
    std::vector<std::size_t> groups{};  ///< of each account: 0 households, 1 businesses, 2 sections
    Matrix shares{};       ///< A: of what a column takes in, the part that it pays to each row
    Matrix total{};        ///< M = (I - A)^-1
    Matrix own{};          ///< M1, within a group (transfers)
    Matrix open_loop{};    ///< M2, from one group to another
    Matrix closed_loop{};  ///< M3, round all groups and back
    std::vector<double> leakages{};  ///< by column: the part of receipts that leaves the circle
};

/// Average propensities of the baseline's payments, cells and goods given apart. What is paid to
/// the outside and the state, and what is kept, leaks; what comes from there is the injection. With
/// A split into A0 (within groups) and A - A0: M1 = (I - A0)^-1, A* = M1 (A - A0), M2 = I + A* +
/// A*^2, M3 = (I - A*^3)^-1. *Errors*: `baseline_empty` where no account of the circle takes
/// anything in. *Source*: Pyatt and Round 1979, equations 10-20, for three groups; Stone 1978.
Result<Multipliers> multipliers(const Baseline& baseline);

/// *Shape*: a row for each pair of receiver and account: total and the additive parts of Stone
/// 1978: the injection itself (I), M1 - I, (M2 - I) M1, (M3 - I) M2 M1.
Table multiplier_table(const Multipliers& multipliers, const Baseline& baseline);

}  // namespace cellbook
