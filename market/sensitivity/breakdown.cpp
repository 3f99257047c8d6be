#include "market/sensitivity/breakdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace cellbook {

namespace {

Result<double> finite_answer(const OneParameter& answer, double at) {
    auto value = answer(at);
    if (!value || std::isfinite(*value)) return value;
    return Diagnostic{.code = DiagnosticCode::sensitivity_undefined,
                      .explanation = fmt::format("at {} the answer is not finite", at),
                      .remedy = "Narrow the range to where the model has an answer."};
}

/// Between two values at which the answer has other signs.
Result<double> bisected(const OneParameter& answer, double low, double high, double at_low) {
    constexpr int most_halvings = 200;
    for (int i = 0; i < most_halvings; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        const auto value = finite_answer(answer, middle);
        if (!value) return value;
        if (*value == 0) return middle;
        ((*value < 0) == (at_low < 0) ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace

Result<Breakdown> breakdown(const OneParameter& answer, const BreakdownRange& range) {
    assert(range.low < range.high && range.steps > 0);
    Breakdown found;
    double before = 0;
    double answer_before = 0;
    for (unsigned step = 0; step <= range.steps; ++step) {
        const double at = step == range.steps
                              ? range.high
                              : range.low + (range.high - range.low) * step / range.steps;
        const auto value = finite_answer(answer, at);
        if (!value) return value.error();
        if (step == 0) found.at_low = *value;
        if (step == range.steps) found.at_high = *value;
        if (*value == 0) {
            found.values.push_back(at);
        } else if (step > 0 && answer_before != 0 && (*value < 0) != (answer_before < 0)) {
            const auto change = bisected(answer, before, at, answer_before);
            if (!change) return change.error();
            found.values.push_back(*change);
        }
        before = at;
        answer_before = *value;
    }
    for (const double value : found.values) {
        const double distance = std::abs(value - range.baseline);
        if (!found.nearest || distance < std::abs(*found.nearest - range.baseline)) {
            found.nearest = value;
        }
    }
    return found;
}

}  // namespace cellbook
