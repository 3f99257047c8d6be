#include "market/estimate/inference.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace cellbook {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double two_sided_p(double statistic, const Reference& reference) {
    if (std::isnan(statistic)) return none;
    const double size = std::abs(statistic);
    if (std::isinf(size)) return 0;
    if (!reference.degrees) return 2 * cdf(complement(boost::math::normal{}, size));
    if (!(*reference.degrees > 0)) return none;
    return 2 * cdf(complement(boost::math::students_t{*reference.degrees}, size));
}

double critical_value(double level, const Reference& reference) {
    const double tail = (1 - level) / 2;
    if (!reference.degrees) return quantile(complement(boost::math::normal{}, tail));
    if (!(*reference.degrees > 0)) return none;
    return quantile(complement(boost::math::students_t{*reference.degrees}, tail));
}

double chi_squared_p(double statistic, double degrees) {
    if (!(statistic >= 0) || !(degrees > 0) || std::isinf(statistic)) return none;
    return cdf(complement(boost::math::chi_squared{degrees}, statistic));
}

double f_p(double statistic, double above, double below) {
    if (!(statistic >= 0) || !(above > 0) || !(below > 0) || std::isinf(statistic)) return none;
    return cdf(complement(boost::math::fisher_f{above, below}, statistic));
}

double f_critical(double level, double above, double below) {
    if (!(above > 0) || !(below > 0)) return none;
    return quantile(boost::math::fisher_f{above, below}, level);
}

double chi_squared_critical(double level, double degrees) {
    return quantile(boost::math::chi_squared{degrees}, level);
}

double noncentral_critical(double level, double degrees, double noncentrality) {
    return quantile(boost::math::non_central_chi_squared{degrees, noncentrality}, level);
}

}  // namespace cellbook
