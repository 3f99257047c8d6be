#include "market/scenario/shock_path.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using Op = ShockOperation;

namespace {

Date day(const char* text) {
    return *parse_date(text);
}

Shock shock(Op operation, double value, DateRange days = {}, std::int64_t ramp_days = 0) {
    return {.change = {operation, value}, .days = days, .ramp_days = ramp_days};
}

ShockPath path_of(const std::vector<Shock>& shocks) {
    std::vector<DrawnShock> drawn;
    for (const Shock& each : shocks) drawn.push_back({&each, each.change.value});
    return ShockPath{std::move(drawn)};
}

}  // namespace

TEST_CASE("a shock holds from its first day to its last, and rises in equal steps") {
    const Shock arrivals = shock(Op::add, 150, {day("2026-04-01"), day("2026-06-01")}, 30);
    CHECK(shock_strength(arrivals, day("2026-03-31")) == 0);
    CHECK(shock_strength(arrivals, day("2026-04-01")) == 1.0 / 30);
    CHECK(shock_strength(arrivals, day("2026-04-29")) == 29.0 / 30);
    CHECK(shock_strength(arrivals, day("2026-04-30")) == 1);
    CHECK(shock_strength(arrivals, day("2026-05-31")) == 1);
    CHECK(shock_strength(arrivals, day("2026-06-01")) == 0);
    CHECK(shock_strength(shock(Op::set, 1), day("1999-01-01")) == 1);
}

TEST_CASE("each operation acts on what the ones before it left") {
    const std::vector<Shock> shocks{shock(Op::set, 100), shock(Op::scale, 1.2), shock(Op::add, -5)};
    CHECK(path_of(shocks).on(day("2026-01-01"), 80).level == Approx(115));
    const std::vector<Shock> turned{shock(Op::add, -5), shock(Op::scale, 1.2)};
    CHECK(path_of(turned).on(day("2026-01-01"), 80).level == Approx(90));
}

TEST_CASE("the lower of two ceilings and the higher of two floors hold, and levels stay") {
    const std::vector<Shock> shocks{shock(Op::ceiling, 250), shock(Op::ceiling, 200),
                                    shock(Op::floor, 50), shock(Op::floor, 20)};
    const ShockedValue value = path_of(shocks).on(day("2026-01-01"), 300);
    CHECK(value.level == 300);
    CHECK(value.ceiling == 200.0);
    CHECK(value.floor == 50.0);
    CHECK(value.bound_share == 1);
}

TEST_CASE("a ceiling comes down from the level over its ramp, and one above it is not reached") {
    const DateRange days{day("2026-01-01"), {}};
    const std::vector<Shock> down{shock(Op::ceiling, 200, days, 4)};
    CHECK(*path_of(down).on(day("2026-01-01"), 300).ceiling == Approx(275));
    CHECK(*path_of(down).on(day("2026-01-04"), 300).ceiling == Approx(200));
    const std::vector<Shock> above{shock(Op::ceiling, 400, days, 4)};
    CHECK(*path_of(above).on(day("2026-01-01"), 300).ceiling == 400);
}

TEST_CASE("the average over a period is the mean of its days") {
    const std::vector<Shock> shocks{
        shock(Op::scale, 1.5, {day("2026-02-10"), day("2026-03-05")}, 7),
        shock(Op::add, 40, {day("2026-02-01"), {}}, 40),
        shock(Op::ceiling, 90, {day("2026-02-15"), day("2026-02-20")})};
    const ShockPath path = path_of(shocks);
    for (const auto& [begin, end] :
         {std::pair{"2026-01-01", "2026-02-01"}, std::pair{"2026-02-01", "2026-03-01"},
          std::pair{"2026-01-15", "2026-05-01"}}) {
        double sum = 0;
        double bounds = 0;
        int bounded = 0;
        int count = 0;
        for (Date at = day(begin); at < day(end); at.days += 1, ++count) {
            const ShockedValue value = path.on(at, 100);
            sum += value.level;
            bounds += value.ceiling.value_or(0);
            bounded += value.ceiling ? 1 : 0;
        }
        const ShockedValue average = path.average({day(begin), day(end)}, 100);
        INFO(begin);
        CHECK(average.level == Approx(sum / count).epsilon(1e-14));
        CHECK(average.bound_share == Approx(double(bounded) / count));
        CHECK(average.ceiling.has_value() == (bounded > 0));
        if (bounded > 0) CHECK(*average.ceiling == Approx(bounds / bounded));
    }
}

TEST_CASE("a shock of half a month moves the month by half, exactly") {
    const std::vector<Shock> shocks{shock(Op::set, 120, {day("2026-04-16"), {}})};
    const ShockedValue april = path_of(shocks).average({day("2026-04-01"), day("2026-05-01")}, 100);
    CHECK(april.level == 110);
}
