/// Random draws that depend on a seed and on names alone: who else takes part moves none of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace cellbook {

/// 64 random bits of a seed and two names.
/// *Source*: Philox4x32-10: Salmon et al., Parallel random numbers: as easy as 1, 2, 3 (2011); the
/// counter is made of the names by FNV-1a.
std::uint64_t random_bits(std::uint64_t seed, std::string_view first, std::string_view second);

/// A standard normal draw of a seed and two names by the inverse of its distribution.
double normal_draw(std::uint64_t seed, std::string_view first, std::string_view second);

}  // namespace cellbook
