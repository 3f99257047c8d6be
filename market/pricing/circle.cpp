#include "market/pricing/circle.hpp"

namespace cellbook {

namespace {

bool is_household(const Agent& agent) {
    return agent.sector == Sector::households || agent.sector == Sector::unclassified;
}

}  // namespace

Circle::Circle(const Baseline& baseline) : baseline_{&baseline} {
    outside_purchase_ = baseline.find_kind("purchase_outside");
    place_households();
    sum_agents();
    sum_costs();
}

void Circle::place_households() {
    household_of_.assign(baseline_->agents.size(), nowhere);
    for (Place agent = 0; agent < baseline_->agents.size(); ++agent) {
        if (!is_household(baseline_->agents[agent])) continue;
        household_of_[agent] = static_cast<Place>(households_.size());
        households_.push_back({.agent = agent, .section = baseline_->agents[agent].section});
    }
    spending_.assign(households_.size() * baseline_->products.size(), 0.0);
}

void Circle::sum_agents() {
    const std::size_t agents = baseline_->agents.size();
    for (auto* sums : {&sales_, &receipts_, &distributed_, &ruled_, &profits_}) {
        sums->assign(agents, 0.0);
    }
    for (const Payment& payment : baseline_->payments) {
        if (payment.in_kind) continue;
        const Place payer = household_of_[payment.payer];
        const Place payee = household_of_[payment.payee];
        receipts_[payment.payee] += payment.amount;
        profits_[payment.payee] += payment.amount;
        if (payment.product != nowhere) sales_[payment.payee] += payment.amount;
        if (payment.behaviour == Behaviour::distribution) {
            distributed_[payment.payer] += payment.amount;
        } else {
            profits_[payment.payer] -= payment.amount;
        }
        if (payment.behaviour == Behaviour::rule) ruled_[payment.payer] += payment.amount;
        // Cells are bought out of wealth, and what is got for them is wealth: neither feeds
        // consumption.
        if (payment.behaviour == Behaviour::capital) continue;
        if (payee != nowhere) households_[payee].committed_balance += payment.amount;
        if (payer == nowhere) continue;
        CircleHousehold& household = households_[payer];
        if (payment.behaviour == Behaviour::demand) {
            spending_[payer * baseline_->products.size() + payment.product] += payment.amount;
            household.outlay += payment.amount;
        } else if (payment.behaviour == Behaviour::income_share) {
            household.composite += payment.amount;
            household.outlay += payment.amount;
        } else {
            household.committed_balance -= payment.amount;
        }
    }
    withdraw_reversed();
}

/// Spending below zero (a purchase before the period, reversed within it) answers to no price.
void Circle::withdraw_reversed() {
    const std::size_t products = baseline_->products.size();
    for (std::size_t h = 0; h < households_.size(); ++h) {
        for (std::size_t g = 0; g < products; ++g) {
            double& spending = spending_[h * products + g];
            if (spending >= 0) continue;
            households_[h].outlay -= spending;
            households_[h].committed_balance -= spending;
            spending = 0;
        }
        if (households_[h].composite >= 0) continue;
        households_[h].outlay -= households_[h].composite;
        households_[h].committed_balance -= households_[h].composite;
        households_[h].composite = 0;
    }
}

bool Circle::is_chosen(const Payment& payment) const {
    const Place row = household_of_[payment.payer];
    if (row == nowhere) return false;
    if (payment.behaviour == Behaviour::demand) return spending_of(row)[payment.product] > 0;
    return payment.behaviour == Behaviour::income_share && households_[row].composite > 0;
}

void Circle::sum_costs() {
    std::vector<double> outside(baseline_->agents.size(), 0.0);
    for (const Payment& payment : baseline_->payments) {
        if (payment.behaviour == Behaviour::input && is_outside_purchase(payment)) {
            outside[payment.payer] += payment.amount;
        }
    }
    outside_shares_.assign(baseline_->products.size(), 0.0);
    for (const Payment& payment : baseline_->payments) {
        if (payment.product == nowhere || !(sales_[payment.payee] > 0)) continue;
        outside_shares_[payment.product] +=
            payment.amount * outside[payment.payee] / sales_[payment.payee];
    }
    for (std::size_t g = 0; g < outside_shares_.size(); ++g) {
        const double sold = baseline_->products[g].sales;
        outside_shares_[g] = sold > 0 ? outside_shares_[g] / sold : 0;
    }
}

Place Circle::taxing_section(const Payment& payment) const {
    const Place seller = baseline_->agents[payment.payee].section;
    return seller != nowhere ? seller : baseline_->agents[payment.payer].section;
}

}  // namespace cellbook
