/// Anderson and Rubin's test of one endogenous coefficient, right however weak the instruments are.
#pragma once

#include <optional>
#include <vector>

#include "market/estimate/instruments.hpp"

namespace cellbook {

/// A part of a confidence set; infinite ends are ends.
struct SetInterval {
    double low = 0;
    double high = 0;
};

struct AndersonRubin {
    double at_zero = 0;  ///< F of the excluded instruments in y on them and the exogenous columns
    double p_at_zero = 0;
    double degrees = 0;
    double rest = 0;
    /// The coefficients that are not rejected: one interval, two rays, the whole line, or none,
    /// which says that the model itself is rejected.
    std::vector<SetInterval> set{};
};

/// With u(b) = y - E b: F(b) of the excluded instruments in a regression of u(b) on them and the
/// exogenous columns, by the errors asked for (classical, robust with n / (n - l), or clustered by
/// CR1, whose F has G - 1 degrees below). The set holds every b whose F does not pass the critical
/// value: found by a scan of the line, b = centre + scale tan(angle), and bisection at each
/// crossing. Absent where there is not one endogenous column, or no degree of freedom. *Source*:
/// Anderson and Rubin 1949; Dufour and Taamouti 2005 on the shapes of the set.
std::optional<AndersonRubin> anderson_rubin(const FoldedDesign& folded,
                                            const Projections& projections, Errors errors,
                                            double level);

}  // namespace cellbook
