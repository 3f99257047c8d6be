#include "market/demand/demand_system.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "market/demand/constant_substitution.hpp"
#include "market/demand/linear_expenditure.hpp"
#include "market/demand/single_equations.hpp"

using namespace cellbook;

namespace {

struct Household {
    std::vector<double> quantities{30, 20, 0};
    double composite = 50;
    [[nodiscard]] BaselineBasket baseline() const { return {quantities, composite}; }
};

DemandParameters parameters(DemandForm form) {
    return {.form = form,
            .own_price_elasticities = {-0.7, -1.4, -1},
            .income_elasticities = {0.6, 1.3, 1},
            .frisch = -2.5,
            .substitution = 0.7};
}

constexpr std::array forms{DemandForm::les, DemandForm::ces, DemandForm::isoelastic,
                           DemandForm::linear};

struct Bought {
    std::vector<double> quantities;
    double composite = 0;
    bool cut = false;
};

Bought buy(const DemandParameters& with, const BaselineBasket& baseline, const BudgetSet& budget) {
    Bought bought{.quantities = std::vector<double>(baseline.quantities.size())};
    Basket basket{.quantities = bought.quantities};
    demand(with, baseline, budget, basket);
    bought.composite = basket.composite;
    bought.cut = basket.cut;
    return bought;
}

}  // namespace

TEST_CASE("every system gives back the baseline at its own prices and outlay") {
    const Household household;
    const std::vector<double> ones(3, 1.0);
    for (const DemandForm form : forms) {
        INFO(to_string(form));
        const Bought same = buy(parameters(form), household.baseline(), {ones, 100});
        CHECK(same.quantities[0] == Approx(30).epsilon(1e-13));
        CHECK(same.quantities[1] == Approx(20).epsilon(1e-13));
        CHECK(same.quantities[2] == 0);
        CHECK(same.composite == Approx(50).epsilon(1e-13));
        CHECK_FALSE(same.cut);
    }
}

TEST_CASE("what is spent on one thing is not spent on another: the budget binds") {
    const Household household;
    const std::vector<double> prices{1.5, 0.8, 2.0};
    for (const DemandForm form : forms) {
        for (const double outlay : {100.0, 60.0, 140.0, 5.0}) {
            INFO(to_string(form) << " with " << outlay);
            const Bought bought = buy(parameters(form), household.baseline(),
                                      {.prices = prices, .outlay = outlay, .composite_price = 1.1});
            double spent = 1.1 * bought.composite;
            for (std::size_t g = 0; g < 3; ++g) spent += prices[g] * bought.quantities[g];
            CHECK(spent == Approx(outlay).epsilon(1e-12));
        }
    }
}

TEST_CASE("elasticities at the baseline are those asked for, or those the system implies") {
    const Household household;
    constexpr double step = 1e-6;
    const auto own = [&](DemandForm form, std::size_t product) {
        std::vector<double> up(3, 1.0);
        std::vector<double> down(3, 1.0);
        up[product] = std::exp(step);
        down[product] = std::exp(-step);
        const auto above = buy(parameters(form), household.baseline(), {up, 100});
        const auto below = buy(parameters(form), household.baseline(), {down, 100});
        return std::log(above.quantities[product] / below.quantities[product]) / (2 * step);
    };
    CHECK(own(DemandForm::isoelastic, 0) == Approx(-0.7).epsilon(1e-6));
    CHECK(own(DemandForm::linear, 1) == Approx(-1.4).epsilon(1e-6));
    // -b + (1 - b) n / f with b = n w.
    CHECK(own(DemandForm::les, 0) ==
          Approx(implied_own_price_elasticity(0.3, 0.6, -2.5)).epsilon(1e-6));
    CHECK(own(DemandForm::les, 1) ==
          Approx(implied_own_price_elasticity(0.2, 1.3, -2.5)).epsilon(1e-6));
    // -s + (s - 1) w, and so -s for a small share.
    CHECK(own(DemandForm::ces, 0) == Approx(-0.7 + (0.7 - 1) * 0.3).epsilon(1e-6));

    const auto income = [&](DemandForm form, std::size_t product) {
        const std::vector<double> ones(3, 1.0);
        const auto above =
            buy(parameters(form), household.baseline(), {ones, 100 * std::exp(step)});
        const auto below =
            buy(parameters(form), household.baseline(), {ones, 100 * std::exp(-step)});
        return std::log(above.quantities[product] / below.quantities[product]) / (2 * step);
    };
    CHECK(income(DemandForm::les, 0) == Approx(0.6).epsilon(1e-6));
    CHECK(income(DemandForm::les, 1) == Approx(1.3).epsilon(1e-6));
    CHECK(income(DemandForm::ces, 1) == Approx(1).epsilon(1e-6));
    CHECK(income(DemandForm::isoelastic, 1) == Approx(1.3).epsilon(1e-6));
}

// U = sqrt(x y), income 100, the price of x from 1 to 2. e(p, u) = 2 u sqrt(p_x p_y), so
// EV = 100 / sqrt 2 - 100, CV = 100 - 100 sqrt 2, and demand 50 / p_x gives a surplus of 50 ln 2.
TEST_CASE("the square root utility has its closed forms of EV, CV and consumers' surplus") {
    const std::vector<double> quantities{50, 50};
    const BaselineBasket baseline{quantities, 0};
    const std::vector<double> prices{2, 1};
    const BudgetSet budget{.prices = prices, .outlay = 100};
    std::vector<DemandParameters> cobb_douglas(3);
    for (auto& each : cobb_douglas) {
        each.own_price_elasticities = {-1, -1};
        each.income_elasticities = {1, 1};
    }
    cobb_douglas[0].form = DemandForm::ces;
    cobb_douglas[0].substitution = 1;
    cobb_douglas[1].form = DemandForm::les;
    cobb_douglas[1].frisch = -1;  // nothing is committed
    cobb_douglas[2].form = DemandForm::isoelastic;
    for (const auto& with : cobb_douglas) {
        INFO(to_string(with.form));
        const Bought bought = buy(with, baseline, budget);
        CHECK(bought.quantities[0] == Approx(25).epsilon(1e-12));
        std::vector<double> room = bought.quantities;
        const WelfareChange change = welfare_change(with, baseline, budget, {.quantities = room});
        CHECK(change.exact);
        CHECK(change.equivalent == Approx(100 / std::numbers::sqrt2 - 100).epsilon(1e-12));
        CHECK(change.compensating == Approx(100 - 100 * std::numbers::sqrt2).epsilon(1e-12));
        CHECK(surplus_loss(with, baseline, prices) ==
              Approx(50 * std::numbers::ln2).epsilon(1e-12));
    }
    CHECK(isoelastic_surplus_loss(50, -1, 2) == Approx(50 * std::numbers::ln2).epsilon(1e-14));
}

TEST_CASE("expenditure functions obey Shephard's lemma: their slope is the quantity bought") {
    const Household household;
    const std::vector<double> prices{1.3, 0.9, 1.0};
    const BudgetSet budget{.prices = prices, .outlay = 120};
    constexpr double step = 1e-5;
    for (const DemandForm form : {DemandForm::les, DemandForm::ces}) {
        INFO(to_string(form));
        const DemandParameters with = parameters(form);
        const auto cost = [&](double first_price) {
            const std::vector<double> at{first_price, 0.9, 1.0};
            if (form == DemandForm::ces) {
                return ConstantSubstitution{household.baseline(), with.substitution}.expenditure(
                    at, 1, budget);
            }
            return LinearExpenditure{household.baseline(), {with.income_elasticities, with.frisch}}
                .expenditure(at, 1, budget);
        };
        const double slope = (cost(1.3 + step) - cost(1.3 - step)) / (2 * step);
        CHECK(slope == Approx(buy(with, household.baseline(), budget).quantities[0]).epsilon(1e-8));
        CHECK(cost(1.3) == Approx(120).epsilon(1e-13));
    }
}

TEST_CASE("where several prices change, single equations bound welfare from one side") {
    const Household household;
    const std::vector<double> prices{1.4, 1.2, 1};
    const BudgetSet budget{.prices = prices, .outlay = 100};
    const DemandParameters with = parameters(DemandForm::isoelastic);
    Bought bought = buy(with, household.baseline(), budget);
    const WelfareChange change =
        welfare_change(with, household.baseline(), budget,
                       {.quantities = bought.quantities, .composite = bought.composite});
    CHECK_FALSE(change.exact);
    // At least the loss on the old basket, at most that on the new one.
    CHECK(change.compensating == Approx(-(0.4 * 30 + 0.2 * 20)));
    CHECK(change.equivalent > change.compensating);
    // An integrable system with the same baseline lies within its own bounds.
    const DemandParameters les = parameters(DemandForm::les);
    const Bought les_bought = buy(les, household.baseline(), budget);
    double at_new = 0;
    for (std::size_t g = 0; g < 3; ++g) at_new -= (prices[g] - 1) * les_bought.quantities[g];
    std::vector<double> room = les_bought.quantities;
    const WelfareChange exact =
        welfare_change(les, household.baseline(), budget, {.quantities = room});
    CHECK(exact.exact);
    CHECK(exact.equivalent <= at_new);
    CHECK(exact.compensating >= change.compensating);
}

TEST_CASE("no change of price or outlay is no change of welfare") {
    const Household household;
    const std::vector<double> ones(3, 1.0);
    for (const DemandForm form : forms) {
        std::vector<double> room = household.quantities;
        const WelfareChange change =
            welfare_change(parameters(form), household.baseline(), {ones, 100},
                           {.quantities = room, .composite = household.composite});
        CHECK(std::abs(change.equivalent) < 1e-12);
        CHECK(std::abs(change.compensating) < 1e-12);
        CHECK(change.exact);
    }
}

TEST_CASE("forms are told by their names") {
    for (const DemandForm form : forms) CHECK(parse_demand_form(to_string(form)) == form);
    CHECK_FALSE(parse_demand_form("aids"));
}
