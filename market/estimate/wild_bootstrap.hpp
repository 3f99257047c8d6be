/// The wild cluster bootstrap: tests that hold their size with few clusters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "market/estimate/covariance.hpp"
#include "market/estimate/linear_fit.hpp"

namespace cellbook {

enum class BootstrapWeights : std::uint8_t { webb, rademacher };

struct BootstrapOptions {
    unsigned draws = 0;
    std::uint64_t seed = 0;
};

struct WildBootstrap {
    std::vector<double> p{};  ///< one a coefficient, of its being zero
    BootstrapWeights weights = BootstrapWeights::webb;
    std::uint64_t draws = 0;
    bool enumerated = false;  ///< every vector of signs, once
};

/// Restricted (WCR): residuals of the model in which the coefficient is zero are multiplied by a
/// weight for each cluster, and the t statistic of the clustered variance is taken anew. With up to
/// twelve clusters weights are Webb's six points; with more they are signs, all 2^G of them where
/// that is no more than `draws`. Draw d of cluster g is Philox4x32-10 of counter (d, g) and key
/// `seed`, whatever is drawn before it. p = (1 + how many are as far from zero) / (1 + draws);
/// enumerated, the share of them.
/// *Requires*: least squares with clusters; effects, if any, nested in them.
/// *Source*: Cameron, Gelbach and Miller 2008; Webb 2013; Salmon et al. 2011.
WildBootstrap wild_bootstrap(const Design& design, const LinearFit& fit,
                             const BootstrapOptions& options);

}  // namespace cellbook
