/// Distributions from plain numbers, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ledger/distribution/inequality_measures.hpp"
#include "ledger/distribution/observations.hpp"

namespace cellbook::test {

struct Weighted {
    std::string value;
    std::string weight = "1";
    std::uint32_t group = 0;
};

inline Observations observations_of(const std::vector<Weighted>& rows) {
    Observations made;
    for (const auto& row : rows) {
        REQUIRE_FALSE(made.add(*parse_decimal(row.value), *parse_decimal(row.weight), row.group));
    }
    return made;
}

inline Observations plain(const std::vector<std::int64_t>& values) {
    Observations made;
    for (const auto value : values) made.all.push_back({.value = value});
    return made;
}

inline Distribution distribution_of(const Observations& observations) {
    return *Distribution::of(observations.all, observations.value_scale, observations.weight_scale);
}

inline InequalityMeasures measures_of(const Observations& observations) {
    return measure_inequality(distribution_of(observations), {});
}

/// Agreement to about 40 digits.
inline bool close(const Real& a, const Real& b) {
    const Real scale = 1 + abs(a);
    return abs(a - b) <= scale * Real{"1e-40"};
}

/// Deterministic numbers in [least, most].
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_{seed} {}
    std::int64_t next(std::int64_t least, std::int64_t most) {
        // splitmix64 (Steele et al. 2014)
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        z ^= z >> 31U;
        const auto width = static_cast<std::uint64_t>(most - least) + 1;
        return least + static_cast<std::int64_t>(z % width);
    }
    std::vector<std::int64_t> list(std::size_t count, std::int64_t least, std::int64_t most) {
        std::vector<std::int64_t> made;
        while (made.size() < count) made.push_back(next(least, most));
        return made;
    }

private:
    std::uint64_t state_;
};

}  // namespace cellbook::test
