#include "ledger/prices/price_panel.hpp"

#include <algorithm>

namespace cellbook {

Real PriceCell::price() const {
    if (quantity.sign() != 0) return value.to_real() / quantity.to_real();
    return quoted.to_real() / Real{quotes};
}

void PriceCell::add_quote(const Decimal& price) {
    quoted.add(price);
    ++quotes;
}

void PriceCell::add_sale(const Decimal& price, const Decimal& sold) {
    add_quote(price);
    value.add_product(price, sold);
    quantity.add(sold);
}

PricePanel::PricePanel(std::vector<PanelPeriod> periods, std::size_t products,
                       const std::vector<Item>& items, const PanelNeeds& needs)
    : periods_{std::move(periods)}, products_{products}, points_(periods_.size()) {
    for (const Item& item : items) {
        PricePoint point{.product = item.product, .price = item.cell.price()};
        point.quantity = item.cell.quantity.to_real();
        point.value = item.cell.value.to_real();
        if (needs.logs) point.log_price = log(point.price);
        if (needs.roots) point.root_quantity = sqrt(point.quantity);
        points_[item.period].push_back(point);
    }
    for (auto& points : points_) std::ranges::sort(points, {}, &PricePoint::product);
}

std::vector<MatchedPrice> matched(std::span<const PricePoint> base,
                                  std::span<const PricePoint> current) {
    std::vector<MatchedPrice> pairs;
    pairs.reserve(std::min(base.size(), current.size()));
    auto at = current.begin();
    for (const PricePoint& point : base) {
        while (at != current.end() && at->product < point.product) ++at;
        if (at == current.end()) break;
        if (at->product == point.product) pairs.push_back({&point, &*at});
    }
    return pairs;
}

}  // namespace cellbook
