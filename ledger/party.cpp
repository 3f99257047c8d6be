#include "ledger/party.hpp"

#include <algorithm>

namespace cellbook {

const std::vector<std::string>& sector_names() {
    static const std::vector<std::string> names{"unclassified", "households", "businesses",
                                                "sections",     "state",      "outside"};
    return names;
}

std::string_view to_string(Sector sector) {
    return sector_names()[static_cast<std::size_t>(sector)];
}

std::optional<Sector> parse_sector(std::string_view text) {
    const auto& names = sector_names();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Sector>(found - names.begin());
}

}  // namespace cellbook
