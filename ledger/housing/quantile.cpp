#include "ledger/housing/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace cellbook {

Real quantile(std::span<const Real> sorted, const Real& p) {
    assert(!sorted.empty() && "a quantile of nothing");
    const Real place = Real{sorted.size() - 1} * p;
    const auto below = static_cast<std::size_t>(floor(place));
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (place - Real{below}) * (sorted[below + 1] - sorted[below]);
}

Real median(std::span<const Real> values) {
    std::vector<Real> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return quantile(sorted, Real{1} / 2);
}

}  // namespace cellbook
