/// The parameters of the pricing model: what is assumed, in which range, and why.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/baseline/baseline.hpp"
#include "market/demand/demand_system.hpp"
#include "market/random/probability_distribution.hpp"
#include "market/sensitivity/quantiles.hpp"

namespace cellbook {

/// Where a parameter's value is from. An answer is no better known than the weakest that it rests
/// on.
enum class ParameterOrigin : std::uint8_t { estimated, given, assumed };
std::string_view to_string(ParameterOrigin origin);

/// One number that the model takes. Elasticities of one product are named
/// `demand.PRODUCT.elasticity` and `demand.PRODUCT.income_elasticity`; `demand.elasticity` and
/// `demand.income_elasticity` hold for all others.
struct Parameter {
    std::string name;
    double value = 0;  ///< what the headline answer takes
    ProbabilityDistribution distribution = ProbabilityDistribution::constant(0);
    ParameterOrigin origin = ParameterOrigin::assumed;
    std::string basis{};  ///< why this value and range

    [[nodiscard]] bool varies() const { return distribution.sort() != DistributionSort::constant; }
};

/// A parameter of one value, and one that lies anywhere between two.
Parameter fixed_parameter(std::string name, double value, ParameterOrigin origin);
/// *Requires*: low <= value <= high.
Parameter ranged_parameter(std::string name, double value, RealInterval range,
                           ParameterOrigin origin);

/// Those that hold where nobody says anything, each with its range and the literature it leans on.
/// Every one of them is assumed: nothing published on San Pedro identifies any (docs/model.md).
const std::vector<Parameter>& standard_parameters();

/// What a parameter of the model can be at all. *Requires*: it is one.
RealInterval parameter_bounds(std::string_view name);

/// The product of `demand.PRODUCT.elasticity` and its like; `nowhere` for others.
Place product_of_parameter(std::string_view name, const Baseline& baseline);

/// How the circle of income is closed; what is switched off stays as in the baseline.
struct Closure {
    bool incomes = true;          ///< what is earned is spent again; false: partial analysis
    bool section_budgets = true;  ///< sections spend what they take in more; false: they keep it
};

/// The parameters as the model takes them.
struct ModelParameters {
    DemandParameters demand{};
    double consumption_share = 1;      ///< of a change of disposable income
    double payout_share = 1;           ///< of a change of profits
    double section_spending = 1;       ///< of a change of a section's receipts
    double cost_pass_through = 1;      ///< of unit costs into prices
    double exchange_pass_through = 1;  ///< of the exchange rate into outside prices
    double turnover_elasticity = 0;    ///< of cells sold, in what the seller keeps of the price
    double discount_rate = 0;          ///< a year
    double loss_risk = 0;              ///< of the cell, a year
    double stay_years = 0;
    Closure closure{};
};

/// A set of named parameters: the standard ones, and what was said instead.
class ParameterSet {
public:
    ParameterSet();

    /// *Errors*: `parameter_unknown` (with the nearest names), `parameter_invalid` (a value that
    /// its name cannot have; the explanation says the bounds).
    std::optional<Diagnostic> set(const Parameter& parameter, const Baseline& baseline);
    [[nodiscard]] const std::vector<Parameter>& all() const { return parameters_; }
    [[nodiscard]] const Parameter& at(std::string_view name) const;
    /// Whether the model of that form looks at the parameter at all.
    [[nodiscard]] static bool matters(const Parameter& parameter, DemandForm form);

    /// The model's parameters, with the values of `draw` in place of their own where it is not
    /// empty. *Requires*: `draw` is empty or has a value for each of `all()`.
    [[nodiscard]] ModelParameters resolve(const Baseline& baseline, DemandForm form,
                                          const Closure& closure,
                                          std::span<const double> draw = {}) const;

private:
    std::vector<Parameter> parameters_;
};

}  // namespace cellbook
