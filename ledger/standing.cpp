#include "ledger/standing.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

constexpr std::array<std::string_view, 4> names{"observed", "estimated", "assumed", "simulated"};

}  // namespace

std::string_view to_string(Standing standing) {
    return names[static_cast<std::size_t>(standing)];
}

std::optional<Standing> parse_standing(std::string_view text) {
    const auto* const found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Standing>(found - names.begin());
}

Standing Standings::weakest() const {
    Standing weakest = Standing::observed;
    for (const auto& part : {whole, price, quantity, party, date}) {
        weakest = std::max(weakest, part.value_or(Standing::observed));
    }
    return weakest;
}

}  // namespace cellbook
