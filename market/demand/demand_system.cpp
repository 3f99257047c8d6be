#include "market/demand/demand_system.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/math/quadrature/gauss.hpp>

#include "market/demand/constant_substitution.hpp"
#include "market/demand/linear_expenditure.hpp"
#include "market/demand/single_equations.hpp"

namespace cellbook {

namespace {

SingleEquationParameters equations(const DemandParameters& parameters) {
    return {.own_price_elasticities = parameters.own_price_elasticities,
            .income_elasticities = parameters.income_elasticities};
}

LinearExpenditure expenditure_system(const DemandParameters& parameters,
                                     const BaselineBasket& baseline) {
    return {baseline,
            {.income_elasticities = parameters.income_elasticities, .frisch = parameters.frisch}};
}

/// The one product that is bought and whose price is not the baseline's; absent: none or several.
std::optional<std::size_t> only_change(const BaselineBasket& baseline, const BudgetSet& budget) {
    std::optional<std::size_t> found;
    if (budget.composite_price != 1) return found;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        if (budget.prices[g] == 1 || baseline.quantities[g] == 0) continue;
        if (found) return std::nullopt;
        found = g;
    }
    return found;
}

bool any_price_changed(const BaselineBasket& baseline, const BudgetSet& budget) {
    if (budget.composite_price != 1 && baseline.composite != 0) return true;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        if (budget.prices[g] != 1 && baseline.quantities[g] != 0) return true;
    }
    return false;
}

template <class System>
WelfareChange exact_change(const System& system, const BaselineBasket& baseline,
                           const BudgetSet& budget) {
    const std::vector<double> ones(budget.prices.size(), 1.0);
    const double outlay = baseline.outlay();
    const BudgetSet before{.prices = ones, .outlay = outlay};
    return {.equivalent = system.expenditure(ones, 1, budget) - outlay,
            .compensating =
                budget.outlay - system.expenditure(budget.prices, budget.composite_price, before)};
}

WelfareChange bounds(const BaselineBasket& baseline, const BudgetSet& budget,
                     const Basket& basket) {
    const double change = budget.outlay - baseline.outlay();
    double old_basket = (budget.composite_price - 1) * baseline.composite;
    double new_basket = (budget.composite_price - 1) * basket.composite;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        old_basket += (budget.prices[g] - 1) * baseline.quantities[g];
        new_basket += (budget.prices[g] - 1) * basket.quantities[g];
    }
    return {.equivalent = change - new_basket,
            .compensating = change - old_basket,
            .exact = !any_price_changed(baseline, budget)};
}

}  // namespace

const std::vector<std::string>& demand_form_names() {
    static const std::vector<std::string> names{"les", "ces", "isoelastic", "linear"};
    return names;
}

std::string_view to_string(DemandForm form) {
    return demand_form_names()[static_cast<std::size_t>(form)];
}

std::optional<DemandForm> parse_demand_form(std::string_view text) {
    const auto& names = demand_form_names();
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<DemandForm>(found - names.begin());
}

void demand(const DemandParameters& parameters, const BaselineBasket& baseline,
            const BudgetSet& budget, Basket& basket) {
    basket.cut = false;
    switch (parameters.form) {
        case DemandForm::les:
            expenditure_system(parameters, baseline).demand(budget, basket);
            return;
        case DemandForm::ces:
            ConstantSubstitution{baseline, parameters.substitution}.demand(budget, basket);
            return;
        case DemandForm::isoelastic:
            isoelastic_demand(baseline, equations(parameters), budget, basket);
            return;
        case DemandForm::linear:
            linear_demand(baseline, equations(parameters), budget, basket);
            return;
    }
}

WelfareChange welfare_change(const DemandParameters& parameters, const BaselineBasket& baseline,
                             const BudgetSet& budget, const Basket& basket) {
    if (basket.cut) return bounds(baseline, budget, basket);
    if (parameters.form == DemandForm::les) {
        return exact_change(expenditure_system(parameters, baseline), baseline, budget);
    }
    if (parameters.form == DemandForm::ces) {
        return exact_change(ConstantSubstitution{baseline, parameters.substitution}, baseline,
                            budget);
    }
    const auto only = only_change(baseline, budget);
    if (parameters.form == DemandForm::isoelastic && only) {
        const double outlay = baseline.outlay();
        const IsoelasticEquation equation{
            .quantity = baseline.quantities[*only],
            .baseline_outlay = outlay,
            .own_price_elasticity = parameters.own_price_elasticities[*only],
            .income_elasticity = parameters.income_elasticities[*only]};
        const double price = budget.prices[*only];
        return {.equivalent = isoelastic_expenditure(equation, 1, price, budget.outlay) - outlay,
                .compensating = budget.outlay - isoelastic_expenditure(equation, price, 1, outlay)};
    }
    return bounds(baseline, budget, basket);
}

double surplus_loss(const DemandParameters& parameters, const BaselineBasket& baseline,
                    std::span<const double> prices) {
    constexpr int parts = 4;
    std::vector<double> between(prices.size());
    std::vector<double> quantities(prices.size());
    const double outlay = baseline.outlay();
    const auto integrand = [&](double way) {
        for (std::size_t g = 0; g < prices.size(); ++g) between[g] = 1 + way * (prices[g] - 1);
        Basket basket{.quantities = quantities};
        demand(parameters, baseline, {.prices = between, .outlay = outlay}, basket);
        double sum = 0;
        for (std::size_t g = 0; g < prices.size(); ++g) sum += (prices[g] - 1) * quantities[g];
        return sum;
    };
    double loss = 0;
    for (int part = 0; part < parts; ++part) {
        constexpr double step = 1.0 / parts;
        loss += boost::math::quadrature::gauss<double, 8>::integrate(integrand, part * step,
                                                                     (part + 1) * step);
    }
    return loss;
}

}  // namespace cellbook
