#include "ledger/distribution/observations.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace cellbook {

namespace {

constexpr Int128 largest = (Int128{1} << 126) - 1 + (Int128{1} << 126);

/// Multiplies by a power of ten; false when that takes more than a number holds.
bool scale_up(Int128& number, unsigned decimals) {
    for (; decimals > 0; --decimals) {
        if (number > largest / 10 || number < -(largest / 10)) return false;
        number *= 10;
    }
    return true;
}

/// Brings a number and all those before it to the decimals of the more precise.
bool align(Decimal& number, std::uint8_t& scale, std::vector<Observation>& before,
           Int128 Observation::*of) {
    if (number.scale < scale) {
        const bool fits = scale_up(number.coefficient, static_cast<unsigned>(scale - number.scale));
        number.scale = scale;
        return fits;
    }
    if (number.scale == scale) return true;
    const auto more = static_cast<unsigned>(number.scale - scale);
    const bool fits = std::ranges::all_of(before, [&](const Observation& observation) {
        Int128 copy = observation.*of;
        return scale_up(copy, more);
    });
    if (!fits) return false;
    for (Observation& observation : before) scale_up(observation.*of, more);
    scale = number.scale;
    return true;
}

Diagnostic too_large(std::string_view what) {
    return {.code = DiagnosticCode::number_too_large,
            .explanation = "this " + std::string{what} +
                           " and those before it do not fit 38 digits with all their decimals",
            .remedy = "Round the numbers, or take a larger unit."};
}

}  // namespace

std::optional<Diagnostic> Observations::add(Decimal value, Decimal weight, std::uint32_t group) {
    value = value.coefficient == 0 ? Decimal{} : value;
    weight = weight.coefficient == 0 ? Decimal{} : weight;
    if (!align(value, value_scale, all, &Observation::value)) return too_large("value");
    if (!align(weight, weight_scale, all, &Observation::weight)) return too_large("weight");
    all.push_back({.value = value.coefficient, .weight = weight.coefficient, .group = group});
    return std::nullopt;
}

}  // namespace cellbook
