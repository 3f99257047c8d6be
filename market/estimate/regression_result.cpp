#include "market/estimate/regression_result.hpp"

#include <algorithm>

namespace cellbook {

const Coefficient* Regression::find(std::string_view name) const {
    const auto place = std::ranges::find(coefficients, name, &Coefficient::name);
    return place == coefficients.end() ? nullptr : &*place;
}

std::optional<double> Regression::statistic(std::string_view name) const {
    const auto place = std::ranges::find(statistics, name, &Statistic::name);
    if (place == statistics.end()) return std::nullopt;
    return place->value;
}

}  // namespace cellbook
