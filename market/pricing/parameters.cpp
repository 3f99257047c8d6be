#include "market/pricing/parameters.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

namespace cellbook {

namespace {

/// What a parameter's value may be.
struct Bounds {
    std::string_view name;  ///< or the end of it, after the product
    double least;
    double most;
};

constexpr std::array all_bounds{
    Bounds{"demand.frisch", -100, -0.01},
    Bounds{"demand.substitution", 0, 100},
    Bounds{"demand.elasticity", -100, 0},
    Bounds{"demand.income_elasticity", 0, 100},
    Bounds{"household.mpc", 0, 1},
    Bounds{"business.payout_share", 0, 1},
    Bounds{"section.spending_share", 0, 1},
    Bounds{"price.cost_pass_through", 0, 2},
    Bounds{"price.exchange_pass_through", 0, 2},
    Bounds{"cell.turnover_elasticity", 0, 100},
    Bounds{"cell.discount_rate", 0, 10},
    Bounds{"cell.loss_risk", 0, 0.99},
    Bounds{"cell.stay_years", 0.01, 100},
};

const Bounds* bounds_of(std::string_view name) {
    const auto* const found = std::ranges::find(all_bounds, name, &Bounds::name);
    return found == all_bounds.end() ? nullptr : found;
}

/// `demand.sauna.elasticity`: the product, and `demand.elasticity`.
struct OfProduct {
    std::string_view product;
    std::string general;
};

std::optional<OfProduct> of_product(std::string_view name) {
    constexpr std::string_view prefix = "demand.";
    const std::size_t last = name.rfind('.');
    if (!name.starts_with(prefix) || last < prefix.size() || last == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view what = name.substr(last + 1);
    if (what != "elasticity" && what != "income_elasticity") return std::nullopt;
    return OfProduct{.product = name.substr(prefix.size(), last - prefix.size()),
                     .general = fmt::format("demand.{}", what)};
}

std::vector<std::string> known_names(const Baseline& baseline) {
    std::vector<std::string> names;
    for (const Parameter& parameter : standard_parameters()) names.push_back(parameter.name);
    for (const Product& product : baseline.products) {
        names.push_back(fmt::format("demand.{}.elasticity", product.name));
        names.push_back(fmt::format("demand.{}.income_elasticity", product.name));
    }
    return names;
}

}  // namespace

std::string_view to_string(ParameterOrigin origin) {
    constexpr std::array<std::string_view, 3> names{"estimated", "given", "assumed"};
    return names[static_cast<std::size_t>(origin)];
}

Parameter fixed_parameter(std::string name, double value, ParameterOrigin origin) {
    return {.name = std::move(name),
            .value = value,
            .distribution = ProbabilityDistribution::constant(value),
            .origin = origin};
}

Parameter ranged_parameter(std::string name, double value, RealInterval range,
                           ParameterOrigin origin) {
    assert(range.low <= value && value <= range.high);
    if (!(range.low < range.high)) return fixed_parameter(std::move(name), value, origin);
    return {.name = std::move(name),
            .value = value,
            .distribution = *ProbabilityDistribution::make(DistributionSort::uniform,
                                                           {.low = range.low, .high = range.high}),
            .origin = origin};
}

const std::vector<Parameter>& standard_parameters() {
    static const std::vector<Parameter> standard = [] {
        std::vector<Parameter> all;
        const auto assume = [&](std::string name, double value, RealInterval range,
                                std::string basis) {
            all.push_back(
                ranged_parameter(std::move(name), value, range, ParameterOrigin::assumed));
            all.back().basis = std::move(basis);
        };
        assume("demand.frisch", -2.5, {-4, -1.5},
               "money flexibility: Frisch 1959, p. 189, conjectures -4 for the poor and -2 for "
               "the middle");
        assume("demand.substitution", 0.8, {0.3, 1.5}, "between the products of a nest");
        assume(
            "demand.elasticity", -0.9, {-1.5, -0.3},
            "food and services of poor households: Deaton 1997, chapter 5, finds such for foods");
        assume("demand.income_elasticity", 1, {0.7, 1.3}, "around proportional Engel curves");
        assume("household.mpc", 0.85, {0.7, 1},
               "who has little saves little; the rest is saved or sent out");
        assume("business.payout_share", 0.9, {0.7, 1}, "stalls of households keep little profit");
        assume("section.spending_share", 0.9, {0.8, 1}, "boards spend nearly all they collect");
        assume("price.cost_pass_through", 0.8, {0.6, 1},
               "a constant mark-up passes costs on whole, a buffered one less");
        assume("price.exchange_pass_through", 0.3, {0.1, 0.6},
               "of a devaluation into consumer prices within a year");
        assume("cell.turnover_elasticity", 1.5, {0.5, 3},
               "of sales in what the seller keeps: Best and Kleven 2018 find such for housing");
        assume("cell.discount_rate", 0.2, {0.12, 0.4}, "informal loans");
        assume("cell.loss_risk", 0.05, {0.01, 0.15}, "seizure, transfer, a raid: a year");
        assume("cell.stay_years", 3, {1, 6}, "years until release");
        return all;
    }();
    return standard;
}

RealInterval parameter_bounds(std::string_view name) {
    const auto product = of_product(name);
    const Bounds* bounds = bounds_of(product ? std::string_view{product->general} : name);
    assert(bounds != nullptr);
    return {.low = bounds->least, .high = bounds->most};
}

Place product_of_parameter(std::string_view name, const Baseline& baseline) {
    const auto product = of_product(name);
    return product ? baseline.find_product(product->product) : nowhere;
}

ParameterSet::ParameterSet() : parameters_{standard_parameters()} {}

const Parameter& ParameterSet::at(std::string_view name) const {
    const auto found = std::ranges::find(parameters_, name, &Parameter::name);
    assert(found != parameters_.end());
    return *found;
}

std::optional<Diagnostic> ParameterSet::set(const Parameter& parameter, const Baseline& baseline) {
    const auto product = of_product(parameter.name);
    const Bounds* bounds = bounds_of(product ? std::string_view{product->general} : parameter.name);
    if (!bounds || (product && baseline.find_product(product->product) == nowhere)) {
        const auto nearest = nearest_names(parameter.name, known_names(baseline));
        return Diagnostic{.code = DiagnosticCode::parameter_unknown,
                          .explanation = "the model has no parameter `" + parameter.name + "`",
                          .remedy = nearest.empty() ? "`whatif --parameters` lists them."
                                                    : "Did you mean `" + nearest.front() +
                                                          "`? `whatif --parameters` lists all."};
    }
    const auto within = [&](double value) {
        return std::isfinite(value) && bounds->least <= value && value <= bounds->most;
    };
    // A distribution may have no ends (a normal one): that nearly all of it is within has to do,
    // and draws beyond are cut to the bounds.
    constexpr double tail = 0.001;
    const double low = parameter.distribution.quantile(tail);
    const double high = parameter.distribution.quantile(1 - tail);
    if (!within(parameter.value) || !within(low) || !within(high)) {
        return Diagnostic{
            .code = DiagnosticCode::parameter_invalid,
            .explanation = fmt::format(
                "`{}` is {:.6g} ({:.6g} to {:.6g}) and may be from {:.6g} to {:.6g}",
                parameter.name, parameter.value, low, high, bounds->least, bounds->most),
            .remedy = "Give a value, or a range, within these bounds."};
    }
    const auto known = std::ranges::find(parameters_, parameter.name, &Parameter::name);
    if (known == parameters_.end()) {
        parameters_.push_back(parameter);
    } else {
        *known = parameter;
    }
    return std::nullopt;
}

bool ParameterSet::matters(const Parameter& parameter, DemandForm form) {
    const std::string_view name = parameter.name;
    if (!name.starts_with("demand.")) return true;
    const bool single = form == DemandForm::isoelastic || form == DemandForm::linear;
    if (name == "demand.frisch") return form == DemandForm::les;
    if (name == "demand.substitution") return form == DemandForm::ces;
    if (name.ends_with(".elasticity")) return single;
    return form != DemandForm::ces;
}

ModelParameters ParameterSet::resolve(const Baseline& baseline, DemandForm form,
                                      const Closure& closure, std::span<const double> draw) const {
    assert(draw.empty() || draw.size() == parameters_.size());
    const auto value = [&](std::string_view name) {
        const auto found = std::ranges::find(parameters_, name, &Parameter::name);
        assert(found != parameters_.end());
        if (draw.empty()) return found->value;
        const auto product = of_product(name);
        const Bounds& bounds = *bounds_of(product ? std::string_view{product->general} : name);
        return std::clamp(draw[static_cast<std::size_t>(found - parameters_.begin())], bounds.least,
                          bounds.most);
    };
    ModelParameters resolved{.consumption_share = value("household.mpc"),
                             .payout_share = value("business.payout_share"),
                             .section_spending = value("section.spending_share"),
                             .cost_pass_through = value("price.cost_pass_through"),
                             .exchange_pass_through = value("price.exchange_pass_through"),
                             .turnover_elasticity = value("cell.turnover_elasticity"),
                             .discount_rate = value("cell.discount_rate"),
                             .loss_risk = value("cell.loss_risk"),
                             .stay_years = value("cell.stay_years"),
                             .closure = closure};
    const std::size_t products = baseline.products.size();
    resolved.demand = {
        .form = form,
        .own_price_elasticities = std::vector<double>(products, value("demand.elasticity")),
        .income_elasticities = std::vector<double>(products, value("demand.income_elasticity")),
        .frisch = value("demand.frisch"),
        .substitution = value("demand.substitution")};
    for (const Parameter& parameter : parameters_) {
        const auto product = of_product(parameter.name);
        if (!product) continue;
        // A month of the baseline may sell none of what the year does.
        const Place place = baseline.find_product(product->product);
        if (place == nowhere) continue;
        auto& elasticities = product->general == "demand.income_elasticity"
                                 ? resolved.demand.income_elasticities
                                 : resolved.demand.own_price_elasticities;
        elasticities[place] = value(parameter.name);
    }
    return resolved;
}

}  // namespace cellbook
