/// A solution of the pricing model: what everybody pays, at which prices, and how exactly.
#pragma once

#include <string>
#include <vector>

#include "market/baseline/baseline.hpp"
#include "market/pricing/partial_market.hpp"

namespace cellbook {

/// How a product's market ends up. *Units*: prices relative to the baseline's, quantities in
/// spending at its prices.
struct ProductSolution {
    MarketOutcome market{};
    /// Where custom is turned away: the price at which as much would be asked for as there is
    /// (Neary and Roberts 1980); else the buyers' price.
    double virtual_price = 1;
};

/// A payment that the baseline does not have: a tax, or what an owner draws who drew nothing.
struct AddedPayment {
    Place payer = nowhere;
    Place payee = nowhere;
    enum class Sort : std::uint8_t { tax, subsidy, cell_tax, drawings } sort = Sort::tax;
    double amount = 0;
};

/// *Shape*: `paid` and `quantity_factors` by payment of the baseline; the household vectors by row
/// of the `Circle`, totals over all copies of a household where people were added.
struct Solution {
    std::vector<ProductSolution> products{};
    std::vector<double> paid{};              ///< what the payee gets; taxes on it are `added`
    std::vector<double> quantity_factors{};  ///< relative to the baseline
    std::vector<AddedPayment> added{};
    std::vector<double> outlays{};      ///< of households, on products and composite
    std::vector<double> copies{};       ///< how many of each household there are
    std::vector<double> refunds{};      ///< virtual income from goods had below their virtual price
    std::vector<double> quantities{};   ///< households x products, at the baseline's prices
    std::vector<double> composites{};   ///< of households
    std::vector<double> net_lending{};  ///< by agent
    double cell_price_factor = 1;
    double turnover_factor = 1;

    int rounds = 0;
    double last_change = 0;  ///< of prices and outlays in the last round, relative
    bool converged = false;
    std::string worst{};            ///< whose change that was
    double budget_residual = 0;     ///< the largest difference between outlay and what was bought
    double redundant_residual = 0;  ///< what is lent inside plus outside: zero by Walras' law
    int cut_households = 0;         ///< whose outlay does not suffice
    int broke_households = 0;       ///< whose committed payments exceed all they get

    /// What goods had below their virtual prices are worth to a household beyond what it pays.
    [[nodiscard]] double refund_of(std::size_t household) const {
        double refund = 0;
        for (std::size_t g = 0; g < products.size(); ++g) {
            refund += (products[g].virtual_price - products[g].market.buyer_price) *
                      quantities[household * products.size() + g];
        }
        return refund;
    }
};

}  // namespace cellbook
