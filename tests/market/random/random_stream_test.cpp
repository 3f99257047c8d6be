#include "market/random/random_stream.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <vector>

using namespace cellbook;

TEST_CASE("a stream is the same each time, and another for another seed, name or replica") {
    const auto first = [](RandomStream stream) { return stream.bits(); };
    const auto bits = first({Seed{7}, "arrivals", Replica{3}});
    CHECK(bits == first({Seed{7}, "arrivals", Replica{3}}));
    CHECK(bits == first({stream_key(Seed{7}, "arrivals"), Replica{3}}));
    CHECK(bits != first({Seed{8}, "arrivals", Replica{3}}));
    CHECK(bits != first({Seed{7}, "releases", Replica{3}}));
    CHECK(bits != first({Seed{7}, "arrivals", Replica{4}}));
}

TEST_CASE("a stream is philox, block after block") {
    const PhiloxKey key{{1, 2}};
    RandomStream stream{key, Replica{5}};
    for (std::uint32_t at = 0; at < 3; ++at) {
        const PhiloxBlock block = philox({{at, 0, 5, 0}}, key);
        CHECK(stream.bits() == ((std::uint64_t{block[1]} << 32U) | block[0]));
        CHECK(stream.bits() == ((std::uint64_t{block[3]} << 32U) | block[2]));
    }
}

TEST_CASE("uniform numbers lie strictly between 0 and 1") {
    CHECK(open_uniform(0) == std::ldexp(1.0, -53));
    CHECK(open_uniform(~std::uint64_t{0}) == 1 - std::ldexp(1.0, -53));
}

TEST_CASE("uniform and normal draws have the moments of their distributions") {
    constexpr int count = 100000;
    RandomStream uniform{Seed{1}, "uniform", Replica{}};
    RandomStream normal{Seed{1}, "normal", Replica{}};
    double sum = 0;
    double normal_sum = 0;
    double squares = 0;
    for (int i = 0; i < count; ++i) {
        sum += uniform.uniform();
        const double z = normal.normal();
        normal_sum += z;
        squares += z * z;
    }
    const double four_errors = 4 / std::sqrt(double{count});
    CHECK(std::abs(sum / count - 0.5) < four_errors * std::sqrt(1.0 / 12));
    CHECK(std::abs(normal_sum / count) < four_errors);
    CHECK(std::abs(squares / count - 1) < four_errors * std::sqrt(2.0));
}

TEST_CASE("integers below a bound are equally likely, whatever the bound") {
    RandomStream stream{Seed{2}, "die", Replica{}};
    std::array<int, 6> seen{};
    constexpr int count = 60000;
    for (int i = 0; i < count; ++i) ++seen.at(stream.below(6));
    double chi_square = 0;
    for (const int times : seen) chi_square += (times - 10000.0) * (times - 10000.0) / 10000.0;
    CHECK(chi_square < 20.5);  // exceeded by chance once in a thousand seeds, 5 degrees of freedom
    // Three quarters of 2^64: a remainder would give the lower third twice as often.
    const std::uint64_t most = (std::uint64_t{3} << 62U);
    int low = 0;
    for (int i = 0; i < count; ++i) low += stream.below(most) < most / 3 ? 1 : 0;
    CHECK(std::abs(low - count / 3.0) < 4 * std::sqrt(count * 2.0 / 9));
    CHECK(stream.below(1) == 0);
}

TEST_CASE("a shuffle keeps what it shuffles, and every order comes as often") {
    std::array<int, 6> orders{};
    RandomStream stream{Seed{3}, "shuffle", Replica{}};
    for (int i = 0; i < 6000; ++i) {
        std::array<int, 3> items{0, 1, 2};
        stream.shuffle(std::span<int>{items});
        CHECK(std::accumulate(items.begin(), items.end(), 0) == 3);
        const int order = items[0] * 2 + (items[1] > items[2] ? 1 : 0);
        ++orders.at(static_cast<std::size_t>(order));
    }
    for (const int times : orders) CHECK(std::abs(times - 1000) < 116);  // four standard deviations
}
