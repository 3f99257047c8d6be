#include "market/assignment/draws.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>

using namespace cellbook;

TEST_CASE("a draw is of the seed and the names, in their order") {
    CHECK(random_bits(1, "a", "b") == random_bits(1, "a", "b"));
    const std::set<std::uint64_t> different{random_bits(1, "a", "b"), random_bits(2, "a", "b"),
                                            random_bits(1, "b", "a"), random_bits(1, "ab", ""),
                                            random_bits(1, "", "ab")};
    CHECK(different.size() == 5);
}

TEST_CASE("normal draws have the moments of a normal distribution") {
    constexpr int count = 40'000;
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    int beyond_two = 0;
    for (int i = 0; i < count; ++i) {
        const double draw = normal_draw(7, "household " + std::to_string(i % 200),
                                        "cell " + std::to_string(i / 200));
        sum += draw;
        squares += draw * draw;
        cubes += draw * draw * draw;
        if (std::abs(draw) > 2) ++beyond_two;
    }
    // Bounds of about five standard errors.
    CHECK(std::abs(sum / count) < 0.025);
    CHECK(std::abs(squares / count - 1) < 0.036);
    CHECK(std::abs(cubes / count) < 0.1);
    CHECK(std::abs(beyond_two / double{count} - 0.0455) < 0.0053);
}
