/// Streams of random numbers, each named by seed, purpose and replica.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "market/random/philox.hpp"

namespace cellbook {

struct Seed {
    std::uint64_t value = 0;
    friend bool operator==(const Seed&, const Seed&) = default;
};

struct Replica {
    std::uint64_t index = 0;
    friend bool operator==(const Replica&, const Replica&) = default;
};

/// What a seed and a name make together: the first 64 bits of their SHA-256. Made once, then a
/// stream of any replica costs nothing.
PhiloxKey stream_key(Seed seed, std::string_view name);

/// Numbers that depend on seed, name and replica alone: not on what was drawn elsewhere, nor on
/// which thread draws.
class RandomStream {
public:
    RandomStream(PhiloxKey key, Replica replica) : key_{key}, replica_{replica} {}
    RandomStream(Seed seed, std::string_view name, Replica replica)
        : RandomStream{stream_key(seed, name), replica} {}

    std::uint64_t bits();
    /// In the open interval (0, 1): odd multiples of 2^-53, all equally likely.
    double uniform();
    /// Standard normal by the inverse of its distribution, so that one uniform makes one draw.
    double normal();
    /// Below `count`, each equally likely. *Requires*: count > 0.
    /// *Source*: Lemire (2019), Fast random integer generation in an interval.
    std::uint64_t below(std::uint64_t count);

    /// Every order equally likely. *Source*: Durstenfeld (1964), Algorithm 235.
    template <class T>
    void shuffle(std::span<T> items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            std::swap(items[left - 1], items[static_cast<std::size_t>(below(left))]);
        }
    }

private:
    PhiloxKey key_;
    Replica replica_;
    std::uint64_t block_index_ = 0;
    PhiloxBlock block_{};
    bool half_left_ = false;
};

/// The odd multiple of 2^-53 that the upper 52 of 64 bits say.
double open_uniform(std::uint64_t bits);

}  // namespace cellbook
