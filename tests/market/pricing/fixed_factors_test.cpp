#include "market/pricing/fixed_factors.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "market/pricing/cell_price.hpp"
#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::toy_baseline;

namespace {

struct Toy {
    Baseline baseline = toy_baseline();
    Circle circle{baseline};
    ModelParameters parameters = test::toy_parameters(baseline);

    /// The factor of the first payment of that sort.
    [[nodiscard]] double factor(const Policy& policy, const std::string& payer,
                                const std::string& kind) const {
        const FixedFactors factors{circle, policy, parameters};
        for (const Payment& payment : baseline.payments) {
            if (baseline.agents[payment.payer].name == payer &&
                baseline.kinds[payment.kind] == kind) {
                return factors.of(payment);
            }
        }
        FAIL("no such payment");
        return 0;
    }
    [[nodiscard]] double cell_tax(double tax) const {
        const Policy policy{.cell_sale_tax = tax};
        const Solution solution = solve(circle, policy, parameters);
        return test::figure(indicators({circle, policy, parameters, solution}), "cells.tax");
    }
};

}  // namespace

TEST_CASE("each policy moves the payments that it is about, and no other") {
    const Toy toy;
    const Baseline& baseline = toy.baseline;
    const Policy none{};
    const Policy family{.family_income = 0.7};
    const Policy allowance{.allowance = 2};
    const Policy exchange{.exchange_rate = 1.5};
    const Policy dearer{.outside_cost = 1.2};
    const Policy dues{.dues = test::for_agent(baseline, "north", 1.5)};
    const Policy entry{.entry = test::for_agent(baseline, "south", 3)};
    const Policy rents{.rents = test::for_agent(baseline, "north", 1.1)};
    const Policy people{.people = test::for_agent(baseline, "north", 1.25)};
    const struct {
        const Policy& policy;
        std::string payer;
        std::string kind;
        double expected;
    } cases[] = {
        {none, "ana", "section_dues", 1},
        {family, "families", "family_income", 0.7},
        {family, "families", "family_transfer", 0.7},
        {family, "state", "food_allowance", 1},
        {allowance, "state", "food_allowance", 2},
        {allowance, "state", "food_allowance_in_kind", 2},
        {exchange, "families", "family_income", 1},
        {exchange, "families", "family_transfer", 1.5},  // it comes in dollars
        {exchange, "shop", "purchase_outside", 1 + toy.parameters.exchange_pass_through * 0.5},
        {dearer, "shop", "purchase_outside", 1.2},
        {dearer, "ana", "support_sent", 1},
        {dues, "ana", "section_dues", 1.5},
        {dues, "cid", "section_dues", 1},
        {dues, "shop", "section_dues", 1},  // a share of sales, no head
        {dues, "cid", "section_entry", 1},
        {entry, "cid", "section_entry", 3},
        {entry, "cid", "section_dues", 1},
        {rents, "bea", "cell_rent", 1.1},
        {rents, "bea", "cell_sale", 1.1},
        {people, "bea", "cell_rent", 1.25},
        {people, "ana", "section_dues", 1.25},
        {people, "state", "food_allowance", 1.25},
        {people, "state", "food_allowance_in_kind", 1},  // of the south
        {people, "bea", "cell_sale", 1},
    };
    for (const auto& each : cases) {
        INFO(each.kind << " by " << each.payer);
        CHECK(toy.factor(each.policy, each.payer, each.kind) == Approx(each.expected));
    }
}

TEST_CASE("people are copies of households, whoever else stays one") {
    const Toy toy;
    const Policy people{.people = test::for_agent(toy.baseline, "north", 1.25)};
    const FixedFactors factors{toy.circle, people, toy.parameters};
    CHECK(factors.copies(toy.baseline.find_agent("ana")) == 1.25);
    CHECK(factors.copies(toy.baseline.find_agent("cid")) == 1);
    CHECK(factors.copies(toy.baseline.find_agent("shop")) == 1);
    CHECK(factors.copies(toy.baseline.find_agent("north")) == 1);
}

TEST_CASE("a tax on cells is shared out between seller and section, and capitalised") {
    const Toy toy;
    const double tax = 0.2;
    const Policy policy{.cell_sale_tax = tax};
    const FixedFactors factors{toy.circle, policy, toy.parameters};
    const CellPriceTerms terms{.discount_rate = toy.parameters.discount_rate,
                               .loss_risk = toy.parameters.loss_risk,
                               .stay_years = toy.parameters.stay_years,
                               .sale_tax = 0.05};
    CHECK(factors.cell_price_factor() == Approx(price_under_tax(terms, tax)));
    CHECK(factors.cell_price_factor() < 1);
    CHECK(factors.turnover_factor() ==
          Approx(std::pow(0.8 / 0.95, toy.parameters.turnover_elasticity)));
    double gross = 0;
    double levy = 0;
    for (const Payment& payment : toy.baseline.payments) {
        if (payment.behaviour != Behaviour::capital) continue;
        const auto share = factors.cell_share(payment);
        CHECK(share.added_tax == 0);
        gross += payment.amount * share.factor;
        if (toy.baseline.agents[payment.payee].sector == Sector::sections) {
            levy += payment.amount * share.factor;
        }
    }
    CHECK(gross == Approx(1000));
    CHECK(levy == Approx(200));
}

TEST_CASE("where no levy was booked, the tax is an added payment and the seller gets the rest") {
    auto payments = test::toy_payments();
    std::erase_if(payments, [](const test::ToyPayment& payment) {
        return payment.kind == "cell_sale" && payment.payee == "north";
    });
    Toy toy{.baseline = toy_baseline(payments)};
    const Policy policy{.cell_sale_tax = 0.1};
    const Solution solution = solve(toy.circle, policy, toy.parameters);
    const double sold = 950 * solution.cell_price_factor * solution.turnover_factor;
    CHECK(test::paid(toy.baseline, solution, {"bea", "ana", "cell_sale"}) == Approx(0.9 * sold));
    CHECK(test::added(solution, AddedPayment::Sort::cell_tax) == Approx(0.1 * sold));
}

TEST_CASE("a tax on cells yields nothing at zero and most somewhere below all") {
    const Toy toy;
    CHECK(toy.cell_tax(0) == Approx(0).margin(1e-12));
    constexpr int steps = 100;
    double most = 0;
    int at = 0;
    for (int i = 1; i < steps; ++i) {
        const double revenue = toy.cell_tax(static_cast<double>(i) / steps);
        CHECK(revenue > 0);
        if (revenue > most) {
            most = revenue;
            at = i;
        }
    }
    CHECK(at > 5);
    CHECK(at < steps - 5);
    CHECK(toy.cell_tax(0.05) == Approx(50));  // as it was
}
