/// Panels for tests of price indexes.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "ledger/prices/price_index.hpp"

namespace cellbook::test {

struct Sale {
    std::uint32_t product = 0;
    std::string price{};
    std::string quantity{};  ///< empty: not known
};
using Sales = std::vector<Sale>;

/// A panel of periods `1`, `2` and so on.
inline PricePanel panel_of(const std::vector<Sales>& periods, const PanelNeeds& needs = {}) {
    std::vector<PanelPeriod> labels;
    std::vector<PricePanel::Item> items;
    std::uint32_t products = 0;
    for (const Sales& sales : periods) {
        const auto period = static_cast<std::uint32_t>(labels.size());
        labels.push_back({.label = std::to_string(period + 1)});
        for (const Sale& sale : sales) {
            PriceCell cell;
            const auto price = parse_decimal(sale.price);
            if (sale.quantity.empty()) {
                cell.add_quote(*price);
            } else {
                cell.add_sale(*price, *parse_decimal(sale.quantity));
            }
            items.push_back({.period = period, .product = sale.product, .cell = cell});
            products = std::max(products, sale.product + 1);
        }
    }
    return {std::move(labels), products, items, needs};
}

/// The data of tables 19.1 and 19.2 of the PPI Manual (ILO, IMF, OECD, UN-ECE, World Bank 2004), as
/// the R package gpindex (marberts/gpindex) holds them: price6 and quantity6.
inline std::vector<Sales> ppi_manual() {
    const std::vector<std::vector<std::string>> prices{
        {"1", "1.2", "1", "0.8", "1"},     {"1", "3", "1", "0.5", "1"},
        {"1", "1.3", "1.5", "1.6", "1.6"}, {"1", "0.7", "0.5", "0.3", "0.1"},
        {"1", "1.4", "1.7", "1.9", "2"},   {"1", "0.8", "0.6", "0.4", "0.2"}};
    const std::vector<std::vector<std::string>> quantities{
        {"1", "0.8", "1", "1.2", "0.9"},   {"1", "0.9", "1.1", "1.2", "1.2"},
        {"2", "1.9", "1.8", "1.9", "2"},   {"1", "1.3", "3", "6", "12"},
        {"4.5", "4.7", "5", "5.6", "6.5"}, {"0.5", "0.6", "0.8", "1.3", "2.5"}};
    std::vector<Sales> periods(5);
    for (std::uint32_t product = 0; product < 6; ++product) {
        for (std::size_t period = 0; period < 5; ++period) {
            periods[period].push_back(
                {product, prices[product][period], quantities[product][period]});
        }
    }
    return periods;
}

/// Prices and quantities drawn at random, each product in every period.
inline std::vector<Sales> drawn(unsigned seed, std::size_t periods, std::uint32_t products) {
    std::mt19937 draw{seed};  // its numbers are fixed by the standard, those of distributions not
    const auto number = [&](unsigned most) { return std::to_string(1 + draw() % most); };
    std::vector<Sales> all(periods);
    for (Sales& sales : all) {
        for (std::uint32_t product = 0; product < products; ++product) {
            sales.push_back({product, number(40) + "." + number(9), number(1000)});
        }
    }
    return all;
}

/// The index by one method.
inline std::vector<Real> index_by(const std::vector<Sales>& periods, const std::string& method,
                                  IndexOptions options = {}) {
    const std::vector<std::string> names{method};
    options.methods = *parse_index_methods({.names = names});
    const auto indexes = price_indexes(panel_of(periods), options);
    return indexes ? indexes->series.front().values : std::vector<Real>{};
}

inline bool nearly(const Real& a, const Real& b) {
    return abs(a - b) < abs(b) * Real{"1e-45"} + Real{"1e-45"};
}

}  // namespace cellbook::test
