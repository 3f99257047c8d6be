/// Measures of inequality of a distribution.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/decimal.hpp"
#include "ledger/distribution/distribution.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// One measure of a distribution; without a value where it is not defined.
struct Measure {
    std::string name;
    std::optional<Real> value{};
    enum class Unit : std::uint8_t { pure, count, value, weight } unit = Unit::pure;
};

struct InequalityOptions {
    /// Aversions to inequality of further Atkinson indices beside 0.5, 1 and 2.
    /// *Requires*: each above 0.
    std::vector<Decimal> atkinson{};
    Progress progress{};
};

struct InequalityMeasures {
    std::vector<Measure> all{};        ///< in the order of print
    std::vector<std::string> notes{};  ///< why some have no value, or more than they usually may
    bool cancelled = false;            ///< progress asked to stop: there is nothing else in here

    /// The value of the measure of that name, where it has one.
    [[nodiscard]] std::optional<Real> value(std::string_view name) const;
};

/// Every measure that this library knows. Weights do what repeating observations would do, but to
/// `n`, which counts observations, and to `gini_corrected`.
///
/// Write x for values, p for shares of the weight, m for the mean, s = p x / m for shares of the
/// sum.
///
/// - `gini`: the mean difference between two people by twice the mean: the sum of p_i s_j - p_j s_i
///   over i < j in rising order, in integers up to the last quotient (Gini 1914).
/// - `gini_corrected`: the Gini by 1 - sum of p^2 over observations, which is `n / (n - 1)` times
/// it
///   where all weigh the same: unbiased mean difference (Deaton 1997, section 3.1).
/// - `theil_t`, GE(1): sum of s ln(x/m). `theil_l`, GE(0), the mean log deviation: sum of p ln(m/x)
///   (Theil 1967, chapter 4). `ge(2)`: half the squared coefficient of variation. All three are
///   generalised entropies (Cowell 2011, technical appendix; Shorrocks 1980).
/// - `atkinson(e)`: 1 - (sum of p (x/m)^(1-e))^(1/(1-e)); for e = 1, 1 - exp(sum of p ln(x/m))
///   (Atkinson 1970).
/// - `hoover`: half the sum of |s - p|, the share of the sum that would have to change hands
///   (Hoover 1936).
/// - `share_...`: read off the Lorenz curve (`lorenz_at`). `palma`: the top tenth's by the bottom
///   four tenths' (Palma 2011); `s80_s20`: the top fifth's by the bottom fifth's.
/// - `p10` and so on, `median` for `p50`: `quantile`; `p90_p10` is the first by the second.
///
/// What is not defined has no value, and a note says why: `theil_...` and `atkinson` of values
/// below zero; `theil_l` of zeros; whatever divides by a mean, a share or a quantile that is not
/// above zero; `gini_corrected` of one observation. Zeros add nothing to `theil_t`, the limit of x
/// ln x, and make `atkinson(e)` 1 from e = 1 on.
InequalityMeasures measure_inequality(const Distribution& distribution,
                                      const InequalityOptions& options);

}  // namespace cellbook
