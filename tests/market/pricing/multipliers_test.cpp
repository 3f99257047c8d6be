#include "market/pricing/multipliers.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace cellbook;

namespace {

/// Two households, a shop and a section; the rest of the world.
Baseline small_circle() {
    Baseline baseline;
    const auto agent = [&](std::string name, Sector sector, Place section) {
        Agent made;
        made.name = std::move(name);
        made.sector = sector;
        made.section = section;
        baseline.agents.push_back(std::move(made));
    };
    agent("a", Sector::households, 3);
    agent("b", Sector::households, 3);
    agent("shop", Sector::businesses, 3);
    agent("sections:x", Sector::sections, nowhere);
    agent("outside", Sector::outside, nowhere);
    const auto pay = [&](Place payer, Place payee, double amount) {
        Payment payment;
        payment.payer = payer;
        payment.payee = payee;
        payment.amount = amount;
        baseline.payments.push_back(payment);
    };
    pay(4, 0, 100);  // from outside
    pay(4, 1, 50);
    pay(0, 2, 60);  // shopping
    pay(1, 2, 40);
    pay(0, 1, 10);  // a gift within the households
    pay(2, 0, 30);  // drawings
    pay(2, 3, 20);  // dues
    pay(2, 4, 50);  // supplies
    pay(3, 1, 15);  // a wage
    baseline.period = "2018";
    return baseline;
}

}  // namespace

TEST_CASE("the parts of multipliers make their whole") {
    const Multipliers found = *multipliers(small_circle());
    REQUIRE(found.accounts ==
            std::vector<std::string>{"households x", "businesses x", "section x"});
    const Matrix product = found.closed_loop * found.open_loop * found.own;
    CHECK((product - found.total).cwiseAbs().maxCoeff() < 1e-12);
    // Households take in 100 + 50 + 10 + 30 + 15 and spend 100 of it at the shop.
    CHECK(found.shares(1, 0) == Approx(100.0 / 205));
    CHECK(found.shares(0, 0) == Approx(10.0 / 205));
    CHECK(found.leakages[1] == Approx(0.5));
}

TEST_CASE("multipliers are the sum of all rounds of spending") {
    const Multipliers found = *multipliers(small_circle());
    Matrix sum = Matrix::Identity(3, 3);
    Matrix round = sum;
    for (int i = 0; i < 400; ++i) {
        round = round * found.shares;
        sum += round;
    }
    CHECK((sum - found.total).cwiseAbs().maxCoeff() < 1e-12);
}

TEST_CASE("what leaks of every round adds up to the injection") {
    const Multipliers found = *multipliers(small_circle());
    for (Eigen::Index column = 0; column < 3; ++column) {
        double leaked = 0;
        for (Eigen::Index row = 0; row < 3; ++row) {
            leaked += found.leakages[static_cast<std::size_t>(row)] * found.total(row, column);
        }
        CHECK(leaked == Approx(1).epsilon(1e-12));
    }
}

TEST_CASE("the table's parts add up to its total") {
    const Baseline baseline = small_circle();
    const Table table = multiplier_table(*multipliers(baseline), baseline);
    CHECK(table.rows.size() == 9);
    for (const Row& row : table.rows) {
        const auto part = [&](std::size_t i) {
            return std::get<TableReal>(row.cells[i]).value.convert_to<double>();
        };
        CHECK(part(2) == Approx(part(3) + part(4) + part(5) + part(6)).epsilon(1e-12));
    }
}

TEST_CASE("a circle that nothing comes into has no multipliers") {
    Baseline baseline;
    CHECK(multipliers(baseline).error().code == DiagnosticCode::baseline_empty);
}
