#include "market/sensitivity/sobol_points.hpp"

#include <bit>
#include <boost/random/detail/sobol_table.hpp>
#include <cassert>
#include <string>

namespace cellbook {

namespace {

using Table = boost::random::detail::qrng_tables::sobol;

constexpr unsigned digits = 32;

static_assert(SobolSequence::most_dimensions == Table::max_dimension);

/// Of the first dimension: van der Corput's points.
void fill_first(std::uint32_t* directions) {
    for (unsigned i = 0; i < digits; ++i) directions[i] = 1U << (digits - 1 - i);
}

/// By the recurrence of the dimension's primitive polynomial (Joe and Kuo 2008, eq. 3).
void fill_by_polynomial(std::uint32_t* directions, std::size_t row) {
    const std::uint32_t polynomial = Table::polynomial(row);
    const auto degree = static_cast<unsigned>(std::bit_width(polynomial)) - 1;
    for (unsigned i = 0; i < degree; ++i) {
        directions[i] = std::uint32_t{Table::minit(row, i)} << (digits - 1 - i);
    }
    for (unsigned i = degree; i < digits; ++i) {
        const std::uint32_t before = directions[i - degree];
        directions[i] = before ^ (before >> degree);
        for (unsigned k = 1; k < degree; ++k) {
            if ((polynomial >> (degree - k)) & 1U) directions[i] ^= directions[i - k];
        }
    }
}

}  // namespace

SobolSequence::SobolSequence(std::size_t dimensions)
    : dimensions_{dimensions}, directions_(dimensions * digits) {
    assert(dimensions >= 1 && dimensions <= most_dimensions);
    fill_first(directions_.data());
    for (std::size_t d = 1; d < dimensions; ++d) {
        fill_by_polynomial(&directions_[d * digits], d - 1);
    }
}

std::uint32_t SobolSequence::coordinate(std::uint32_t point, std::size_t dimension) const {
    const std::uint32_t* const directions = &directions_[dimension * digits];
    std::uint32_t sum = 0;
    for (std::uint32_t gray = point ^ (point >> 1U); gray != 0; gray &= gray - 1) {
        sum ^= directions[std::countr_zero(gray)];
    }
    return sum;
}

OwenScrambling::OwenScrambling(Seed seed, std::size_t dimension)
    : key_{stream_key(seed, "owen scrambling " + std::to_string(dimension))} {}

double OwenScrambling::operator()(std::uint32_t coordinate) const {
    // A block of 128 coins serves seven digits: the first of them, the second after either value of
    // the first, and so on: 1 + 2 + ... + 64 coins, numbered as nodes of a tree are.
    constexpr unsigned digits_a_block = 7;
    std::uint32_t scrambled = 0;
    for (unsigned level = 0; level < digits; level += digits_a_block) {
        const std::uint32_t prefix = level == 0 ? 0 : coordinate >> (digits - level);
        const PhiloxBlock coins = philox({{prefix, level, 0, 0}}, key_);
        std::uint32_t node = 1;
        for (unsigned i = level; i < digits && i < level + digits_a_block; ++i) {
            const std::uint32_t digit = (coordinate >> (digits - 1 - i)) & 1U;
            const std::uint32_t coin = (coins[node / digits] >> (node % digits)) & 1U;
            scrambled = (scrambled << 1U) | (digit ^ coin);
            node = 2 * node + digit;
        }
    }
    const PhiloxBlock rest = philox({{coordinate, digits, 0, 0}}, key_);
    return open_uniform((std::uint64_t{scrambled} << 32U) | rest[0]);
}

}  // namespace cellbook
