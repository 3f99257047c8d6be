/// What is asked of instruments: whether they are strong, exogenous, and needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "market/estimate/instruments.hpp"

namespace cellbook {

/// How well the excluded instruments move one endogenous column, the exogenous ones held; F is
/// infinite where they explain it wholly.
struct FirstStage {
    std::string name{};
    double f = 0;            ///< classical: of all excluded coefficients
    double robust_f = 0;     ///< Wald by the errors asked for, over the number of instruments
    double effective_f = 0;  ///< Montiel Olea and Pflueger 2013, equation 5
    /// What it must pass for a worst-case bias of a tenth (5 percent level), their section 4.
    double effective_critical = 0;
    double partial_r2 = 0;
};

struct SpecificationTest {
    double statistic = 0;
    double degrees = 0;
    double rest = 0;  ///< degrees below, of an F; else 0
    double p = 0;
};

struct InstrumentTests {
    std::vector<FirstStage> first_stages{};
    std::optional<double> cragg_donald{};           ///< of several endogenous columns
    std::optional<SpecificationTest> sargan{};      ///< overidentified alone
    std::optional<SpecificationTest> hansen{};      ///< the same, by GMM's weights
    std::optional<SpecificationTest> wu_hausman{};  ///< absent with an exact fit
};

/// Sargan: n e'QQ'e / e'e of two-stage residuals; Hansen: GMM's J; Wu-Hausman: F of the projected
/// endogenous columns added to least squares. Robust F statistics take n / (n - l) or CR1's factor.
/// *Requires*: more rows than instruments.
/// *Source*: Sargan 1958; Hansen 1982; Hausman 1978; Stock and Yogo 2005; Montiel Olea and Pflueger
/// 2013, with their simplified critical value.
InstrumentTests instrument_tests(const FoldedDesign& folded, const Projections& projections,
                                 const LinearFit& fit, Errors errors);

/// The least first-stage F at which a nominal 5 percent test of two-stage least squares rejects at
/// most 10 percent; one endogenous column, up to ten instruments. *Source*: Stock and Yogo 2005,
/// table 5.2.
std::optional<double> stock_yogo_size_10(std::size_t instruments);

}  // namespace cellbook
