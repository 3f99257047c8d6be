/// A distribution: distinct values in rising order, each with the weight of who has it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "ledger/distribution/observations.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// Integers of any size: products of sums of weighted values outgrow 128 bits.
using Integer = boost::multiprecision::cpp_int;

Integer to_integer(Int128 value);
/// *Requires*: denominator > 0.
Real quotient(const Integer& numerator, const Integer& denominator);

class Distribution {
public:
    struct Step {
        Int128 value = 0;
        Int128 weight = 0;
    };

    /// Observations of weight zero are passed over. *Units*: those of `observations`.
    /// *Errors*: `observations_empty` when none has a weight; `number_too_large` when the weighted
    /// values do not sum within 38 digits.
    static Result<Distribution> of(std::span<const Observation> observations,
                                   std::uint8_t value_scale, std::uint8_t weight_scale);

    /// Rising, no value twice, no weight zero.
    [[nodiscard]] std::span<const Step> steps() const { return steps_; }
    [[nodiscard]] std::int64_t count() const { return count_; }  ///< of observations with a weight
    [[nodiscard]] std::int64_t zeros() const { return zeros_; }  ///< of those, how many are zero
    [[nodiscard]] std::int64_t negatives() const { return negatives_; }
    [[nodiscard]] Int128 weight() const { return weight_; }  ///< of all
    [[nodiscard]] Int128 total() const { return total_; }    ///< sum of weight times value
    /// Sum of the squares of the observations' weights.
    [[nodiscard]] const Integer& weight_squares() const { return weight_squares_; }
    [[nodiscard]] std::uint8_t value_scale() const { return value_scale_; }
    [[nodiscard]] std::uint8_t weight_scale() const { return weight_scale_; }

    // The numbers that these integers stand for.
    [[nodiscard]] Real value_of(const Real& value) const;
    [[nodiscard]] Real weight_of(Int128 weight) const;
    [[nodiscard]] Real mean() const;
    [[nodiscard]] Real sum() const;  ///< of weight times value

private:
    std::vector<Step> steps_{};
    std::int64_t count_ = 0;
    std::int64_t zeros_ = 0;
    std::int64_t negatives_ = 0;
    Int128 weight_ = 0;
    Int128 total_ = 0;
    Integer weight_squares_{};
    std::uint8_t value_scale_ = 0;
    std::uint8_t weight_scale_ = 0;
};

/// A share of the whole as a fraction: {1, 10} is a tenth. *Requires*: 0 <= part <= whole > 0.
struct Fraction {
    unsigned part = 0;
    unsigned whole = 1;
};

/// The least weight that is at least that share of all, and whether it is exactly that.
struct Bound {
    Int128 least = 0;
    bool exact = false;
};
Bound bound_of(const Distribution& distribution, Fraction share);

/// The value below which `share` of the weight lies: the smallest with at least that share up to
/// it, and the mean of two neighbours where it holds exactly that share. That is the inverse of the
/// distribution function (Hyndman and Fan 1996, definition 2), which does not change when every
/// observation is repeated. *Units*: of values, not minor units.
Real quantile(const Distribution& distribution, Fraction share);

}  // namespace cellbook
