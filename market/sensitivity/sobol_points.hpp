/// Sobol' points by the direction numbers of Joe and Kuo, plain or scrambled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "market/random/random_stream.hpp"

namespace cellbook {

/// The coordinates of points of a Sobol' sequence, in units of 2^-32, any point at once.
/// *Source*: Sobol' (1967); direction numbers of Joe and Kuo (2008), new-joe-kuo-6.21201.
class SobolSequence {
public:
    static constexpr std::size_t most_dimensions = 3667;

    /// *Requires*: 1 <= dimensions <= most_dimensions.
    explicit SobolSequence(std::size_t dimensions);

    [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
    /// Of the point with that number in the order of Gray's code, the published one, from 0.
    [[nodiscard]] std::uint32_t coordinate(std::uint32_t point, std::size_t dimension) const;

private:
    std::size_t dimensions_;
    std::vector<std::uint32_t> directions_;  ///< 32 for each dimension
};

/// Owen's nested uniform scrambling of one dimension: each digit is flipped by a fair coin of its
/// own for every way to come to it, so that a scrambled point is uniform and the points stay as
/// even as they were.
/// *Source*: Owen (1998), Scrambling Sobol' and Niederreiter-Xing points.
class OwenScrambling {
public:
    OwenScrambling(Seed seed, std::size_t dimension);

    /// In (0, 1). The digits beyond the 32nd are drawn too.
    [[nodiscard]] double operator()(std::uint32_t coordinate) const;

private:
    PhiloxKey key_;
};

}  // namespace cellbook
