/// Round numbers along an axis.
#pragma once

#include <string>
#include <vector>

#include "ledger/real.hpp"

namespace cellbook::cli {

struct Tic {
    std::string at{};     ///< a number
    std::string label{};  ///< the same for people, thousands apart
};

/// An axis from one tic to another.
struct AxisScale {
    std::string low{};
    std::string high{};
    std::vector<Tic> tics{};
};

/// Tics 1, 2 or 5 times a power of ten apart, as many as there can be up to `most`, the first at or
/// below `low` and the last at or above `high`. Begins or ends at zero when that adds no more than
/// as much again as the numbers span, or `with_zero`; a single number gets a span of its own.
/// *Requires*: low <= high, most >= 3.
AxisScale axis_scale(Real low, Real high, unsigned most, bool with_zero);

/// Whole digits in groups of three with a thin blank (U+2009) between, as ISO 80000-1 has it.
std::string grouped(const std::string& number);

}  // namespace cellbook::cli
