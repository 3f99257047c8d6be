#include "market/assignment/draws.hpp"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>

namespace cellbook {

namespace {

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

r123::Philox4x32::ctr_type philox(std::uint64_t seed, std::string_view first,
                                  std::string_view second) {
    constexpr unsigned half = 32;
    const std::uint64_t a = fnv1a(first);
    const std::uint64_t b = fnv1a(second);
    const r123::Philox4x32::ctr_type counter{
        {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> half),
         static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> half)}};
    const r123::Philox4x32::key_type key{
        {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> half)}};
    return r123::Philox4x32{}(counter, key);
}

}  // namespace

std::uint64_t random_bits(std::uint64_t seed, std::string_view first, std::string_view second) {
    constexpr unsigned half = 32;
    const auto words = philox(seed, first, second);
    return std::uint64_t{words[1]} << half | words[0];
}

double normal_draw(std::uint64_t seed, std::string_view first, std::string_view second) {
    constexpr double step = 1.0 / 4294967296.0;
    const auto words = philox(seed, first, second);
    const double radius = (words[0] + 1.0) * step;  // never zero, whose logarithm there is not
    const double angle = words[1] * step;
    return std::sqrt(-2 * std::log(radius)) * std::cos(2 * std::numbers::pi * angle);
}

}  // namespace cellbook
