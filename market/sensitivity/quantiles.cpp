#include "market/sensitivity/quantiles.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace cellbook {

SortedSample::SortedSample(std::vector<double> values) : values_{std::move(values)} {
    assert(std::all_of(values_.begin(), values_.end(), [](double v) { return std::isfinite(v); }));
    std::sort(values_.begin(), values_.end());
}

double SortedSample::quantile(double share) const {
    assert(!values_.empty() && share >= 0 && share <= 1);
    const double at = share * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= values_.size()) return values_.back();
    const double part = at - static_cast<double>(below);
    return values_[below] + part * (values_[below + 1] - values_[below]);
}

double SortedSample::mean() const {
    assert(!values_.empty());
    // About the middle value, so that a large common part costs no digits.
    const double middle = values_[values_.size() / 2];
    double sum = 0;
    for (const double value : values_) sum += value - middle;
    return middle + sum / static_cast<double>(values_.size());
}

double SortedSample::sd() const {
    if (values_.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    const double centre = mean();
    double squares = 0;
    for (const double value : values_) squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values_.size() - 1));
}

RealInterval central_interval(const SortedSample& sample, double share) {
    const double tail = (1 - share) / 2;
    return {.low = sample.quantile(tail), .high = sample.quantile(1 - tail)};
}

}  // namespace cellbook
