/// Settings as one writes them, made into a policy for a small prison.
#pragma once

#include <string>
#include <vector>

#include "market/whatif/scenario_policy.hpp"
#include "tests/market/baseline/small_prison.hpp"

namespace cellbook::test {

inline std::vector<Shock> shocks_of(const std::vector<std::string>& settings,
                                    const DateRange& days = {}) {
    std::vector<Shock> shocks;
    for (const std::string& text : settings) {
        const auto setting = parse_setting(text);
        INFO(text);
        REQUIRE(setting);
        shocks.push_back({.target = setting->target, .change = setting->change, .days = days});
    }
    return shocks;
}

inline Result<ScenarioPolicy> ask(const Economy& economy, const std::vector<Shock>& shocks,
                                  LimitRule limit_rule = LimitRule::price) {
    std::vector<DrawnShock> drawn;
    for (const Shock& shock : shocks) {
        drawn.push_back({.shock = &shock, .value = shock.change.value});
    }
    return scenario_policy(economy, drawn, {.limit_rule = limit_rule});
}

/// An economy that keeps its book.
struct SmallPrison {
    MemoryBook book;
    std::unique_ptr<Economy> economy;

    explicit SmallPrison(const std::string& events = small_events, const std::string& more = {})
        : book{small_book(events, more)} {
        auto read = Economy::read(book, {});
        REQUIRE(read);
        economy = *std::move(read);
    }

    [[nodiscard]] ScenarioPolicy ask(const std::vector<std::string>& settings) const {
        auto policy = test::ask(*economy, shocks_of(settings));
        if (!policy) UNSCOPED_INFO(to_string(policy.error()));
        REQUIRE(policy);
        return *std::move(policy);
    }
    [[nodiscard]] Diagnostic refusal(const std::vector<std::string>& settings) const {
        const auto policy = test::ask(*economy, shocks_of(settings));
        REQUIRE_FALSE(policy);
        return policy.error();
    }
    [[nodiscard]] const ProductPolicy& product(const ScenarioPolicy& scenario,
                                               std::string_view name) const {
        return scenario.policy.products[economy->baseline().find_product(name)];
    }
    [[nodiscard]] double of_section(const std::vector<double>& by_agent,
                                    std::string_view name) const {
        return Policy::at(by_agent, economy->find_section(name));
    }
};

}  // namespace cellbook::test
