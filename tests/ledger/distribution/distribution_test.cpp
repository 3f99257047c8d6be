#include "ledger/distribution/distribution.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

TEST_CASE(
    "a distribution has each value once, in rising order, with the weight of all who have it") {
    const auto made =
        test::distribution_of(test::observations_of({{"3"}, {"1", "2"}, {"3", "4"}, {"9", "0"}}));
    REQUIRE(made.steps().size() == 2);
    CHECK(made.steps()[0].value == 1);
    CHECK(made.steps()[0].weight == 2);
    CHECK(made.steps()[1].weight == 5);
    CHECK(made.count() == 3);
    CHECK(made.weight() == 7);
    CHECK(made.total() == 17);
    CHECK(made.weight_squares() == 21);
}

TEST_CASE("a distribution of nobody is refused, and so is one of weights that are all zero") {
    for (const auto& rows : {std::vector<test::Weighted>{}, {{"3", "0"}}}) {
        const auto observations = test::observations_of(rows);
        const auto made = Distribution::of(observations.all, 0, 0);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == DiagnosticCode::observations_empty);
        CHECK(made.error().explanation.find("Gini of an empty set") != std::string::npos);
    }
}

TEST_CASE("weighted values that do not sum within 38 digits are refused") {
    const Int128 huge = Int128{1} << 120;
    for (const auto& rows : {std::vector<Observation>{{.value = huge, .weight = 1024}},
                             {{.value = huge, .weight = 64}, {.value = -huge, .weight = 64}},
                             {{.value = 0, .weight = huge * 64}}}) {
        const auto made = Distribution::of(rows, 0, 0);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == DiagnosticCode::number_too_large);
    }
}

TEST_CASE("sum and mean are of the numbers that the integers stand for") {
    const auto made = test::distribution_of(test::observations_of({{"1.50", "0.5"}, {"3", "1"}}));
    CHECK(made.sum() == Real{"3.75"});
    CHECK(made.mean() == Real{"2.5"});
}

TEST_CASE("a quantile is the least value that reaches the share, and between two where it is met") {
    const auto ten = test::distribution_of(test::plain({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    CHECK(quantile(ten, {1, 2}) == Real{"5.5"});
    CHECK(quantile(ten, {1, 10}) == Real{"1.5"});
    CHECK(quantile(ten, {25, 100}) == 3);
    CHECK(quantile(ten, {0, 1}) == 1);
    CHECK(quantile(ten, {1, 1}) == 10);
    const auto three = test::distribution_of(test::plain({1, 2, 30}));
    CHECK(quantile(three, {1, 2}) == 2);
    const auto weighted = test::distribution_of(test::observations_of({{"1", "1"}, {"2", "3"}}));
    CHECK(quantile(weighted, {1, 4}) == Real{"1.5"});
    CHECK(quantile(weighted, {26, 100}) == 2);
}
