#include "market/scenario/correlation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

namespace cellbook {

namespace {

Eigen::Index index_in(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : found - names.begin();
}

}  // namespace

Result<Matrix> correlation_root(const Matrix& correlations) {
    assert(correlations.rows() == correlations.cols());
    const Eigen::Index size = correlations.rows();
    constexpr double rounding = 1e-10;
    Matrix root = Matrix::Zero(size, size);
    for (Eigen::Index j = 0; j < size; ++j) {
        const double left = correlations(j, j) - root.row(j).head(j).squaredNorm();
        bool impossible = left < -rounding;
        const double pivot = left > rounding ? std::sqrt(left) : 0;
        root(j, j) = pivot;
        for (Eigen::Index i = j + 1; i < size; ++i) {
            const double rest = correlations(i, j) - root.row(i).head(j).dot(root.row(j).head(j));
            if (pivot > 0) root(i, j) = rest / pivot;
            impossible = impossible || (pivot == 0 && std::abs(rest) > std::sqrt(rounding));
        }
        if (impossible) {
            return Diagnostic{.code = DiagnosticCode::correlation_invalid,
                              .explanation = fmt::format("no {} numbers have all these "
                                                         "correlations at once",
                                                         size),
                              .remedy = "Bring them nearer to 0, or say fewer of them."};
        }
    }
    return root;
}

Matrix correlation_matrix(const std::vector<std::string>& names,
                          const std::vector<ScenarioCorrelation>& correlations) {
    const auto size = std::ssize(names);
    Matrix matrix = Matrix::Identity(size, size);
    for (const ScenarioCorrelation& each : correlations) {
        const Eigen::Index i = index_in(names, each.first);
        const Eigen::Index j = index_in(names, each.second);
        if (i < 0 || j < 0) continue;
        matrix(i, j) = each.value;
        matrix(j, i) = each.value;
    }
    return matrix;
}

Result<JointEstimate> joint_normal(const std::vector<std::string>& names, const Vector& means,
                                   const Matrix& covariance) {
    assert(covariance.rows() == std::ssize(names) && covariance.cols() == covariance.rows());
    JointEstimate joint;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto at = static_cast<Eigen::Index>(i);
        auto normal = ProbabilityDistribution::make(
            DistributionSort::normal,
            {.mean = means(at), .sd = std::sqrt(std::max(0.0, covariance(at, at)))});
        if (!normal) {
            return Diagnostic{.code = DiagnosticCode::correlation_invalid,
                              .explanation = fmt::format("the variance of `{}` is {}", names[i],
                                                         covariance(at, at)),
                              .remedy = "Take it as a number, without a distribution."};
        }
        joint.parameters.push_back({.name = names[i], .value = *std::move(normal)});
        for (std::size_t j = 0; j < i; ++j) {
            const auto to = static_cast<Eigen::Index>(j);
            const double deviations = std::sqrt(covariance(at, at) * covariance(to, to));
            joint.correlations.push_back(
                {.first = names[j],
                 .second = names[i],
                 .value = std::clamp(covariance(at, to) / deviations, -1.0, 1.0)});
        }
    }
    return joint;
}

void check_correlations(const ScenarioFile& file, FileProblems& problems) {
    std::vector<std::string> names;
    std::set<std::pair<std::string, std::string>> seen;
    bool sound = true;
    for (const ScenarioCorrelation& each : file.correlations) {
        const auto [low, high] = std::minmax(each.first, each.second);
        if (low == high || !seen.emplace(low, high).second) {
            problems.complain(DiagnosticCode::scenario_name_twice, each.place,
                              low == high
                                  ? fmt::format("`{}` is correlated with itself", low)
                                  : fmt::format("`{}` and `{}` are correlated already", low, high),
                              "Name two parameters, and each pair once.");
            sound = false;
        }
        for (const auto* name : {&each.first, &each.second}) {
            if (index_in(names, *name) < 0) names.push_back(*name);
        }
    }
    if (!sound || names.empty()) return;
    auto root = correlation_root(correlation_matrix(names, file.correlations));
    if (!root) problems.complain(std::move(root).error(), file.correlations.front().place);
}

}  // namespace cellbook
