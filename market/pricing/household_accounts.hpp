/// What each household gets and gives in a solution, for incidence and inequality.
#pragma once

#include <span>
#include <vector>

#include "market/pricing/circle.hpp"
#include "market/pricing/solution.hpp"

namespace cellbook {

/// *Shape*: by row of the circle, totals over a household's copies. *Units*: money.
struct HouseholdAccounts {
    std::vector<double>
        disposable{};  ///< all income, goods given too, less dues, fees and taxes on it
    std::vector<double> in_kind{};  ///< the part that is goods given
};
/// Sales of cells are no income. *Source*: adjusted disposable income, SNA 2008, 8.28-8.33.
HouseholdAccounts household_accounts(const Circle& circle, const Solution& solution);

/// Fifths of households by income, poorest first: 0 to 4, ties in
/// the order of names. Households without copies weigh nothing.
std::vector<unsigned> income_fifths(std::span<const double> incomes);

/// The Gini coefficient of weighted values (`ledger/distribution/inequality_measures` has the exact
/// one): the mean difference between two households by twice the mean. Not a number where the mean
/// is not above zero.
double gini(std::span<const double> values, std::span<const double> weights);

}  // namespace cellbook
