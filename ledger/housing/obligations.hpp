/// What leases and tariffs say should have been paid, day by day.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/property/property_register.hpp"

namespace cellbook {

/// Who owes whom for what: rent of a cell, or what a kind of transaction pays.
struct ObligationKey {
    PartyId payer{};
    PartyId payee{};
    WordId cell{};  ///< of a lease; none: a tariff
    WordId kind{};  ///< of a tariff
    CommodityId commodity{};
    friend auto operator<=>(const ObligationKey&, const ObligationKey&) = default;
};

struct Instalment {
    Date due{};
    std::int64_t minor = 0;
};

struct Obligation {
    std::vector<Instalment> instalments{};  ///< by day
    std::string by{};                       ///< the leases and tariffs that say so
};

using Obligations = std::map<ObligationKey, Obligation>;

/// Every instalment that falls due within `dates`.
/// Rent and floor space are due in advance by their lease, from its first day on, while it stands;
/// a tariff on its own days, counted from its first, by those who belong to the section on that
/// day: by adult, by person (members inside), by household of whom somebody is inside, by cell
/// (its holder) or by business. What is charged once is due on the day a household comes to belong
/// to the section (adults and persons: those inside on that day), a cell's and a business's on the
/// tariff's first day. *Errors*: `amount_overflow`. *Requires*: `dates` has an end.
Result<Obligations> obligations(const PropertyRegister& property, const DateRange& dates);

}  // namespace cellbook
