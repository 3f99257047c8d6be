/// What each replica takes for each parameter, settled before anything runs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/random/probability_distribution.hpp"
#include "market/random/random_stream.hpp"
#include "market/scenario/inheritance.hpp"
#include "market/scenario/scenario.hpp"
#include "market/sensitivity/sampling.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

/// A parameter whose estimate, if it was one, has been made.
struct UncertainParameter {
    std::string name{};
    ProbabilityDistribution distribution;
};

/// One replica's view of the plan. Cheap to make and to copy; the plan must live.
class Draw {
public:
    Draw(const std::vector<std::string>& names, std::span<const double> values, Replica replica,
         Seed seed)
        : names_{&names}, values_{values}, replica_{replica}, seed_{seed} {}

    [[nodiscard]] Replica replica() const { return replica_; }
    [[nodiscard]] std::span<const double> values() const { return values_; }
    [[nodiscard]] std::optional<double> value(std::string_view name) const;
    /// Chance within the model, for one purpose: the same in all scenarios, so that they differ by
    /// their shocks alone.
    [[nodiscard]] RandomStream stream(std::string_view purpose) const {
        return {seed_, purpose, replica_};
    }
    /// The shock's value in this draw. *Requires*: its parameter, if it has one, is in the plan.
    [[nodiscard]] double value_of(const Shock& shock) const;

private:
    const std::vector<std::string>* names_;
    std::span<const double> values_;
    Replica replica_;
    Seed seed_;
};

/// *Shape*: a row of values for each replica, a column for each parameter.
class ReplicaPlan {
public:
    ReplicaPlan(std::vector<std::string> names, Matrix values, Seed seed);

    [[nodiscard]] std::size_t replicas() const { return replicas_; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] Draw draw(std::size_t replica) const;
    /// A column for each parameter.
    [[nodiscard]] Matrix values() const;

private:
    std::vector<std::string> names_;
    std::vector<double> values_;  ///< row by row, so that a draw is one span
    std::size_t replicas_;
    Seed seed_;
};

struct PlanOptions {
    SamplingMethod sampling{};
    std::size_t replicas = 0;  ///< 0: one, with each parameter at its median
    Seed seed{};
};

/// Points of the cube through the parameters' quantile functions. Correlated parameters get normal
/// scores with these correlations (a Gaussian copula): each keeps its own distribution, and normal
/// ones are jointly normal. Only parameters that vary take a dimension.
/// *Errors*: `sampling_invalid`, `correlation_invalid`.
Result<ReplicaPlan> plan_replicas(const std::vector<UncertainParameter>& parameters,
                                  const std::vector<ScenarioCorrelation>& correlations,
                                  const PlanOptions& options);

/// The same from points that were made elsewhere, as for Sobol' indices.
/// *Shape*: a column for each parameter that varies, in their order.
/// *Errors*: `correlation_invalid`.
Result<ReplicaPlan> plan_at(const Matrix& points, const std::vector<UncertainParameter>& parameters,
                            const std::vector<ScenarioCorrelation>& correlations, Seed seed);

}  // namespace cellbook
