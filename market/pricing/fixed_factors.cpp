#include "market/pricing/fixed_factors.hpp"

#include <algorithm>
#include <cmath>

#include "market/pricing/cell_price.hpp"

namespace cellbook {

FixedFactors::FixedFactors(const Circle& circle, const Policy& policy,
                           const ModelParameters& parameters)
    : circle_{circle},
      baseline_{circle.baseline()},
      policy_{policy},
      parameters_{parameters},
      outside_price_{policy.outside_cost *
                     (1 + parameters.exchange_pass_through * (policy.exchange_rate - 1))} {
    tax_cells();
}

bool FixedFactors::is_levy(const Payment& payment) const {
    return baseline_.agents[payment.payee].sector == Sector::sections;
}

void FixedFactors::tax_cells() {
    cell_spending_.assign(baseline_.agents.size(), 0.0);
    cell_levies_.assign(baseline_.agents.size(), 0.0);
    double all = 0;
    double levied = 0;
    for (const Payment& payment : baseline_.payments) {
        if (payment.behaviour != Behaviour::capital) continue;
        cell_spending_[payment.payer] += payment.amount;
        all += payment.amount;
        if (!is_levy(payment)) continue;
        cell_levies_[payment.payer] += payment.amount;
        levied += payment.amount;
    }
    old_tax_ = all > 0 ? levied / all : 0;
    new_tax_ = policy_.cell_sale_tax.value_or(old_tax_);
    if (new_tax_ == old_tax_) return;
    const CellPriceTerms terms{.discount_rate = parameters_.discount_rate,
                               .loss_risk = parameters_.loss_risk,
                               .stay_years = parameters_.stay_years,
                               .sale_tax = old_tax_};
    cell_price_factor_ = price_under_tax(terms, new_tax_);
    turnover_factor_ = std::pow((1 - new_tax_) / (1 - old_tax_), parameters_.turnover_elasticity);
}

double FixedFactors::copies(Place agent) const {
    const Place row = circle_.household_of(agent);
    return row == nowhere ? 1 : Policy::at(policy_.people, circle_.households()[row].section);
}

double FixedFactors::of(const Payment& payment) const {
    const Place section = baseline_.agents[payment.payer].section;
    switch (payment.behaviour) {
        case Behaviour::per_head: {
            const bool entry = baseline_.kinds[payment.kind] == "section_entry";
            return copies(payment.payer) *
                   Policy::at(entry ? policy_.entry : policy_.dues, section);
        }
        case Behaviour::rent:
            return copies(payment.payer) * Policy::at(policy_.rents, section);
        case Behaviour::capital:
            return cell_price_factor_ * turnover_factor_ * Policy::at(policy_.rents, section);
        case Behaviour::exogenous:
            return exogenous(payment);
        case Behaviour::input:
            return circle_.is_outside_purchase(payment) ? outside_price_ : 1;
        default:
            return 1;
    }
}

double FixedFactors::exogenous(const Payment& payment) const {
    const std::string& kind = baseline_.kinds[payment.kind];
    const bool by_household = circle_.household_of(payment.payer) != nowhere;
    double factor = copies(by_household ? payment.payer : payment.payee);
    if (kind == "food_allowance" || kind == "food_allowance_in_kind") factor *= policy_.allowance;
    if (kind == "family_transfer" || kind == "family_income") factor *= policy_.family_income;
    if (kind == "purchase_outside") factor *= outside_price_;
    if (payment.foreign) factor *= policy_.exchange_rate;
    return factor;
}

FixedFactors::CellShare FixedFactors::cell_share(const Payment& payment) const {
    if (new_tax_ == old_tax_) return {};
    const double all = cell_spending_[payment.payer];
    const double levies = cell_levies_[payment.payer];
    if (levies > 0 && levies < all && old_tax_ > 0) {
        const double own_tax = levies / all;
        const double tax = std::min(1.0, own_tax * new_tax_ / old_tax_);
        return {.factor = is_levy(payment) ? tax / own_tax : (1 - tax) / (1 - own_tax)};
    }
    if (is_levy(payment)) return {};
    return {.factor = 1 - new_tax_, .added_tax = new_tax_};
}

}  // namespace cellbook
