#include "market/estimate/covariance.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cellbook {

namespace {

constexpr std::array<std::pair<Errors, std::string_view>, 6> error_names{
    {{Errors::classical, "classical"},
     {Errors::hc0, "hc0"},
     {Errors::hc1, "hc1"},
     {Errors::hc2, "hc2"},
     {Errors::hc3, "hc3"},
     {Errors::cluster, "cluster"}}};

constexpr double whole_leverage = 1 - 1e-10;

/// Leverages: those of the basis, and the share of a row in the mean of its group.
Eigen::VectorXd leverages(const Design& design, const Matrix& basis) {
    Eigen::VectorXd shares = basis.rowwise().squaredNorm();
    if (design.absorbed.empty()) return shares;
    const RowGroups& effect = design.absorbed.front();
    std::vector<double> sizes(effect.count);
    for (const std::uint32_t group : effect.of_row) ++sizes[group];
    for (Eigen::Index i = 0; i < shares.size(); ++i) {
        shares(i) += 1 / sizes[effect.of_row[static_cast<std::size_t>(i)]];
    }
    return shares;
}

/// Residuals by (1 - h)^(1/2) or (1 - h).
Result<Eigen::VectorXd> widened(const Design& design, const LinearFit& fit, Errors errors) {
    const Eigen::VectorXd shares = leverages(design, fit.basis);
    Eigen::VectorXd residuals = fit.residuals;
    for (Eigen::Index i = 0; i < residuals.size(); ++i) {
        if (shares(i) >= whole_leverage) {
            const std::size_t row = design.rows[static_cast<std::size_t>(i)] + 1;
            return Diagnostic{
                .code = DiagnosticCode::leverage_one,
                .explanation = std::string{to_string(errors)} +
                               " divides by 1 - leverage, and row " + std::to_string(row) +
                               " of the data has leverage 1: a column is there for it alone",
                .remedy = "Take hc1, or leave the row or its dummy out."};
        }
        const double rest = 1 - shares(i);
        residuals(i) /= errors == Errors::hc2 ? std::sqrt(rest) : rest;
    }
    return residuals;
}

}  // namespace

std::string_view to_string(Errors errors) {
    return std::ranges::find(error_names, errors, &std::pair<Errors, std::string_view>::first)
        ->second;
}

std::optional<Errors> parse_errors(std::string_view text) {
    for (const auto& [errors, name] : error_names) {
        if (name == text) return errors;
    }
    return std::nullopt;
}

RealMatrix score_products(const Matrix& basis, const Eigen::VectorXd& residuals,
                          const std::optional<RowGroups>& clusters) {
    const Matrix scores = residuals.asDiagonal() * basis;
    if (!clusters) return RealMatrix{scores.transpose() * scores};
    Matrix sums = Matrix::Zero(static_cast<Eigen::Index>(clusters->count), basis.cols());
    for (Eigen::Index i = 0; i < scores.rows(); ++i) {
        sums.row(clusters->of_row[static_cast<std::size_t>(i)]) += scores.row(i);
    }
    return RealMatrix{sums.transpose() * sums};
}

bool is_nested(const RowGroups& effect, const RowGroups& clusters) {
    std::vector<std::uint32_t> cluster(effect.count, 0xffffffffU);
    for (std::size_t i = 0; i < effect.of_row.size(); ++i) {
        std::uint32_t& known = cluster[effect.of_row[i]];
        if (known == 0xffffffffU) known = clusters.of_row[i];
        if (known != clusters.of_row[i]) return false;
    }
    return true;
}

std::size_t counted_coefficients(const Design& design, Errors errors) {
    const std::size_t all = design.regressors() + design.absorbed_degrees;
    if (errors != Errors::cluster || design.absorbed.size() != 1) return all;
    // The constant stays: its group means are the clusters' own.
    return is_nested(design.absorbed.front(), *design.clusters) ? design.regressors() + 1 : all;
}

Result<RealMatrix> covariance(const FoldedDesign& folded, const LinearFit& fit,
                              const CovarianceOptions& options) {
    const Design& design = folded.design;
    const Real rows{design.rows.size()};
    const Real coefficients{counted_coefficients(design, options.errors)};
    const Real rest = rows - coefficients;
    Real factor = 1;
    if (options.errors == Errors::classical) {
        return Real{fit.residual_squares} / (options.small ? rest : rows) * fit.bread;
    }
    Eigen::VectorXd residuals = fit.residuals;
    std::optional<RowGroups> clusters;
    if (options.errors == Errors::hc2 || options.errors == Errors::hc3) {
        auto scaled = widened(design, fit, options.errors);
        if (!scaled) return std::move(scaled).error();
        residuals = *std::move(scaled);
    } else if (options.errors == Errors::cluster) {
        clusters = design.clusters;
        if (clusters->count < 2) {
            return Diagnostic{.code = DiagnosticCode::clusters_too_few,
                              .explanation = "`" + clusters->name +
                                             "` has one value: nothing can be said about how "
                                             "clusters differ",
                              .remedy =
                                  "Cluster by a column of at least two groups; some forty "
                                  "are needed for the errors to be taken at their word."};
        }
        const Real groups{clusters->count};
        if (options.small) factor = groups / (groups - 1) * (rows - 1) / rest;
    } else if (options.errors == Errors::hc1) {
        factor = rows / rest;
    }
    const RealMatrix middle = score_products(fit.basis, residuals, clusters);
    return factor * (fit.to_coefficients * middle * fit.to_coefficients.transposed());
}

}  // namespace cellbook
