/// Philox4x32-10: the counter-based generator that all chance in a run comes from.
#pragma once

#include <array>
#include <cstdint>

namespace cellbook {

/// Which of 2^64 sequences.
struct PhiloxKey {
    std::array<std::uint32_t, 2> words{};
    friend bool operator==(const PhiloxKey&, const PhiloxKey&) = default;
};

/// Which block of a sequence.
struct PhiloxCounter {
    std::array<std::uint32_t, 4> words{};
    friend bool operator==(const PhiloxCounter&, const PhiloxCounter&) = default;
};

/// 128 bits.
using PhiloxBlock = std::array<std::uint32_t, 4>;

/// The block that stands at a counter under a key: a function, with no state to share or to order,
/// so that any thread can make any block.
/// *Source*: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
PhiloxBlock philox(PhiloxCounter counter, PhiloxKey key);

}  // namespace cellbook
