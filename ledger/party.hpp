/// Parties: the institutional units that keep books, and the sectors they belong to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/identity.hpp"

namespace cellbook {

/// Institutional sectors (SNA 2008, chapter 4), named for this economy.
enum class Sector : std::uint8_t { unclassified, households, businesses, sections, state, outside };
std::string_view to_string(Sector sector);
std::optional<Sector> parse_sector(std::string_view text);
const std::vector<std::string>& sector_names();

struct Party {
    std::string name;  ///< empty: the unnamed party of a plain journal
    Sector sector = Sector::unclassified;
    bool declared = false;
    bool quasi_corporation = false;  ///< a business with complete books of its own (SNA 2008, 4.42)
    PartyId parent{};                ///< owner of a stall, section of a household, ...
    DateRange life{};                ///< from opening to the day after closing
};

}  // namespace cellbook
