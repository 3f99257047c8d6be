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
    Bounds{"demand.frisch", -100, -0.01},        Bounds{"demand.substitution", 0, 100},
    Bounds{"demand.own_price", -100, 0},         Bounds{"demand.income", 0, 100},
    Bounds{"household.consumption_share", 0, 1}, Bounds{"business.payout_share", 0, 1},
    Bounds{"section.spending_share", 0, 1},      Bounds{"price.cost_pass_through", 0, 2},
    Bounds{"price.exchange_pass_through", 0, 2}, Bounds{"cell.turnover_elasticity", 0, 100},
    Bounds{"cell.discount_rate", 0, 10},         Bounds{"cell.loss_risk", 0, 0.99},
    Bounds{"cell.stay_years", 0.01, 100},
};

const Bounds* bounds_of(std::string_view name) {
    const auto* const found = std::ranges::find(all_bounds, name, &Bounds::name);
    return found == all_bounds.end() ? nullptr : found;
}

/// `demand.sauna.own_price`: the product, and `demand.own_price`.
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
    if (what != "own_price" && what != "income") return std::nullopt;
    return OfProduct{.product = name.substr(prefix.size(), last - prefix.size()),
                     .general = fmt::format("demand.{}", what)};
}

std::vector<std::string> known_names(const Baseline& baseline) {
    std::vector<std::string> names;
    for (const Parameter& parameter : standard_parameters()) names.push_back(parameter.name);
    for (const Product& product : baseline.products) {
        names.push_back(fmt::format("demand.{}.own_price", product.name));
        names.push_back(fmt::format("demand.{}.income", product.name));
    }
    return names;
}

}  // namespace

std::string_view to_string(ParameterOrigin origin) {
    constexpr std::array<std::string_view, 3> names{"estimated", "given", "assumed"};
    return names[static_cast<std::size_t>(origin)];
}

const std::vector<Parameter>& standard_parameters() {
    constexpr auto assumed = ParameterOrigin::assumed;
    static const std::vector<Parameter> standard{
        {"demand.frisch", -2.5, -4, -1.5, assumed,
         "money flexibility: Frisch 1959, p. 189, conjectures -4 for the poor and -2 for the "
         "middle"},
        {"demand.substitution", 0.8, 0.3, 1.5, assumed, "between products of a nest"},
        {"demand.own_price", -0.9, -1.5, -0.3, assumed,
         "food and services of poor households: Deaton 1997, chapter 5, finds such for foods"},
        {"demand.income", 1, 0.7, 1.3, assumed, "around proportional Engel curves"},
        {"household.consumption_share", 0.9, 0.7, 1, assumed,
         "who has little saves little; the rest is saved or sent out"},
        {"business.payout_share", 1, 0.7, 1, assumed, "stalls of households keep no profit"},
        {"section.spending_share", 1, 0.8, 1, assumed, "boards spend what they collect"},
        {"price.cost_pass_through", 1, 0.6, 1, assumed, "a constant mark-up passes costs on whole"},
        {"price.exchange_pass_through", 0.3, 0.1, 0.6, assumed,
         "of a devaluation into consumer prices within a year"},
        {"cell.turnover_elasticity", 1.5, 0.5, 3, assumed,
         "of sales in what the seller keeps: Best and Kleven 2018 find such for housing"},
        {"cell.discount_rate", 0.2, 0.12, 0.4, assumed, "informal loans in La Paz"},
        {"cell.loss_risk", 0.05, 0.01, 0.15, assumed, "seizure, transfer, a raid: a year"},
        {"cell.stay_years", 3, 1, 6, assumed, "years until release"},
    };
    return standard;
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
    if (!within(parameter.value) || !within(parameter.low) || !within(parameter.high) ||
        parameter.low > parameter.high) {
        return Diagnostic{
            .code = DiagnosticCode::parameter_invalid,
            .explanation = fmt::format("`{}` is {} (range {} to {}) and may be from {} to {}",
                                       parameter.name, parameter.value, parameter.low,
                                       parameter.high, bounds->least, bounds->most),
            .remedy = "Give a value, or low:high, within these bounds."};
    }
    const auto known = std::ranges::find(parameters_, parameter.name, &Parameter::name);
    if (known == parameters_.end()) {
        parameters_.push_back(parameter);
    } else {
        *known = parameter;
    }
    return std::nullopt;
}

ModelParameters ParameterSet::resolve(const Baseline& baseline, DemandForm form,
                                      const Closure& closure, std::span<const double> draw) const {
    assert(draw.empty() || draw.size() == parameters_.size());
    const auto value = [&](std::string_view name) {
        const auto found = std::ranges::find(parameters_, name, &Parameter::name);
        assert(found != parameters_.end());
        return draw.empty() ? found->value
                            : draw[static_cast<std::size_t>(found - parameters_.begin())];
    };
    ModelParameters resolved{.consumption_share = value("household.consumption_share"),
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
        .own_price_elasticities = std::vector<double>(products, value("demand.own_price")),
        .income_elasticities = std::vector<double>(products, value("demand.income")),
        .frisch = value("demand.frisch"),
        .substitution = value("demand.substitution")};
    for (const Parameter& parameter : parameters_) {
        const auto product = of_product(parameter.name);
        if (!product) continue;
        auto& elasticities = product->general == "demand.income"
                                 ? resolved.demand.income_elasticities
                                 : resolved.demand.own_price_elasticities;
        elasticities[baseline.find_product(product->product)] = value(parameter.name);
    }
    return resolved;
}

}  // namespace cellbook
