/// One door to the demand systems: a household's demand and its welfare.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "market/demand/consumption.hpp"

namespace cellbook {

enum class DemandForm : std::uint8_t { les, ces, isoelastic, linear };
std::string_view to_string(DemandForm form);
std::optional<DemandForm> parse_demand_form(std::string_view text);
const std::vector<std::string>& demand_form_names();

/// *Shape*: elasticities by product. Which are used depends on the form: `les` takes income
/// elasticities and `frisch`, `ces` the elasticity of substitution, the single equations own-price
/// and income elasticities.
struct DemandParameters {
    DemandForm form = DemandForm::les;
    std::vector<double> own_price_elasticities{};
    std::vector<double> income_elasticities{};
    double frisch = -2;
    double substitution = 1;
};

/// Fills `basket`, whose quantities have room for each product.
void demand(const DemandParameters& parameters, const BaselineBasket& baseline,
            const BudgetSet& budget, Basket& basket);

/// Welfare in money, positive for a gain. Where demand is not integrable, what is known of it is
/// one-sided.
struct WelfareChange {
    double equivalent = 0;    ///< EV: e(p0, u1) - m0; where not exact, it is at most this
    double compensating = 0;  ///< CV: m1 - e(p1, u0); where not exact, it is at least this
    bool exact = true;
};

/// From the baseline's budget to another. Exact for les and ces, whose expenditure functions are
/// known, and for isoelastic demand while one price alone changes (Hausman 1981). Else the bounds
/// of revealed preference: EV <= m1 - m0 - (p1 - p0) q1, CV >= m1 - m0 - (p1 - p0) q0, since no
/// level of utility costs more than a basket that yields it (Deaton and Muellbauer 1980, 2.6 and
/// 7).
WelfareChange welfare_change(const DemandParameters& parameters, const BaselineBasket& baseline,
                             const BudgetSet& budget, const Basket& basket);

/// Loss of consumers' surplus: the integral of demand over prices on the straight way from the
/// baseline's to `prices`, at the baseline's outlay. With several prices it depends on the way.
/// *Source*: Marshall 1890; Gauss-Legendre quadrature with 8 points on each of 4 parts.
double surplus_loss(const DemandParameters& parameters, const BaselineBasket& baseline,
                    std::span<const double> prices);

}  // namespace cellbook
