#include "market/assignment/draws.hpp"

#include "market/random/philox.hpp"
#include "market/random/random_stream.hpp"
#include "market/random/standard_normal.hpp"

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

PhiloxBlock block_of(std::uint64_t seed, std::string_view first, std::string_view second) {
    constexpr unsigned half = 32;
    const std::uint64_t a = fnv1a(first);
    const std::uint64_t b = fnv1a(second);
    return philox({{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> half),
                    static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> half)}},
                  {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> half)}});
}

}  // namespace

std::uint64_t random_bits(std::uint64_t seed, std::string_view first, std::string_view second) {
    constexpr unsigned half = 32;
    const PhiloxBlock words = block_of(seed, first, second);
    return std::uint64_t{words[1]} << half | words[0];
}

double normal_draw(std::uint64_t seed, std::string_view first, std::string_view second) {
    return standard_normal_quantile(open_uniform(random_bits(seed, first, second)));
}

}  // namespace cellbook
