#include "market/pricing/indicators.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::figure;
using test::for_product;
using test::toy_baseline;

namespace {

struct Toy {
    Baseline baseline = toy_baseline();
    Circle circle{baseline};

    [[nodiscard]] std::vector<Indicator> figures(const Policy& policy,
                                                 const ModelParameters& parameters) const {
        const Solution solution = solve(circle, policy, parameters);
        REQUIRE(solution.converged);
        return indicators({circle, policy, parameters, solution});
    }
    [[nodiscard]] std::vector<Indicator> figures(const Policy& policy) const {
        return figures(policy, test::toy_parameters(baseline));
    }
};

}  // namespace

TEST_CASE("the figures of the baseline are those of the book, reckoned by hand") {
    const Toy toy;
    const auto figures = toy.figures({});
    const struct {
        std::string name;
        double expected;
    } cases[] = {
        {"product.bread.price", 2},
        {"product.bread.quantity", 165},
        {"product.bread.revenue", 330},
        {"product.bread.tax", 0},
        {"product.bread.profit", 330 * (1 - (216.0 + 80 + 36) / 432)},
        {"product.soap.price", 1},  // no quantity is recorded: a factor
        {"product.soap.quantity", 102},
        {"product.sauna.profit", 120 - 30 - 12},
        {"households.income", 600 + 459 + 530},
        {"households.outlay", 440 + 270 + 370},
        {"households.broke", 0},
        {"households.ev", 0},
        {"households.cv", 0},
        {"households.surplus", 0},
        {"businesses.sales", 432 + 120},
        {"businesses.profit", 432 - 332 + 120 - 42},
        {"sections.receipts", 126 + 40},
        {"sections.north.receipts", 126},
        {"sections.south.receipts", 40},
        {"sections.new_taxes", 0},
        {"state.allowances", 100},
        {"outside.received", 400 + 300 + 500 + 69},
        {"outside.paid", 216 + 30 + 40 + 200 + 90 + 250},
        {"rents.paid", 70},
        {"rents.section.north.paid", 70},
        {"cells.sales", 1000},
        {"cells.tax", 50},
        {"cells.price", 1},
        {"cells.turnover", 1},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        CHECK(figure(figures, each.name) == Approx(each.expected).margin(1e-9));
    }
    // The mean difference of three incomes by twice their mean.
    CHECK(figure(figures, "households.gini") ==
          Approx(2 * (600 - 459) / (3.0 * (600 + 459 + 530))));
}

TEST_CASE("figures are the same ones in the same order, each name once, whatever the policy") {
    const Toy toy;
    const auto base = toy.figures({});
    std::set<std::string> names;
    for (const Indicator& each : base) names.insert(each.name);
    CHECK(names.size() == base.size());
    for (const Policy& policy :
         {for_product(toy.baseline, "bread", {.price = 1.3}), Policy{.cell_sale_tax = 0.3},
          for_product(toy.baseline, "bread", {.market = {.ceiling = 0.5}}),
          Policy{.people = test::for_agent(toy.baseline, "south", 0)}}) {
        const auto other = toy.figures(policy);
        REQUIRE(other.size() == base.size());
        for (std::size_t i = 0; i < base.size(); ++i) {
            CHECK(other[i].name == base[i].name);
            CHECK(other[i].unit == base[i].unit);
        }
    }
}

TEST_CASE("a tax shows in the price, its revenue and the section's receipts") {
    const Toy toy;
    const auto parameters =
        test::toy_parameters(toy.baseline, DemandForm::isoelastic, test::partial_closure);
    const auto figures =
        toy.figures(for_product(toy.baseline, "bread", {.market = {.tax = 0.1}}), parameters);
    const double left = std::pow(1.1, parameters.demand.own_price_elasticities.front());
    CHECK(figure(figures, "product.bread.price") == Approx(2.2));
    CHECK(figure(figures, "product.bread.quantity") == Approx(165 * left));
    CHECK(figure(figures, "product.bread.revenue") == Approx(330 * left));
    CHECK(figure(figures, "product.bread.tax") == Approx(33 * left));
    CHECK(figure(figures, "sections.new_taxes") == Approx(33 * left));
    // Of the shop's sales the section takes a twelfth.
    CHECK(figure(figures, "sections.north.receipts") ==
          Approx(126 + 33 * left - (330 - 330 * left) / 12));
}

TEST_CASE("a dearer product costs its buyers welfare, and sections and fifths add up to it") {
    const Toy toy;
    const auto parameters =
        test::toy_parameters(toy.baseline, DemandForm::ces, test::partial_closure);
    const auto figures =
        toy.figures(for_product(toy.baseline, "bread", {.price = 1.2}), parameters);
    // CES: EV = m (1/P - 1), with P the cost of living of ana and of bea.
    double expected = 0;
    const double s = parameters.demand.substitution;
    for (const auto& [bread, outlay] : {std::pair{180.0, 440.0}, std::pair{150.0, 270.0}}) {
        const double share = bread / outlay;
        const double index = std::pow(share * std::pow(1.2, 1 - s) + 1 - share, 1 / (1 - s));
        expected += outlay * (1 / index - 1);
    }
    CHECK(figure(figures, "households.ev") == Approx(expected));
    CHECK(figure(figures, "households.section.north.ev") == Approx(expected));
    CHECK(figure(figures, "households.section.south.ev") == Approx(0).margin(1e-9));
    double fifths = 0;
    for (int fifth = 1; fifth <= 5; ++fifth) {
        fifths += figure(figures, "households.fifth." + std::to_string(fifth) + ".ev");
    }
    CHECK(fifths == Approx(expected));
    // CV, the surplus and EV lie in their order for a rise (Willig 1976).
    CHECK(figure(figures, "households.cv") < figure(figures, "households.surplus"));
    CHECK(figure(figures, "households.surplus") < figure(figures, "households.ev"));
}

TEST_CASE("goods given count in welfare at their cost") {
    auto payments = test::toy_payments();
    std::erase_if(payments,
                  [](const test::ToyPayment& payment) { return payment.kind == "food_allowance"; });
    const Toy toy{.baseline = toy_baseline(payments)};
    const auto figures = toy.figures({.allowance = 1.5});
    CHECK(figure(figures, "households.ev") == Approx(20));
    CHECK(figure(figures, "households.section.south.ev") == Approx(20));
    CHECK(figure(figures, "state.allowances") == Approx(60));
}

TEST_CASE("welfare is marked as a bound where demand is not integrable, and nowhere else") {
    const Toy toy;
    Policy both = for_product(toy.baseline, "bread", {.price = 1.2});
    both.products[toy.baseline.find_product("soap")].price = 1.1;
    const auto bounds = [&](DemandForm form) {
        std::set<bool> marks;
        for (const Indicator& each : toy.figures(both, test::toy_parameters(toy.baseline, form))) {
            if (each.name.ends_with(".ev") || each.name.ends_with(".cv")) {
                marks.insert(each.is_bound);
                CHECK(each.is_change);
            } else {
                CHECK_FALSE(each.is_bound);
            }
        }
        return marks;
    };
    CHECK(bounds(DemandForm::les) == std::set<bool>{false});
    CHECK(bounds(DemandForm::ces) == std::set<bool>{false});
    CHECK(bounds(DemandForm::isoelastic) == std::set<bool>{true});
    CHECK(bounds(DemandForm::linear) == std::set<bool>{true});
}

TEST_CASE("who cannot pay what is committed is counted") {
    const Toy toy;
    // A section that spent what it takes would give its people back what they owe.
    const auto parameters = test::toy_parameters(toy.baseline, DemandForm::les,
                                                 {.incomes = true, .section_budgets = false});
    const auto figures =
        toy.figures({.dues = test::for_agent(toy.baseline, "south", 100)}, parameters);
    CHECK(figure(figures, "households.broke") == 1);
}

TEST_CASE("short names are the last part of a party's name") {
    CHECK(short_name("sections:posta") == "posta");
    CHECK(short_name("a:b:c") == "c");
    CHECK(short_name("posta") == "posta");
}
