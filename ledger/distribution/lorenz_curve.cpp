#include "ledger/distribution/lorenz_curve.hpp"

namespace cellbook {

std::optional<std::vector<LorenzPoint>> lorenz_at(const Distribution& distribution,
                                                  std::span<const Fraction> shares) {
    if (distribution.total() <= 0) return std::nullopt;
    const auto steps = distribution.steps();
    const Integer weight = to_integer(distribution.weight());
    const Integer total = to_integer(distribution.total());
    std::vector<LorenzPoint> points;
    points.reserve(shares.size());
    std::size_t at = 0;
    Int128 people = 0;  // up to the step at `at`
    Int128 value = 0;
    for (const Fraction& share : shares) {
        const Int128 least = bound_of(distribution, share).least;
        for (; at + 1 < steps.size() && people + steps[at].weight < least; ++at) {
            people += steps[at].weight;
            value += steps[at].weight * steps[at].value;
        }
        const Integer cut = weight * share.part - to_integer(people) * share.whole;
        points.push_back({.people = Real{share.part} / share.whole,
                          .value = quotient(to_integer(value) * share.whole + cut * steps[at].value,
                                            total * share.whole)});
    }
    return points;
}

std::optional<std::vector<LorenzPoint>> lorenz_corners(const Distribution& distribution) {
    if (distribution.total() <= 0) return std::nullopt;
    const Real weight = to_real(distribution.weight());
    const Real total = to_real(distribution.total());
    std::vector<LorenzPoint> points{{}};
    points.reserve(distribution.steps().size() + 1);
    Int128 people = 0;
    Int128 value = 0;
    for (const auto& step : distribution.steps()) {
        people += step.weight;
        value += step.weight * step.value;
        points.push_back({.people = to_real(people) / weight, .value = to_real(value) / total});
    }
    return points;
}

}  // namespace cellbook
