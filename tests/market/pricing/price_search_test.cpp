#include "market/pricing/price_search.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;

namespace {

struct Found {
    double price = 1;
    int steps = 0;
};

/// Steps until the price stays.
Found search(const std::function<double(double)>& demanded, double limit, double first) {
    PriceSearch search{first};
    Found found;
    constexpr int most = 300;
    for (; found.steps < most; ++found.steps) {
        const Curve curve = search.curve(found.price, demanded(found.price), limit);
        const double price = curve.price_of(limit).value();
        if (std::abs(price / found.price - 1) < 1e-13) break;
        found.price = price;
    }
    return found;
}

}  // namespace

TEST_CASE("the search ends where demand fits the limit, wherever its elasticity starts") {
    const struct {
        std::string name;
        std::function<double(double)> demanded;
        double price;
    } cases[] = {
        {"isoelastic", [](double p) { return 330 * std::pow(p, -0.9); },
         std::pow(330 / 250.0, 1 / 0.9)},
        {"steep", [](double p) { return 330 * std::pow(p, -8); }, std::pow(330 / 250.0, 1.0 / 8)},
        {"flat", [](double p) { return 330 * std::pow(p, -0.1); }, std::pow(330 / 250.0, 10)},
        {"linear, nothing from 2.5 on", [](double p) { return std::max(0.0, 330 - 220 * (p - 1)); },
         1 + 80.0 / 220},
        {"with a part that stays", [](double p) { return 200 + 130 / p; }, 2.6},
    };
    for (const auto& each : cases) {
        for (const double first : {-0.05, -0.5, -1.0, -5.0, 0.0}) {
            INFO(each.name << " from " << first);
            const Found found = search(each.demanded, 250, first);
            CHECK(found.price == Approx(each.price).epsilon(1e-9));
            CHECK(found.steps < 100);
        }
    }
}

TEST_CASE("a step leads to no less than half and no more than twice the price") {
    for (const double demanded : {0.0, 1e-6, 10.0, 250.0, 1e4, 1e300}) {
        for (const double elasticity : {-0.05, -1.0, -20.0}) {
            PriceSearch search{elasticity};
            const double price = search.curve(3, demanded, 250).price_of(250).value();
            CHECK(price >= 1.5 * (1 - 1e-12));
            CHECK(price <= 6 * (1 + 1e-12));
        }
    }
}

TEST_CASE("the elasticity is learnt from the step before, unless demand moved for other reasons") {
    PriceSearch search{-1};
    CHECK(search.curve(1, 100, {}).quantity(2) == Approx(50));
    CHECK(search.curve(2, 25, {}).quantity(4) == Approx(6.25));  // it was -2
    search.restart();
    CHECK(search.curve(4, 100, {}).quantity(8) == Approx(25));
    // A demand that rose with the price is not believed: as flat as it gets.
    CHECK(search.curve(8, 200, {}).quantity(16) == Approx(200 * std::pow(2, -0.05)));
}

TEST_CASE("the search starts from the elasticity of the whole market's demand") {
    const Baseline baseline = test::toy_baseline();
    const Circle circle{baseline};
    const auto bread = baseline.find_product("bread");
    const double share = 330.0 / (440 + 270 + 370);
    const auto start = [&](DemandForm form) {
        return starting_elasticity(circle, test::toy_parameters(baseline, form).demand, bread);
    };
    CHECK(start(DemandForm::isoelastic) == -0.9);
    CHECK(start(DemandForm::linear) == -0.9);
    CHECK(start(DemandForm::ces) == Approx(-0.8 * (1 - share) - share));
    CHECK(start(DemandForm::les) == Approx(-share - (1 - share) / 2.5));
}
