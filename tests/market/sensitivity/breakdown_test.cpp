#include "market/sensitivity/breakdown.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

namespace {

Breakdown found(const std::function<double(double)>& answer, const BreakdownRange& range) {
    const auto result = breakdown([&](double x) -> Result<double> { return answer(x); }, range);
    REQUIRE(result);
    return *result;
}

}  // namespace

TEST_CASE("a monotone answer breaks down at one value, to the last bits") {
    const Breakdown one =
        found([](double x) { return x * x - 2; }, {.low = 0, .high = 2, .baseline = 1});
    REQUIRE(one.values.size() == 1);
    CHECK(one.values[0] == Approx(std::sqrt(2.0)).epsilon(1e-15));
    CHECK(one.nearest == one.values[0]);
}

TEST_CASE("an answer of one sign has no breakdown value, and says what it is at both ends") {
    const Breakdown none =
        found([](double x) { return 1 + x; }, {.low = 0, .high = 2, .baseline = 1});
    CHECK(none.values.empty());
    CHECK_FALSE(none.nearest);
    CHECK(none.at_low == 1);
    CHECK(none.at_high == 3);
}

TEST_CASE("an answer that is not monotone has several, and the nearest to the baseline is named") {
    const Breakdown several =
        found([](double x) { return (x - 1) * (x - 3); }, {.low = 0, .high = 4.1, .baseline = 2.5});
    REQUIRE(several.values.size() == 2);
    CHECK(several.values[0] == Approx(1));
    CHECK(*several.nearest == Approx(3));
}

TEST_CASE("a step at which the answer is zero counts once") {
    const Breakdown zero =
        found([](double x) { return x - 1; }, {.low = 0, .high = 2, .baseline = 0, .steps = 2});
    CHECK(zero.values == std::vector<double>{1});
}

TEST_CASE("a value that has no answer is told as the model tells it, or as not finite") {
    const auto refused = breakdown(
        [](double x) -> Result<double> {
            if (x < 1) return x;
            return Diagnostic{.code = DiagnosticCode::sampling_invalid, .explanation = "no answer"};
        },
        {.low = -1, .high = 2, .baseline = 0});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().explanation == "no answer");
    const auto infinite = breakdown([](double x) -> Result<double> { return 1 / x; },
                                    {.low = 0, .high = 2, .baseline = 1});
    REQUIRE_FALSE(infinite);
    CHECK(infinite.error().code == DiagnosticCode::sensitivity_undefined);
    CHECK(infinite.error().explanation == "at 0 the answer is not finite");
}
