#include "market/pricing/notional_demand.hpp"

#include <algorithm>

namespace cellbook {

void state_notional_demand(const Circle& circle, const DemandParameters& parameters,
                           Solution& solution) {
    const auto state_of = [](const ProductSolution& product) { return product.market.state; };
    if (std::ranges::find(solution.products, MarketState::rationed, state_of) ==
        solution.products.end()) {
        return;
    }
    const std::size_t products = solution.products.size();
    std::vector<double> prices;
    std::vector<double> more(products, 0.0);  // than was bought
    for (const ProductSolution& product : solution.products) {
        const bool stopped = product.market.state == MarketState::stopped;
        prices.push_back(stopped ? product.virtual_price : product.market.buyer_price);
    }
    std::vector<double> base(products);
    std::vector<double> asked(products);
    for (std::size_t h = 0; h < circle.households().size(); ++h) {
        const double copies = solution.copies[h];
        if (!(copies > 0)) continue;
        double composite = circle.households()[h].composite;
        for (std::size_t g = 0; g < products; ++g) {
            const bool stopped = solution.products[g].market.state == MarketState::stopped;
            base[g] = stopped ? 0 : circle.spending_of(h)[g];
            composite += stopped ? circle.spending_of(h)[g] : 0;
        }
        Basket basket{.quantities = asked};
        demand(parameters, {.quantities = base, .composite = composite},
               {.prices = prices, .outlay = solution.outlays[h] / copies}, basket);
        for (std::size_t g = 0; g < products; ++g) {
            more[g] += copies * asked[g] - solution.quantities[h * products + g];
        }
    }
    for (std::size_t g = 0; g < products; ++g) {
        MarketOutcome& market = solution.products[g].market;
        if (market.state == MarketState::rationed) market.demanded = market.traded + more[g];
    }
}

}  // namespace cellbook
