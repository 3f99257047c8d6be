#include "ledger/distribution/observations.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

TEST_CASE("observations share the decimals of the most precise") {
    const auto made = test::observations_of({{"1"}, {"2.50", "0.5"}, {"-3.125"}, {"0"}});
    CHECK(made.value_scale == 3);
    CHECK(made.weight_scale == 1);
    CHECK(made.all[0].value == 1000);
    CHECK(made.all[1].value == 2500);
    CHECK(made.all[1].weight == 5);
    CHECK(made.all[2].value == -3125);
    CHECK(made.all[3].weight == 10);
}

TEST_CASE("numbers that do not fit 38 digits with all their decimals are refused and left out") {
    Observations made;
    REQUIRE_FALSE(made.add(*parse_decimal("99999999999999999999999999999999999999"), {1, 0}, 0));
    const auto problem = made.add(*parse_decimal("0.1"), {1, 0}, 0);
    REQUIRE(problem);
    CHECK(problem->code == DiagnosticCode::number_too_large);
    CHECK(made.all.size() == 1);
    CHECK(made.value_scale == 0);
    // A zero fits whatever decimals it is written with.
    CHECK_FALSE(made.add(*parse_decimal("0.000"), {1, 0}, 0));
}
