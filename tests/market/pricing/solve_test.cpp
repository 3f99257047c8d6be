#include "market/pricing/solve.hpp"

#include <Eigen/Dense>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::added;
using test::for_product;
using test::paid;
using test::toy_baseline;
using test::toy_parameters;
using Sort = AddedPayment::Sort;

namespace {

constexpr std::array forms{DemandForm::les, DemandForm::ces, DemandForm::isoelastic,
                           DemandForm::linear};
constexpr std::array<Closure, 3> closures{
    Closure{}, Closure{.incomes = true, .section_budgets = false}, test::partial_closure};

/// Policies of every sort, to hold properties against.
std::vector<Policy> policies(const Baseline& baseline) {
    std::vector<Policy> all{
        for_product(baseline, "bread", {.price = 1.2}),
        for_product(baseline, "bread", {.market = {.tax = 0.1}}),
        for_product(baseline, "soap", {.market = {.subsidy = 0.2}}),
        for_product(baseline, "bread", {.market = {.limit = 250}}),
        for_product(baseline, "bread", {.market = {.limit = 250, .limit_rule = LimitRule::ration}}),
        for_product(baseline, "sauna", {.market = {.ceiling = 0.8}}),
    };
    all.push_back({.outside_cost = 1.3});
    all.push_back({.exchange_rate = 1.2});
    all.push_back({.family_income = 0.8});
    all.push_back({.allowance = 2});
    all.push_back({.people = test::for_agent(baseline, "north", 1.25)});
    all.push_back({.dues = test::for_agent(baseline, "north", 1.5)});
    all.push_back({.rents = test::for_agent(baseline, "north", 1.5)});
    all.push_back({.cell_sale_tax = 0.2});
    return all;
}

Solution settled(const Circle& circle, const Policy& policy, const ModelParameters& parameters) {
    Solution solution = solve(circle, policy, parameters);
    INFO(solution.worst << " moved by " << solution.last_change);
    CHECK(solution.converged);
    return solution;
}

double size_of(double value) {
    return std::max(1.0, std::abs(value));
}

}  // namespace

TEST_CASE("without a policy every payment of the baseline comes back") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const DemandForm form : forms) {
        for (const Closure& closure : closures) {
            INFO(to_string(form) << (closure.incomes ? "" : ", partial"));
            const Solution solution = settled(circle, {}, toy_parameters(baseline, form, closure));
            for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
                CHECK(std::abs(solution.paid[i] - baseline.payments[i].amount) < 1e-9);
                CHECK(solution.quantity_factors[i] == Approx(1).epsilon(1e-12));
            }
            for (const AddedPayment& payment : solution.added) {
                CHECK(std::abs(payment.amount) < 1e-9);
            }
            for (const ProductSolution& product : solution.products) {
                CHECK(product.market.buyer_price == Approx(1));
                CHECK(product.market.state == MarketState::clears);
            }
        }
    }
}

TEST_CASE("doubling all money doubles every answer and moves no relative price") {
    const Baseline baseline = toy_baseline();
    const Baseline doubled = toy_baseline(test::toy_payments(), 2);
    const Circle circle{baseline};
    const Circle twice{doubled};
    const auto ones = policies(baseline);
    auto others = policies(doubled);
    for (std::size_t p = 0; p < ones.size(); ++p) {
        INFO("policy " << p);
        // A limit is spending at the baseline's prices: money too.
        for (ProductPolicy& product : others[p].products) {
            if (product.market.limit) *product.market.limit *= 2;
        }
        const Solution one = settled(circle, ones[p], toy_parameters(baseline));
        const Solution two = settled(twice, others[p], toy_parameters(doubled));
        for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
            CHECK(std::abs(two.paid[i] - 2 * one.paid[i]) < 1e-8 * size_of(one.paid[i]));
        }
        for (std::size_t g = 0; g < baseline.products.size(); ++g) {
            CHECK(two.products[g].market.buyer_price ==
                  Approx(one.products[g].market.buyer_price).epsilon(1e-9));
        }
    }
}

TEST_CASE("the order of payments and of agents does not matter") {
    const Baseline baseline = toy_baseline();
    auto payments = test::toy_payments();
    std::ranges::reverse(payments);
    const Baseline turned = toy_baseline(payments, 1, [](const std::string& name) {
        return std::string(1, static_cast<char>('z' - (name[0] - 'a'))) + name;
    });
    REQUIRE(turned.agents.front().name != baseline.agents.front().name);
    const Circle circle{baseline};
    const Circle other{turned};
    const std::size_t last = baseline.payments.size() - 1;
    for (const std::string product : {"bread", "soap", "sauna"}) {
        for (const ProductPolicy& policy :
             {ProductPolicy{.price = 1.3}, ProductPolicy{.market = {.tax = 0.2}},
              ProductPolicy{.market = {.ceiling = 0.7}}}) {
            const Solution one =
                settled(circle, for_product(baseline, product, policy), toy_parameters(baseline));
            const Solution two =
                settled(other, for_product(turned, product, policy), toy_parameters(turned));
            for (std::size_t i = 0; i <= last; ++i) {
                CHECK(std::abs(one.paid[i] - two.paid[last - i]) < 1e-8 * size_of(one.paid[i]));
            }
        }
    }
}

TEST_CASE("a section that a policy does not reach stays what it was in partial analysis") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const DemandForm form : forms) {
        const Solution solution =
            settled(circle, for_product(baseline, "bread", {.market = {.tax = 0.3}}),
                    toy_parameters(baseline, form, test::partial_closure));
        for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
            const Payment& payment = baseline.payments[i];
            const Place south = baseline.find_agent("south");
            if (baseline.agents[payment.payer].section != south) continue;
            CHECK(solution.paid[i] == Approx(payment.amount).epsilon(1e-12));
        }
        CHECK(paid(baseline, solution, {"ana", "shop", "shop_sale", 0, "bread"}) < 180);
    }
}

TEST_CASE("partial analysis leaves incomes as they were") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const Policy& policy : policies(baseline)) {
        if (!policy.people.empty()) continue;
        const Solution solution = settled(
            circle, policy, toy_parameters(baseline, DemandForm::les, test::partial_closure));
        for (std::size_t h = 0; h < circle.households().size(); ++h) {
            CHECK(solution.outlays[h] == Approx(circle.households()[h].outlay));
        }
        CHECK(paid(baseline, solution, {"shop", "ana", "owner_drawings"}) == Approx(90));
        CHECK(paid(baseline, solution, {"north", "bea", "section_wage"}) == Approx(30));
    }
}

TEST_CASE("every budget binds and what all lend adds up to nothing, whatever the policy") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const DemandForm form : forms) {
        const auto all = policies(baseline);
        for (std::size_t p = 0; p < all.size(); ++p) {
            INFO(to_string(form) << ", policy " << p);
            const Solution solution = settled(circle, all[p], toy_parameters(baseline, form));
            CHECK(solution.budget_residual < 1e-7);
            CHECK(std::abs(solution.redundant_residual) < 1e-7);
        }
    }
}

TEST_CASE("a limit is priced, or custom is turned away at the old price") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const ModelParameters parameters = toy_parameters(baseline);
    const auto bread = baseline.find_product("bread");
    const Solution priced =
        settled(circle, for_product(baseline, "bread", {.market = {.limit = 250}}), parameters);
    const MarketOutcome& scarce = priced.products[bread].market;
    CHECK(scarce.state == MarketState::scarce);
    CHECK(scarce.traded == Approx(250));
    CHECK(scarce.buyer_price > 1.1);
    CHECK(scarce.scarcity_rent == Approx(scarce.buyer_price - 1));
    CHECK(paid(baseline, priced, {"ana", "shop", "shop_sale", 0, "bread"}) +
              paid(baseline, priced, {"bea", "shop", "shop_sale", 0, "bread"}) ==
          Approx(250 * scarce.seller_price));
    const Solution turned_away = settled(
        circle,
        for_product(baseline, "bread", {.market = {.limit = 250, .limit_rule = LimitRule::ration}}),
        parameters);
    const ProductSolution& rationed = turned_away.products[bread];
    CHECK(rationed.market.state == MarketState::rationed);
    CHECK(rationed.market.buyer_price == Approx(1));
    CHECK(rationed.market.traded == Approx(250));
    CHECK(rationed.virtual_price > 1.1);
    CHECK(paid(baseline, turned_away, {"ana", "shop", "shop_sale", 0, "bread"}) +
              paid(baseline, turned_away, {"bea", "shop", "shop_sale", 0, "bread"}) ==
          Approx(250));
}

TEST_CASE("a ceiling below cost stops supply, nothing is paid and the outlay goes elsewhere") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const DemandForm form : forms) {
        INFO(to_string(form));
        const Solution solution =
            settled(circle, for_product(baseline, "bread", {.market = {.ceiling = 0.9}}),
                    toy_parameters(baseline, form, test::partial_closure));
        const MarketOutcome& market = solution.products[baseline.find_product("bread")].market;
        CHECK(market.state == MarketState::stopped);
        CHECK(market.traded == 0);
        CHECK(paid(baseline, solution, {"ana", "shop", "shop_sale", 0, "bread"}) == 0);
        CHECK(paid(baseline, solution, {"bea", "shop", "shop_sale", 0, "bread"}) == 0);
        CHECK(paid(baseline, solution, {"ana", "shop", "shop_sale", 0, "soap"}) == Approx(60));
        CHECK(paid(baseline, solution, {"ana", "abroad", "support_sent"}) == Approx(200 + 180));
        CHECK(solution.budget_residual < 1e-9);
    }
}

TEST_CASE("a tax's revenue arrives at the section, and at constant cost consumers pay it") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const Closure& closure : closures) {
        const Solution solution =
            settled(circle, for_product(baseline, "bread", {.market = {.tax = 0.1}}),
                    toy_parameters(baseline, DemandForm::les, closure));
        const MarketOutcome& market = solution.products[baseline.find_product("bread")].market;
        CHECK(market.seller_price == Approx(1));
        CHECK(market.buyer_price == Approx(1.1));
        CHECK(added(solution, Sort::tax) == Approx(0.1 * market.traded));
        CHECK(market.traded < 330);
        for (const AddedPayment& payment : solution.added) {
            if (payment.sort != Sort::tax) continue;
            CHECK(payment.payee == baseline.find_agent("north"));
        }
    }
    // A section that spends by its rule passes the revenue on; one that keeps it does not.
    const auto spending = [&](const Closure& closure) {
        const Solution solution =
            settled(circle, for_product(baseline, "bread", {.market = {.tax = 0.1}}),
                    toy_parameters(baseline, DemandForm::les, closure));
        return paid(baseline, solution, {"north", "abroad", "section_spending"});
    };
    CHECK(spending(closures[0]) > 40);
    CHECK(spending(closures[1]) == Approx(40));
}

TEST_CASE("a subsidy lowers what buyers pay, and the section pays it") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Solution solution =
        settled(circle, for_product(baseline, "bread", {.market = {.subsidy = 0.15}}),
                toy_parameters(baseline));
    const MarketOutcome& market = solution.products[baseline.find_product("bread")].market;
    CHECK(market.seller_price == Approx(1));
    CHECK(market.buyer_price == Approx(0.85));
    CHECK(market.traded > 330);
    CHECK(added(solution, Sort::subsidy) == Approx(0.15 * market.traded));
    for (const AddedPayment& payment : solution.added) {
        if (payment.sort == Sort::subsidy) CHECK(payment.payer == baseline.find_agent("north"));
    }
    CHECK(paid(baseline, solution, {"north", "bea", "section_wage"}) < 30);
}

TEST_CASE("what a price takes from its buyers follows its demand's elasticity") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    ModelParameters parameters =
        toy_parameters(baseline, DemandForm::isoelastic, test::partial_closure);
    for (const double elasticity : {-0.5, -1.0, -1.5}) {
        std::ranges::fill(parameters.demand.own_price_elasticities, elasticity);
        const Solution solution =
            settled(circle, for_product(baseline, "bread", {.price = 1.2}), parameters);
        CHECK(paid(baseline, solution, {"ana", "shop", "shop_sale", 0, "bread"}) ==
              Approx(180 * std::pow(1.2, 1 + elasticity)));
    }
}

TEST_CASE("a dearer outside world raises prices by the share of purchases in their cost") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Solution solution = settled(circle, {.outside_cost = 1.5}, toy_parameters(baseline));
    // 216 of the shop's 432 are bought outside, 30 of the bath's 120; nine tenths are passed on.
    CHECK(solution.products[baseline.find_product("bread")].market.buyer_price ==
          Approx(1 + 0.9 * 0.5 * 0.5));
    CHECK(solution.products[baseline.find_product("sauna")].market.buyer_price ==
          Approx(1 + 0.9 * 0.25 * 0.5));
}

TEST_CASE("with more people, all that is by head or by household grows with them") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    Policy policy{.people = std::vector<double>(baseline.agents.size(), 1.5)};
    const Solution solution =
        settled(circle, policy, toy_parameters(baseline, DemandForm::les, test::partial_closure));
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        const Payment& payment = baseline.payments[i];
        const bool by_household = circle.household_of(payment.payer) != nowhere;
        const bool given = payment.behaviour == Behaviour::exogenous;
        if (payment.behaviour == Behaviour::capital || !(by_household || given)) continue;
        CHECK(solution.paid[i] == Approx(1.5 * payment.amount));
    }
    CHECK(paid(baseline, solution, {"shop", "abroad", "purchase_outside"}) ==
          Approx(216 * (1.5 * 420 + 1.5 * 12) / 432));
    // Nobody left buys nothing.
    policy.people = test::for_agent(baseline, "south", 0);
    const Solution empty = settled(circle, policy, toy_parameters(baseline));
    CHECK(paid(baseline, empty, {"cid", "bath", "sauna_visit"}) == 0);
    CHECK(empty.outlays[circle.household_of(baseline.find_agent("cid"))] == 0);
}

TEST_CASE("what is drawn from a business that never paid its owner is an added payment") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const ModelParameters parameters = toy_parameters(baseline, DemandForm::isoelastic);
    const Solution solution =
        settled(circle, for_product(baseline, "sauna", {.price = 1.1}), parameters);
    const double profit = paid(baseline, solution, {"cid", "bath", "sauna_visit"}) -
                          paid(baseline, solution, {"bath", "abroad", "purchase_outside"}) -
                          paid(baseline, solution, {"bath", "shop", "shop_sale"});
    CHECK(added(solution, Sort::drawings) ==
          Approx(parameters.payout_share * (profit - (120 - 30 - 12))));
}

TEST_CASE("drawings that were taken back stay what they were while incomes do") {
    auto payments = test::toy_payments();
    payments.push_back({"bath", "cid", "owner_drawings", -25});
    const Baseline baseline = toy_baseline(payments);
    const Circle circle{baseline};
    for (const Closure& closure : closures) {
        const Solution solution =
            settled(circle, {}, toy_parameters(baseline, DemandForm::les, closure));
        CHECK(paid(baseline, solution, {"bath", "cid", "owner_drawings"}) == Approx(-25));
        CHECK(added(solution, Sort::drawings) == Approx(0).margin(1e-9));
    }
}

TEST_CASE("a circle without leakage does not settle, and says what still moves") {
    const Baseline baseline = toy_baseline({{"families", "ana", "family_income", 100},
                                            {"ana", "shop", "shop_sale", 100, "bread", 50},
                                            {"shop", "ana", "wage", 100}});
    const Circle circle{baseline};
    ModelParameters parameters = toy_parameters(baseline);
    parameters.consumption_share = 1;
    const Solution solution = solve(circle, {.family_income = 1.1}, parameters);
    CHECK_FALSE(solution.converged);
    CHECK(solution.worst == "ana");
    CHECK(solution.last_change > 0);
    CHECK(solution.rounds == SolveOptions{}.most_rounds);
}

namespace {

/// What one agent's receipt of a further boliviano makes others receive, prices fixed: reckoned
/// from the baseline alone, without the solver.
Eigen::MatrixXd propensities(const Baseline& baseline, const ModelParameters& parameters) {
    const auto agents = static_cast<Eigen::Index>(baseline.agents.size());
    std::vector<double> outlay(baseline.agents.size(), 0.0);
    std::vector<double> sales(baseline.agents.size(), 0.0);
    std::vector<double> costs(baseline.agents.size(), 0.0);
    std::vector<double> drawn(baseline.agents.size(), 0.0);
    std::vector<double> ruled(baseline.agents.size(), 0.0);
    for (const Payment& payment : baseline.payments) {
        using enum Behaviour;
        const Behaviour by = payment.behaviour;
        if (by == demand || by == income_share) outlay[payment.payer] += payment.amount;
        if (by == input || by == sales_share) costs[payment.payer] += payment.amount;
        if (by == distribution) drawn[payment.payer] += payment.amount;
        if (by == rule) ruled[payment.payer] += payment.amount;
        if (payment.product != nowhere) sales[payment.payee] += payment.amount;
    }
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(agents, agents);
    for (const Payment& payment : baseline.payments) {
        const Place payer = payment.payer;
        double share = 0;
        switch (payment.behaviour) {
            case Behaviour::demand:
            case Behaviour::income_share:
                share = parameters.consumption_share * payment.amount / outlay[payer];
                break;
            case Behaviour::input:
            case Behaviour::sales_share:
                share = payment.amount / sales[payer];
                break;
            case Behaviour::distribution:
                share = parameters.payout_share * (1 - costs[payer] / sales[payer]) *
                        payment.amount / drawn[payer];
                break;
            case Behaviour::rule:
                share = parameters.section_spending * payment.amount / ruled[payer];
                break;
            default:
                break;
        }
        matrix(payment.payee, payer) += share;
    }
    // An owner who drew nothing draws what the business makes more.
    for (Place agent = 0; agent < baseline.agents.size(); ++agent) {
        const Place owner = baseline.agents[agent].owner;
        if (owner == nowhere || drawn[agent] > 0) continue;
        matrix(owner, agent) += parameters.payout_share * (1 - costs[agent] / sales[agent]);
    }
    return matrix;
}

}  // namespace

TEST_CASE("a family income shock moves incomes by the linear multiplier of fixed prices") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    for (const double payout : {1.0, 0.7}) {
        ModelParameters parameters = toy_parameters(baseline, DemandForm::ces);
        parameters.payout_share = payout;
        parameters.section_spending = 0.9;
        const auto agents = static_cast<Eigen::Index>(baseline.agents.size());
        Eigen::VectorXd shock = Eigen::VectorXd::Zero(agents);
        for (const Payment& payment : baseline.payments) {
            const std::string& kind = baseline.kinds[payment.kind];
            if (kind == "family_income" || kind == "family_transfer") {
                shock[payment.payee] += 0.2 * payment.amount;
            }
        }
        const Eigen::MatrixXd rest =
            Eigen::MatrixXd::Identity(agents, agents) - propensities(baseline, parameters);
        const Eigen::VectorXd more = rest.partialPivLu().solve(shock);
        const Solution solution = settled(circle, {.family_income = 1.2}, parameters);
        Eigen::VectorXd received = Eigen::VectorXd::Zero(agents);
        for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
            received[baseline.payments[i].payee] += solution.paid[i] - baseline.payments[i].amount;
        }
        for (const AddedPayment& payment : solution.added) {
            received[payment.payee] += payment.amount;
        }
        REQUIRE(more[baseline.find_agent("shop")] > 1);
        REQUIRE(more[baseline.find_agent("bea")] > 0.2 * 369 + 1);
        for (Place agent = 0; agent < baseline.agents.size(); ++agent) {
            INFO(baseline.agents[agent].name);
            CHECK(received[agent] == Approx(more[agent]).epsilon(1e-9).margin(1e-9));
        }
    }
}

TEST_CASE("a ration below what is asked for at any price has no virtual price, and none is given") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Solution solution = solve(
        circle,
        for_product(baseline, "bread", {.market = {.limit = 150, .limit_rule = LimitRule::ration}}),
        toy_parameters(baseline));
    CHECK_FALSE(solution.converged);
    CHECK(solution.worst == "bread");
    CHECK(solution.rounds < 10);
}

TEST_CASE("limits of one or two products settle, priced or rationed, whatever the demand") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const auto bread = baseline.find_product("bread");
    const auto soap = baseline.find_product("soap");
    for (const DemandForm form : forms) {
        for (const Closure& closure : closures) {
            for (const LimitRule rule : {LimitRule::price, LimitRule::ration}) {
                for (const double share : {0.99, 0.9, 0.7, 0.5}) {
                    for (const double other : {1.0, 0.8}) {
                        // An LES asks for six tenths of its bread first.
                        if (form == DemandForm::les && share < 0.6 && rule == LimitRule::ration) {
                            continue;
                        }
                        INFO(to_string(form) << ", " << share << " of bread, " << other
                                             << " of soap, rule " << static_cast<int>(rule));
                        Policy policy =
                            for_product(baseline, "bread",
                                        {.market = {.limit = 330 * share, .limit_rule = rule}});
                        policy.products[soap].market = {.limit = 102 * other, .limit_rule = rule};
                        const Solution solution =
                            settled(circle, policy, toy_parameters(baseline, form, closure));
                        double volume = 0;
                        for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
                            const Payment& payment = baseline.payments[i];
                            if (payment.product != bread) continue;
                            volume += payment.amount * solution.quantity_factors[i];
                        }
                        CHECK(volume <= 330 * share * (1 + 1e-9));
                        CHECK(solution.budget_residual < 1e-7);
                    }
                }
            }
        }
    }
}
