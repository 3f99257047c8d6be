#include "market/pricing/household_accounts.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "ledger/distribution/inequality_measures.hpp"
#include "market/random/random_stream.hpp"
#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::toy_baseline;

namespace {

/// The ledger's own measure, in integers to the last quotient.
double exact_gini(const std::vector<Observation>& observations) {
    const auto distribution = Distribution::of(observations, 2, 0);
    REQUIRE(distribution);
    return measure_inequality(*distribution, {}).value("gini")->convert_to<double>();
}

}  // namespace

TEST_CASE("disposable income has goods given in it, dues taken off, and no sales of cells") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Solution solution = solve(circle, {}, test::toy_parameters(baseline));
    const HouseholdAccounts accounts = household_accounts(circle, solution);
    const auto row = [&](std::string_view name) {
        return circle.household_of(baseline.find_agent(name));
    };
    CHECK(accounts.disposable[row("ana")] == Approx(400 + 60 + 90 + 70 - 20));
    CHECK(accounts.disposable[row("bea")] == Approx(300 + 69 + 80 + 30 - 20));
    CHECK(accounts.disposable[row("cid")] == Approx(500 + 40 + 30 - 30 - 10));
    CHECK(accounts.in_kind[row("cid")] == Approx(40));
    CHECK(accounts.in_kind[row("ana")] == 0);
}

TEST_CASE("what an owner draws for the first time is income") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const ModelParameters parameters = test::toy_parameters(baseline);
    const Solution solution =
        solve(circle, test::for_product(baseline, "sauna", {.price = 1.1}), parameters);
    const double drawn = test::added(solution, AddedPayment::Sort::drawings);
    REQUIRE(std::abs(drawn) > 0.1);
    const Place cid = circle.household_of(baseline.find_agent("cid"));
    CHECK(household_accounts(circle, solution).disposable[cid] ==
          Approx(530 + test::paid(baseline, solution, {"south", "cid", "section_wage"}) - 30 +
                 drawn));
}

TEST_CASE("fifths hold as many households each as there are, poorest first") {
    const std::vector<double> incomes{50, 10, 40, 20, 30};
    CHECK(income_fifths(incomes) == std::vector<unsigned>{4, 0, 3, 1, 2});
    // Ties in the order of names.
    CHECK(income_fifths(std::vector<double>(5, 7.0)) == std::vector<unsigned>{0, 1, 2, 3, 4});
    const std::vector<double> ten{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(income_fifths(ten) == std::vector<unsigned>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4});
    CHECK(income_fifths(std::vector<double>{3}) == std::vector<unsigned>{0});
    CHECK(income_fifths({}).empty());
}

TEST_CASE("the Gini coefficient is the ledger's exact one") {
    RandomStream stream{Seed{7}, "incomes", Replica{0}};
    for (int repetition = 0; repetition < 20; ++repetition) {
        std::vector<Observation> observations;
        std::vector<double> values;
        std::vector<double> weights;
        const auto count = 1 + stream.below(60);
        for (std::uint64_t i = 0; i < count; ++i) {
            // Ties and zeros among them; weights from 0.
            const auto value = static_cast<std::int64_t>(stream.below(5) * stream.below(4000));
            const auto weight = static_cast<std::int64_t>(stream.below(4));
            observations.push_back({.value = value, .weight = weight});
            values.push_back(static_cast<double>(value) / 100);
            weights.push_back(static_cast<double>(weight));
        }
        observations.push_back({.value = 100, .weight = 1});
        values.push_back(1);
        weights.push_back(1);
        CHECK(gini(values, weights) == Approx(exact_gini(observations)).margin(1e-12));
    }
}

TEST_CASE("a Gini coefficient of nothing is no number") {
    CHECK(std::isnan(gini({}, {})));
    CHECK(std::isnan(gini(std::vector<double>{0, 0}, std::vector<double>{1, 1})));
    CHECK(std::isnan(gini(std::vector<double>{5, 6}, std::vector<double>{0, 0})));
    CHECK(gini(std::vector<double>{5, 5, 5}, std::vector<double>{1, 2, 3}) ==
          Approx(0).margin(1e-15));
    // One of n has all: 1 - 1/n.
    CHECK(gini(std::vector<double>{0, 0, 0, 8}, std::vector<double>(4, 1.0)) == Approx(0.75));
}
