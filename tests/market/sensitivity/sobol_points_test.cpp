#include "market/sensitivity/sobol_points.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace cellbook;

TEST_CASE("the first points are those that Joe and Kuo publish") {
    const double published[6][3] = {
        {0, 0, 0},          {0.5, 0.5, 0.5},       {0.75, 0.25, 0.25},
        {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625}, {0.875, 0.875, 0.125}};
    const SobolSequence sequence{3};
    for (std::uint32_t point = 0; point < 6; ++point) {
        for (std::size_t d = 0; d < 3; ++d) {
            CHECK(std::ldexp(sequence.coordinate(point, d), -32) == published[point][d]);
        }
    }
}

TEST_CASE("in every dimension each of 2^k equal ranges holds one of 2^k points") {
    constexpr std::uint32_t count = 256;
    constexpr std::size_t dimensions = 40;
    const SobolSequence sequence{dimensions};
    for (std::size_t d = 0; d < dimensions; ++d) {
        const OwenScrambling scrambled{Seed{5}, d};
        std::set<int> plain;
        std::set<int> owen;
        for (std::uint32_t point = 0; point < count; ++point) {
            const std::uint32_t coordinate = sequence.coordinate(point, d);
            plain.insert(static_cast<int>(coordinate >> 24U));
            owen.insert(static_cast<int>(scrambled(coordinate) * count));
        }
        INFO(d);
        CHECK(plain.size() == count);
        CHECK(owen.size() == count);
    }
}

TEST_CASE("scrambled points stay even in two dimensions: one in each box of a (0, 8, 2)-net") {
    // The first two dimensions of Sobol' points are such a net, and scrambling keeps nets.
    const SobolSequence sequence{2};
    const OwenScrambling first{Seed{9}, 0};
    const OwenScrambling second{Seed{9}, 1};
    for (int wide = 0; wide <= 8; ++wide) {
        std::set<std::pair<int, int>> boxes;
        for (std::uint32_t point = 0; point < 256; ++point) {
            boxes.emplace(
                static_cast<int>(std::ldexp(first(sequence.coordinate(point, 0)), wide)),
                static_cast<int>(std::ldexp(second(sequence.coordinate(point, 1)), 8 - wide)));
        }
        INFO(wide);
        CHECK(boxes.size() == 256);
    }
}

TEST_CASE("a scrambled point is uniform over seeds, and two points are independent but for nets") {
    // Neighbours in the last digit are a coin apart: either may be the larger one.
    int larger = 0;
    double sum = 0;
    constexpr int seeds = 4000;
    for (int seed = 0; seed < seeds; ++seed) {
        const OwenScrambling scrambled{Seed{static_cast<std::uint64_t>(seed)}, 0};
        sum += scrambled(0);
        larger += scrambled(0) < scrambled(1) ? 1 : 0;
    }
    CHECK(std::abs(sum / seeds - 0.5) < 4 * std::sqrt(1.0 / 12 / seeds));
    CHECK(std::abs(larger - seeds / 2.0) < 4 * std::sqrt(seeds / 4.0));
}
