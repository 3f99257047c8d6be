/// The baseline of a model: what a book says of a period, as payments between agents.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/identity.hpp"
#include "ledger/money.hpp"
#include "ledger/party.hpp"
#include "market/baseline/behaviour.hpp"

namespace cellbook {

/// Index of an agent, kind, product or payment in its baseline.
using Place = std::uint32_t;
inline constexpr Place nowhere = std::numeric_limits<Place>::max();

struct Agent {
    PartyId party{};
    std::string name;
    Sector sector = Sector::unclassified;
    Place section = nowhere;  ///< the agent of the section it belongs to at the period's end
    Place owner = nowhere;    ///< of a business
};

/// What can be bought inside. *Units*: money at the prices of the period.
struct Product {
    std::string name;
    double spending = 0;  ///< by households
    double sales = 0;     ///< to anybody inside
    double quantity = 0;  ///< where recorded
    double counted = 0;   ///< the part of `sales` whose quantity is recorded

    /// The mean price of a unit; absent (zero) where no quantity was ever recorded.
    [[nodiscard]] double price() const { return quantity > 0 ? counted / quantity : 0; }
};

/// All payments of one kind and product between two agents within the period.
struct Payment {
    Place payer = nowhere;
    Place payee = nowhere;
    Place kind = nowhere;  ///< index into `Baseline::kinds`
    Behaviour behaviour = Behaviour::exogenous;
    WordId word{};            ///< the product, of whatever kind
    Place product = nowhere;  ///< where it is one of `Baseline::products`
    Sum minor = 0;            ///< in the baseline's commodity, exact
    double quantity = 0;
    double counted = 0;    ///< the part of the amount whose quantity is recorded
    bool in_kind = false;  ///< goods or services given, no money moves
    bool foreign = false;  ///< agreed in another commodity, valued at its prices
    double amount = 0;     ///< `minor` in units
};

/// How much of the payments is known in which way, in money.
using StandingSums = std::array<Sum, 4>;

struct Baseline {
    DateRange dates{};
    std::string period{};  ///< as people read it
    CommodityId commodity{};
    std::string symbol{};
    std::uint8_t scale = 0;
    std::string digest{};
    std::vector<Agent> agents{};  ///< by name
    std::vector<std::string> kinds{};
    std::vector<Product> products{};  ///< by name
    std::vector<Payment> payments{};  ///< by payer, kind, product, payee: the order of names
    StandingSums standings{};
    std::vector<std::string> notes{};
    /// The largest difference between what payments say an agent lent on balance and what its
    /// accounts say: zero, or the book was not read whole.
    Sum residual_minor = 0;

    [[nodiscard]] Place find_product(std::string_view name) const;
    [[nodiscard]] Place find_kind(std::string_view name) const;
    [[nodiscard]] Place find_agent(std::string_view name) const;
};

}  // namespace cellbook
