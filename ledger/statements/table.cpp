#include "ledger/statements/table.hpp"

#include <algorithm>

namespace cellbook {

TableAmount table_amount(Sum sum, CommodityId commodity, const Chart& chart) {
    return {sum, chart[commodity].scale, chart[commodity].symbol};
}

std::vector<TableAmount> table_amounts(const Sums& sums, const Chart& chart) {
    std::vector<TableAmount> amounts;
    for (const auto& [commodity, sum] : sums) {
        if (sum != 0) amounts.push_back(table_amount(sum, commodity, chart));
    }
    std::ranges::sort(amounts, {}, &TableAmount::commodity);
    if (amounts.empty()) amounts.push_back({});
    return amounts;
}

std::map<std::string, CommodityStyle> commodity_styles(const Chart& chart) {
    std::map<std::string, CommodityStyle> styles;
    for (std::uint32_t i = 0; i < chart.commodity_count(); ++i) {
        const Commodity& commodity = chart[CommodityId{i}];
        if (commodity.style != CommodityStyle{}) styles.emplace(commodity.symbol, commodity.style);
    }
    return styles;
}

}  // namespace cellbook
