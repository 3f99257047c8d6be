#include "market/sensitivity/variance_shares.hpp"

#include <fmt/format.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cassert>
#include <cmath>

namespace cellbook {

namespace {

/// Columns that vary, with mean 0 and length 1.
struct Standardized {
    Matrix columns{};
    std::vector<Eigen::Index> places{};
};

Standardized standardized(const Matrix& draws) {
    Standardized kept;
    kept.columns.resize(draws.rows(), draws.cols());
    for (Eigen::Index d = 0; d < draws.cols(); ++d) {
        const Vector centred = draws.col(d).array() - draws.col(d).mean();
        const double length = centred.norm();
        const double size = draws.col(d).cwiseAbs().maxCoeff();
        // Rounding alone makes this much of a constant.
        if (length <= 1e-13 * size * std::sqrt(static_cast<double>(draws.rows()))) continue;
        kept.columns.col(std::ssize(kept.places)) = centred / length;
        kept.places.push_back(d);
    }
    kept.columns.conservativeResize(Eigen::NoChange, std::ssize(kept.places));
    return kept;
}

Diagnostic undefined(std::string what, std::string remedy) {
    return {.code = DiagnosticCode::sensitivity_undefined,
            .explanation = std::move(what),
            .remedy = std::move(remedy)};
}

/// The scores: R^(-1/2) times the correlations with the output; along directions in which the
/// parameters do not vary there is nothing to share.
Vector car_scores(const Matrix& columns, const Vector& output) {
    const Matrix correlations = columns.transpose() * columns;
    const Eigen::SelfAdjointEigenSolver<Matrix> solved{correlations};
    Vector roots = solved.eigenvalues();
    for (double& each : roots) each = each > 1e-12 ? 1 / std::sqrt(each) : 0;
    const Vector along = solved.eigenvectors().transpose() * (columns.transpose() * output);
    return solved.eigenvectors() * roots.cwiseProduct(along);
}

}  // namespace

Result<VarianceShares> variance_shares(const Matrix& draws, std::span<const double> outputs) {
    assert(draws.rows() == std::ssize(outputs));
    VarianceShares result{.shares = std::vector<double>(static_cast<std::size_t>(draws.cols()))};
    const Standardized kept = standardized(draws);
    if (std::ssize(outputs) <= std::ssize(kept.places) + 1) {
        return undefined(fmt::format("{} draws are too few to share a variance among {} parameters",
                                     outputs.size(), kept.places.size()),
                         "Run more replicas.");
    }
    Vector output = Eigen::Map<const Vector>(outputs.data(), std::ssize(outputs));
    const double size = output.cwiseAbs().maxCoeff();
    output.array() -= output.mean();
    const double length = output.norm();
    if (!(length > 1e-13 * size * std::sqrt(static_cast<double>(outputs.size())))) {
        return undefined("the output is the same in all runs: there is no variance to share",
                         "Take a parameter that the output depends on.");
    }
    double explained = 0;
    if (!kept.places.empty()) {
        const Vector scores = car_scores(kept.columns, output / length);
        for (std::size_t i = 0; i < kept.places.size(); ++i) {
            const double share = std::pow(scores(static_cast<Eigen::Index>(i)), 2);
            result.shares[static_cast<std::size_t>(kept.places[i])] = share;
            explained += share;
        }
    }
    result.unexplained = std::max(0.0, 1 - explained);
    return result;
}

}  // namespace cellbook
