#include "cli/render/axis_scale.hpp"

#include <algorithm>
#include <cassert>

namespace cellbook::cli {

namespace {

constexpr std::string_view thin_blank = "\u2009";

/// A step, and the decimals that its multiples need.
struct Step {
    Real size{1};
    unsigned decimals = 0;
};

/// The step after one in the row 1, 2, 5, 10, 20, 50...
struct StepRow {
    Real power{1};
    int exponent = 0;
    unsigned digit = 1;

    void down() {
        digit = digit == 5 ? 2 : digit == 2 ? 1 : 5;
        if (digit != 5) return;
        power /= 10;
        --exponent;
    }
    void up() {
        digit = digit == 1 ? 2 : digit == 2 ? 5 : 1;
        if (digit != 1) return;
        power *= 10;
        ++exponent;
    }
    [[nodiscard]] Step step() const {
        return {power * digit, exponent < 0 ? static_cast<unsigned>(-exponent) : 0};
    }
};

/// How many tics a step gives.
Real tic_count(const Real& low, const Real& high, const Real& step) {
    return ceil(high / step) - floor(low / step) + 1;
}

Step widest_fitting(const Real& low, const Real& high, unsigned most) {
    StepRow row;
    while (tic_count(low, high, row.step().size) > most) row.up();
    for (;;) {
        StepRow finer = row;
        finer.down();
        if (tic_count(low, high, finer.step().size) > most) return row.step();
        row = finer;
    }
}

}  // namespace

std::string grouped(const std::string& number) {
    if (number.find_first_of("eE") != std::string::npos) return number;
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::string text = number;
    for (std::size_t at = std::min(number.find('.'), number.size()); at > first + 3;) {
        at -= 3;
        text.insert(at, thin_blank);
    }
    return text;
}

AxisScale axis_scale(Real low, Real high, unsigned most, bool with_zero) {
    assert(low <= high && most >= 3);
    const Real span = high - low;
    if (low > 0 && (with_zero || low <= span)) low = 0;
    if (high < 0 && (with_zero || -high <= span)) high = 0;
    if (low == high) {
        const Real around = low == 0 ? Real{1} : abs(low) / 10;
        low -= low == 0 ? Real{0} : around;
        high += around;
    }
    const Step step = widest_fitting(low, high, most);
    AxisScale scale;
    const Real first = floor(low / step.size);
    const Real last = ceil(high / step.size);
    for (Real place = first; place <= last; place += 1) {
        const std::string at = to_fixed(place * step.size, step.decimals);
        scale.tics.push_back({at, grouped(at)});
    }
    scale.low = scale.tics.front().at;
    scale.high = scale.tics.back().at;
    return scale;
}

}  // namespace cellbook::cli
