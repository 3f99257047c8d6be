#include "market/estimate/wild_bootstrap.hpp"

#include <array>
#include <cmath>

#include "market/random/philox.hpp"

namespace cellbook {

namespace {

constexpr std::size_t few_clusters = 12;
/// Statistics so near to the one observed are that one.
constexpr double tie = 1e-10;

double weight_of(BootstrapWeights weights, std::uint64_t draw, std::uint32_t cluster,
                 std::uint64_t seed) {
    constexpr unsigned half = 32;
    const PhiloxCounter counter{
        {static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(draw >> half), cluster, 0}};
    const PhiloxKey key{
        {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> half)}};
    const std::uint32_t random = philox(counter, key)[0];
    if (weights == BootstrapWeights::rademacher) return (random & 1U) != 0 ? 1 : -1;
    static const std::array<double, 6> points{-std::sqrt(1.5), -1, -std::sqrt(0.5),
                                              std::sqrt(0.5),  1,  std::sqrt(1.5)};
    // The high bits, scaled to six: a bias of one in a billion.
    return points[(std::uint64_t{random} * points.size()) >> half];
}

/// What one coefficient's statistics are made of: t*(w) = p'w / |(diag(p) - D) w|.
struct Pieces {
    Eigen::VectorXd sums{};  ///< p
    Matrix spread{};         ///< diag(p) - D
    double observed = 0;
};

Pieces pieces_of(const Design& design, const LinearFit& fit, std::size_t coefficient) {
    const RowGroups& clusters = *design.clusters;
    const Matrix to_coefficients = fit.to_coefficients.to_doubles();
    // How much each row moves the coefficient, and the residuals where it is held at zero.
    const Eigen::VectorXd moves =
        fit.basis * to_coefficients.row(static_cast<Eigen::Index>(coefficient)).transpose();
    const auto value = fit.coefficients(coefficient, 0).convert_to<double>();
    const Eigen::VectorXd residuals = fit.residuals + moves * (value / moves.squaredNorm());
    const auto count = static_cast<Eigen::Index>(clusters.count);
    Pieces pieces{.sums = Eigen::VectorXd::Zero(count)};
    Eigen::VectorXd own = Eigen::VectorXd::Zero(count);
    Matrix moved = Matrix::Zero(count, fit.basis.cols());
    Matrix scores = Matrix::Zero(count, fit.basis.cols());
    for (Eigen::Index i = 0; i < moves.size(); ++i) {
        const std::uint32_t g = clusters.of_row[static_cast<std::size_t>(i)];
        pieces.sums(g) += moves(i) * residuals(i);
        own(g) += moves(i) * fit.residuals(i);
        moved.row(g) += moves(i) * fit.basis.row(i);
        scores.row(g) += residuals(i) * fit.basis.row(i);
    }
    pieces.spread = -(moved * scores.transpose());
    pieces.spread.diagonal() += pieces.sums;
    pieces.observed = std::abs(value) / own.norm();
    return pieces;
}

}  // namespace

WildBootstrap wild_bootstrap(const Design& design, const LinearFit& fit,
                             const BootstrapOptions& options) {
    const std::size_t clusters = design.clusters->count;
    WildBootstrap found{.draws = options.draws};
    if (clusters > few_clusters) {
        constexpr std::size_t most_signs = 31;
        found.weights = BootstrapWeights::rademacher;
        const std::uint64_t signs = clusters <= most_signs ? std::uint64_t{1} << clusters : 0;
        found.enumerated = signs > 0 && signs <= options.draws;
        if (found.enumerated) found.draws = signs;
    }
    std::vector<Pieces> pieces;
    for (std::size_t j = 0; j < fit.coefficients.rows(); ++j) {
        pieces.push_back(pieces_of(design, fit, j));
    }
    std::vector<std::uint64_t> beyond(pieces.size());
    Eigen::VectorXd weights(static_cast<Eigen::Index>(clusters));
    for (std::uint64_t draw = 0; draw < found.draws; ++draw) {
        for (std::uint32_t g = 0; g < clusters; ++g) {
            weights(g) = found.enumerated ? ((draw >> g & 1U) != 0 ? 1 : -1)
                                          : weight_of(found.weights, draw, g, options.seed);
        }
        for (std::size_t j = 0; j < pieces.size(); ++j) {
            const double spread = (pieces[j].spread * weights).norm();
            const double statistic = std::abs(pieces[j].sums.dot(weights)) / spread;
            if (statistic >= pieces[j].observed * (1 - tie)) ++beyond[j];
        }
    }
    for (const std::uint64_t count : beyond) {
        const auto extra = found.enumerated ? 0.0 : 1.0;
        found.p.push_back((static_cast<double>(count) + extra) /
                          (static_cast<double>(found.draws) + extra));
    }
    return found;
}

}  // namespace cellbook
