/// One product's market under taxes, limits and controlled prices, solved as a complementarity.
#pragma once

#include <cstdint>
#include <optional>

#include "market/pricing/curve.hpp"

namespace cellbook {

/// What a quantity limit does to the price (docs/model.md, "Supply").
enum class LimitRule : std::uint8_t {
    price,  ///< it rises until demand fits: sellers earn a scarcity rent
    ration  ///< it stays, and custom is turned away
};

/// What stands between buyers and sellers. Buyers pay
/// p_b = (p_s + unit_tax) (1 + tax) - subsidy where sellers receive p_s.
struct MarketPolicy {
    double tax = 0;                   ///< ad valorem, a share of the seller's price
    double unit_tax = 0;              ///< money a unit
    double subsidy = 0;               ///< money a unit, to the buyer
    std::optional<double> ceiling{};  ///< of the buyer's price
    std::optional<double> floor{};    ///< of the buyer's price
    std::optional<double> limit{};    ///< of the quantity
    LimitRule limit_rule = LimitRule::price;
};

/// How a market stands.
enum class MarketState : std::uint8_t {
    clears,
    scarce,    ///< at its limit, the price above cost
    rationed,  ///< more is asked for than there is
    glut,      ///< more is offered than is asked for at the floor
    stopped    ///< a ceiling below cost: nothing is offered
};

struct MarketOutcome {
    double buyer_price = 0;
    double seller_price = 0;
    double demanded = 0;
    double supplied = 0;
    double traded = 0;
    double scarcity_rent = 0;  ///< what sellers get a unit above what they would have sold it for
    MarketState state = MarketState::clears;

    [[nodiscard]] double shortage() const { return demanded > supplied ? demanded - supplied : 0; }
    [[nodiscard]] double tax_revenue(const MarketPolicy& policy) const {
        return traded * ((seller_price + policy.unit_tax) * (1 + policy.tax) - seller_price);
    }
};

/// Solves
/// 0 <= c(q) + l - p_s  _|_  q >= 0,  0 <= K - q  _|_  l >= 0,  0 <= ceiling - p_b  _|_  rationing
/// >= 0 (Mathiesen 1985; Rutherford 1995) for curves that do not cross twice. *Requires*: demand
/// falls and supply does not fall with its price; demand is not at cost. *Errors*: absent where the
/// curves do not meet at any price above zero.
std::optional<MarketOutcome> solve_market(const Curve& demand, const Curve& supply,
                                          const MarketPolicy& policy);

}  // namespace cellbook
