#include "market/pricing/partial_market.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/tools/toms748_solve.hpp>

namespace cellbook {

namespace {

double to_buyers(double seller_price, const MarketPolicy& policy) {
    return (seller_price + policy.unit_tax) * (1 + policy.tax) - policy.subsidy;
}

double to_sellers(double buyer_price, const MarketPolicy& policy) {
    return (buyer_price + policy.subsidy) / (1 + policy.tax) - policy.unit_tax;
}

double offered(const Curve& supply, double seller_price) {
    if (!supply.is_at_cost()) return seller_price > 0 ? supply.quantity(seller_price) : 0;
    // Rounding on the way through taxes must not stop a market that just covers its cost.
    constexpr double rounding = 1e-12;
    const bool covers = seller_price >= supply.price() * (1 - rounding);
    return covers ? std::numeric_limits<double>::infinity() : 0;
}

/// The seller's price at which what is asked is offered.
std::optional<double> meeting_price(const Curve& demand, const Curve& supply,
                                    const MarketPolicy& policy) {
    if (supply.is_at_cost()) return supply.price();
    const auto excess = [&](double seller_price) {
        return demand.quantity(to_buyers(seller_price, policy)) - offered(supply, seller_price);
    };
    const double lowest = std::max(to_sellers(0, policy), 0.0);
    double low = std::max(lowest, supply.price());
    double high = low > 0 ? low : 1;
    constexpr int doublings = 200;
    for (int i = 0; i < doublings && excess(low) < 0; ++i) low = lowest + (low - lowest) / 2;
    for (int i = 0; i < doublings && excess(high) > 0; ++i) high *= 2;
    const double at_low = excess(low);
    const double at_high = excess(high);
    if (at_low == 0) return low;
    if (at_high == 0) return high;
    if (!(at_low > 0) || !(at_high < 0)) return std::nullopt;
    std::uintmax_t steps = 200;
    const auto found = boost::math::tools::toms748_solve(
        excess, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(), steps);
    return (found.first + found.second) / 2;
}

MarketOutcome controlled(const Curve& demand, const Curve& supply, const MarketPolicy& policy,
                         double buyer_price, MarketState state) {
    MarketOutcome outcome{.buyer_price = buyer_price,
                          .seller_price = to_sellers(buyer_price, policy),
                          .demanded = demand.quantity(buyer_price),
                          .state = state};
    outcome.supplied = offered(supply, outcome.seller_price);
    if (policy.limit) outcome.supplied = std::min(outcome.supplied, *policy.limit);
    outcome.traded = std::min(outcome.demanded, outcome.supplied);
    if (std::isinf(outcome.supplied)) outcome.supplied = outcome.traded;
    return outcome;
}

MarketOutcome limited(const Curve& demand, const Curve& supply, const MarketPolicy& policy,
                      MarketOutcome outcome) {
    const double limit = *policy.limit;
    const double cost = supply.is_at_cost() ? supply.price()
                                            : supply.price_of(limit).value_or(outcome.seller_price);
    outcome.supplied = outcome.traded = limit;
    if (policy.limit_rule == LimitRule::price) {
        const auto price = demand.price_of(limit);
        outcome.buyer_price = price.value_or(std::numeric_limits<double>::infinity());
        outcome.seller_price = to_sellers(outcome.buyer_price, policy);
        outcome.demanded = limit;
        outcome.scarcity_rent = outcome.seller_price - cost;
        outcome.state = MarketState::scarce;
    } else {
        outcome.scarcity_rent = outcome.seller_price - cost;
        outcome.state = MarketState::rationed;
    }
    return outcome;
}

}  // namespace

std::optional<MarketOutcome> solve_market(const Curve& demand, const Curve& supply,
                                          const MarketPolicy& policy) {
    const auto seller_price = meeting_price(demand, supply, policy);
    if (!seller_price) return std::nullopt;
    MarketOutcome outcome{.buyer_price = to_buyers(*seller_price, policy),
                          .seller_price = *seller_price};
    outcome.demanded = demand.quantity(outcome.buyer_price);
    outcome.supplied = outcome.traded = outcome.demanded;
    if (policy.limit && outcome.traded > *policy.limit) {
        outcome = limited(demand, supply, policy, outcome);
        if (!std::isfinite(outcome.buyer_price) && !policy.ceiling) return std::nullopt;
    }
    if (policy.ceiling && outcome.buyer_price > *policy.ceiling) {
        outcome = controlled(demand, supply, policy, *policy.ceiling, MarketState::rationed);
        if (outcome.supplied <= 0) outcome.state = MarketState::stopped;
    }
    if (policy.floor && outcome.buyer_price < *policy.floor) {
        outcome = controlled(demand, supply, policy, *policy.floor, MarketState::glut);
        if (outcome.supplied <= outcome.traded) outcome.state = MarketState::clears;
    }
    return outcome;
}

}  // namespace cellbook
