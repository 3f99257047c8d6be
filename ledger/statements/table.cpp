#include "ledger/statements/table.hpp"

#include <algorithm>
#include <type_traits>

namespace cellbook {

namespace {

std::string amount_text(const TableAmount& amount) {
    std::string text = to_decimal_text(amount.minor, amount.scale);
    return amount.commodity.empty() ? text : text + ' ' + amount.commodity;
}

}  // namespace

std::string plain_text(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<Held, std::string>) {
                return held;
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return std::to_string(held);
            } else if constexpr (std::is_same_v<Held, TableAmount>) {
                return to_decimal_text(held.minor, held.scale);
            } else if constexpr (std::is_same_v<Held, std::vector<TableAmount>>) {
                std::string text;
                for (const auto& amount : held) {
                    text += (text.empty() ? "" : ", ") + amount_text(amount);
                }
                return text;
            } else if constexpr (std::is_same_v<Held, TableReal>) {
                return to_string(held.value);
            } else {
                return to_string(held);
            }
        },
        value);
}

void for_each_fact(const Table& table, const RowVisitor& visit) {
    for (const Row& row : table.rows) {
        if (row.role == Row::Role::fact) visit(row);
    }
    if (table.more) table.more(visit, {});
}

void for_each_line(const Table& table, const RowVisitor& visit) {
    const auto& rows = table.layout ? table.layout->rows : table.rows;
    for (const Row& row : rows) visit(row);
    if (table.more) table.more({}, visit);
}

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
