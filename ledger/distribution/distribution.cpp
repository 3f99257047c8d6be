#include "ledger/distribution/distribution.hpp"

#include <algorithm>

namespace cellbook {

namespace {

Diagnostic empty_set() {
    return {.code = DiagnosticCode::observations_empty,
            .explanation = "there is nobody to be unequal: no Gini of an empty set",
            .remedy = "Give observations, and weights above zero."};
}

Diagnostic sum_too_large() {
    return {.code = DiagnosticCode::number_too_large,
            .explanation = "the weighted values do not sum within 38 digits",
            .remedy = "Round the values, or take a larger unit for values or weights."};
}

/// Twice the weight must fit too.
constexpr Int128 most_weight = Int128{1} << 125;

/// Adds to `sum`, unless it would not fit.
bool add_product(Int128& sum, Int128& magnitude, Int128 value, Int128 weight) {
    Int128 product = 0;
    if (__builtin_mul_overflow(value, weight, &product)) return false;
    if (__builtin_add_overflow(magnitude, product < 0 ? -product : product, &magnitude)) {
        return false;
    }
    sum += product;
    return true;
}

Real power_of_ten(unsigned exponent) {
    Real power{1};
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

}  // namespace

Integer to_integer(Int128 value) {
    return Integer{value};
}

Real quotient(const Integer& numerator, const Integer& denominator) {
    return Real{numerator} / Real{denominator};
}

Result<Distribution> Distribution::of(std::span<const Observation> observations,
                                      std::uint8_t value_scale, std::uint8_t weight_scale) {
    Distribution made;
    made.value_scale_ = value_scale;
    made.weight_scale_ = weight_scale;
    Int128 magnitude = 0;
    made.steps_.reserve(observations.size());
    for (const Observation& observation : observations) {
        if (observation.weight == 0) continue;
        const bool fits =
            add_product(made.total_, magnitude, observation.value, observation.weight) &&
            !__builtin_add_overflow(made.weight_, observation.weight, &made.weight_) &&
            made.weight_ <= most_weight;
        if (!fits) return sum_too_large();
        made.weight_squares_ += to_integer(observation.weight) * observation.weight;
        made.zeros_ += observation.value == 0 ? 1 : 0;
        made.negatives_ += observation.value < 0 ? 1 : 0;
        made.steps_.push_back({.value = observation.value, .weight = observation.weight});
    }
    if (made.steps_.empty()) return empty_set();
    made.count_ = static_cast<std::int64_t>(made.steps_.size());
    std::ranges::sort(made.steps_, {}, &Step::value);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < made.steps_.size(); ++i) {
        if (made.steps_[i].value == made.steps_[kept].value) {
            made.steps_[kept].weight += made.steps_[i].weight;
        } else {
            made.steps_[++kept] = made.steps_[i];
        }
    }
    made.steps_.resize(kept + 1);
    return made;
}

Real Distribution::value_of(const Real& value) const {
    return value / power_of_ten(value_scale_);
}

Real Distribution::weight_of(Int128 weight) const {
    return to_real(weight) / power_of_ten(weight_scale_);
}

Real Distribution::mean() const {
    return value_of(to_real(total_) / to_real(weight_));
}

Real Distribution::sum() const {
    return value_of(weight_of(total_));
}

Bound bound_of(const Distribution& distribution, Fraction share) {
    const Integer scaled = to_integer(distribution.weight()) * share.part;
    Integer whole;
    Integer rest;
    divide_qr(scaled, Integer{share.whole}, whole, rest);
    const auto least = whole.convert_to<Int128>();
    return rest == 0 ? Bound{.least = least, .exact = true} : Bound{.least = least + 1};
}

Real quantile(const Distribution& distribution, Fraction share) {
    const auto steps = distribution.steps();
    const Bound bound = bound_of(distribution, share);
    std::size_t at = 0;
    Int128 people = steps[0].weight;
    while (people < bound.least && at + 1 < steps.size()) people += steps[++at].weight;
    const bool between = bound.exact && people == bound.least && at + 1 < steps.size();
    const Integer twice =
        to_integer(steps[at].value) + to_integer(steps[between ? at + 1 : at].value);
    return distribution.value_of(Real{twice} / 2);
}

}  // namespace cellbook
