#include "market/assignment/priority.hpp"

#include <algorithm>
#include <array>

#include "market/assignment/assignment_game.hpp"
#include "market/assignment/draws.hpp"

namespace cellbook {

std::optional<Priority> parse_priority(std::string_view text) {
    constexpr std::array<std::string_view, 3> names{"waiting-list", "lottery", "seniority"};
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Priority>(found - names.begin());
}

std::vector<std::size_t> queue_by_number(const std::vector<std::string>& households,
                                         const std::vector<std::optional<Decimal>>& numbers) {
    auto queue = order_of_names(households);
    std::ranges::stable_sort(queue, [&](std::size_t a, std::size_t b) {
        if (!numbers[a] || !numbers[b]) return numbers[a].has_value() && !numbers[b].has_value();
        return less_value(*numbers[a], *numbers[b]);
    });
    return queue;
}

std::vector<std::size_t> queue_by_lottery(const std::vector<std::string>& households,
                                          std::uint64_t seed) {
    std::vector<std::uint64_t> tickets;
    tickets.reserve(households.size());
    for (const std::string& name : households) {
        tickets.push_back(random_bits(seed, name, "lottery"));
    }
    auto queue = order_of_names(households);
    std::ranges::stable_sort(queue, {}, [&](std::size_t h) { return tickets[h]; });
    return queue;
}

}  // namespace cellbook
