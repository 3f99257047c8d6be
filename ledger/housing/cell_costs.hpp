/// What holding a cell costs its holder.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "ledger/entry_source.hpp"
#include "ledger/property/property_register.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// How many months a period of charges has; absent for what is charged once. A year has 365 days.
std::optional<Real> months_in(ChargePeriod period);

/// Costs of the twelve months that end with a day: dues, upkeep and depreciation that holders'
/// books show of cells (transactions that name them); where they show no dues, what tariffs per
/// cell charge a year.
class CellCosts {
public:
    CellCosts(const EntrySource& source, const PropertyRegister& property, Date day);

    /// In whole units of the commodity; costs in others are left out.
    [[nodiscard]] Real of_year(WordId cell, PartyId holder, CommodityId commodity) const;

private:
    const PropertyRegister& property_;
    Date day_;
    std::map<std::pair<WordId, PartyId>, Sums> booked_{};
    std::set<std::pair<WordId, PartyId>> with_dues_{};
};

}  // namespace cellbook
