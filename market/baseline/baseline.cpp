#include "market/baseline/baseline.hpp"

#include <algorithm>

namespace cellbook {

namespace {

template <class Thing>
Place place_of(const std::vector<Thing>& sorted, std::string_view name) {
    const auto found = std::ranges::lower_bound(sorted, name, {}, &Thing::name);
    if (found == sorted.end() || found->name != name) return nowhere;
    return static_cast<Place>(found - sorted.begin());
}

}  // namespace

Place Baseline::find_product(std::string_view name) const {
    return place_of(products, name);
}

Place Baseline::find_kind(std::string_view name) const {
    const auto found = std::ranges::find(kinds, name);
    return found == kinds.end() ? nowhere : static_cast<Place>(found - kinds.begin());
}

Place Baseline::find_agent(std::string_view name) const {
    return place_of(agents, name);
}

}  // namespace cellbook
