#include "market/scenario/scenario.hpp"

#include <algorithm>

namespace cellbook {

namespace {

template <class T>
const T* find_named(const std::vector<T>& items, std::string_view wanted) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const T& item) { return item.name == wanted; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Scenario* ScenarioFile::find_scenario(std::string_view wanted) const {
    return find_named(scenarios, wanted);
}

const ScenarioParameter* ScenarioFile::find_parameter(std::string_view wanted) const {
    return find_named(parameters, wanted);
}

std::size_t ScenarioFile::shock_count() const {
    std::size_t count = 0;
    for (const Scenario& each : scenarios) count += each.shocks.size();
    return count;
}

}  // namespace cellbook
