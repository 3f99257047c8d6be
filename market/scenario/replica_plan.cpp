#include "market/scenario/replica_plan.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "market/random/standard_normal.hpp"
#include "market/scenario/correlation.hpp"

namespace cellbook {

namespace {

bool varies(const UncertainParameter& parameter) {
    return parameter.distribution.sort() != DistributionSort::constant;
}

std::vector<std::string> names_of_varying(const std::vector<UncertainParameter>& parameters) {
    std::vector<std::string> names;
    for (const auto& each : parameters) {
        if (varies(each)) names.push_back(each.name);
    }
    return names;
}

/// Never 0 nor 1, where quantiles may be infinite.
double inner_probability(double z) {
    return std::clamp(standard_normal_probability(z), std::ldexp(1.0, -1000),
                      1 - std::ldexp(1.0, -53));
}

/// Makes the coordinates of correlated parameters move together; the others stay as they are.
Result<Matrix> correlated(Matrix points, const std::vector<std::string>& names,
                          const std::vector<ScenarioCorrelation>& correlations) {
    if (correlations.empty()) return points;
    const auto root = correlation_root(correlation_matrix(names, correlations));
    if (!root) return root.error();
    Vector scores(points.cols());
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        for (Eigen::Index d = 0; d < points.cols(); ++d) {
            scores(d) = standard_normal_quantile(points(i, d));
        }
        for (Eigen::Index d = 0; d < points.cols(); ++d) {
            if ((*root)(d, d) == 1) continue;
            const double score = root->row(d).head(d + 1).dot(scores.head(d + 1));
            points(i, d) = inner_probability(score);
        }
    }
    return points;
}

}  // namespace

std::optional<double> Draw::value(std::string_view name) const {
    const auto found = std::find(names_->begin(), names_->end(), name);
    if (found == names_->end()) return std::nullopt;
    return values_[static_cast<std::size_t>(found - names_->begin())];
}

double Draw::value_of(const Shock& shock) const {
    if (shock.parameter.empty()) return shock.change.value;
    const auto drawn = value(shock.parameter);
    assert(drawn && "the reader lets no shock name a parameter that is not there");
    return *drawn;
}

ReplicaPlan::ReplicaPlan(std::vector<std::string> names, Matrix values, Seed seed)
    : names_{std::move(names)}, replicas_{static_cast<std::size_t>(values.rows())}, seed_{seed} {
    assert(values.cols() == std::ssize(names_));
    values_.reserve(static_cast<std::size_t>(values.size()));
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        for (Eigen::Index d = 0; d < values.cols(); ++d) values_.push_back(values(i, d));
    }
}

Draw ReplicaPlan::draw(std::size_t replica) const {
    assert(replica < replicas_);
    const std::span<const double> all{values_};
    return {names_, all.subspan(replica * names_.size(), names_.size()), Replica{replica}, seed_};
}

Matrix ReplicaPlan::values() const {
    using ByRow = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const ByRow>(values_.data(), static_cast<Eigen::Index>(replicas_),
                                   std::ssize(names_));
}

Result<ReplicaPlan> plan_at(const Matrix& points, const std::vector<UncertainParameter>& parameters,
                            const std::vector<ScenarioCorrelation>& correlations, Seed seed) {
    const std::vector<std::string> varying = names_of_varying(parameters);
    assert(points.cols() == std::ssize(varying));
    const auto moved = correlated(points, varying, correlations);
    if (!moved) return moved.error();
    Matrix values(points.rows(), std::ssize(parameters));
    std::vector<std::string> names;
    Eigen::Index dimension = 0;
    for (const UncertainParameter& parameter : parameters) {
        const Eigen::Index column = std::ssize(names);
        names.push_back(parameter.name);
        if (!varies(parameter)) {
            values.col(column).setConstant(parameter.distribution.mean());
            continue;
        }
        for (Eigen::Index i = 0; i < values.rows(); ++i) {
            values(i, column) = parameter.distribution.quantile((*moved)(i, dimension));
        }
        ++dimension;
    }
    return ReplicaPlan{std::move(names), std::move(values), seed};
}

Result<ReplicaPlan> plan_replicas(const std::vector<UncertainParameter>& parameters,
                                  const std::vector<ScenarioCorrelation>& correlations,
                                  const PlanOptions& options) {
    const std::size_t dimensions = names_of_varying(parameters).size();
    if (options.replicas == 0) {
        const Matrix medians = Matrix::Constant(1, static_cast<Eigen::Index>(dimensions), 0.5);
        return plan_at(medians, parameters, {}, options.seed);
    }
    const auto points = sample_points({.method = options.sampling,
                                       .points = options.replicas,
                                       .dimensions = dimensions,
                                       .seed = options.seed});
    if (!points) return points.error();
    return plan_at(*points, parameters, correlations, options.seed);
}

}  // namespace cellbook
