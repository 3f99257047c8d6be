/// The standard normal distribution and its inverse.
#pragma once

namespace cellbook {

/// P(Z <= z), with full relative accuracy in the lower tail.
double standard_normal_probability(double z);

/// The z that Z stays below with that probability; infinite at 0 and 1.
/// *Requires*: 0 <= probability <= 1.
double standard_normal_quantile(double probability);

}  // namespace cellbook
