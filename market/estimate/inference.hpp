/// Distributions that statistics are held against.
#pragma once

#include <optional>

namespace cellbook {

/// Student's t with these degrees of freedom; the normal where there are none.
struct Reference {
    std::optional<double> degrees{};
};

/// The chance of a statistic at least so far from zero. NaN where the statistic is.
double two_sided_p(double statistic, const Reference& reference);
/// How many standard errors an interval of that level reaches to each side.
double critical_value(double level, const Reference& reference);

double chi_squared_p(double statistic, double degrees);
double f_p(double statistic, double above, double below);
double f_critical(double level, double above, double below);
double chi_squared_critical(double level, double degrees);
/// Of the noncentral chi-squared.
double noncentral_critical(double level, double degrees, double noncentrality);

}  // namespace cellbook
