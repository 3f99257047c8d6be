/// GEKS: indexes that compare every period with every other, and so agree whatever the base.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/prices/index_method.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// The natural logarithm of the bilateral index of one period, the other base. *Errors*: none in
/// common.
using LogIndex = std::function<Result<Real>(std::size_t base, std::size_t current)>;

struct GeksOptions {
    std::size_t periods = 0;
    std::size_t window = 0;  ///< at least 2; of `periods` or more all periods are one window
    Splice splice = Splice::mean;
};

/// Logarithms of the index of each period, that of the first 0.
///
/// Within a window of N periods, ln P(0,t) = (1/N) sum over l of (ln P(0,l) + ln P(l,t)): the
/// geometric mean of the comparisons by way of each period, so that P(0,t) = P(0,s) P(s,t) holds
/// for all its periods. When the window moves on by a period, that period's index follows the last
/// one's by ln x(t) = ln x(t-1) + (new(t) - new(l)) - (old(t-1) - old(l)), where `old` and `new`
/// are the two windows' own logarithms and the splice says which of the periods l they share; what
/// was published stays as it was. *Requires*: a formula that is time reversible.
///
/// Source: Gini 1931; Eltetö and Köves 1964; Szulc 1964; Ivancic, Diewert and Fox 2011, eq. 5-8;
/// CPI Manual 2020, 10.31 ff. and 10.76 ff. The splices as R's IndexNumR has them.
Result<std::vector<Real>> log_geks(const LogIndex& log_index, const GeksOptions& options);

}  // namespace cellbook
