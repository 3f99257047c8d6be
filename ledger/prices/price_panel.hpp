/// What was paid for how much of each product in each period: what price indexes are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/prices/exact_sum.hpp"

namespace cellbook {

/// One product in one period: exact sums of what was paid and of what that bought.
///
/// Its price is the unit value, `value / quantity`: of one product within one period the mean that
/// gives back what was paid (CPI Manual 2020, 8.54 ff.; PPI Manual 2004, 20.15 ff.). Where no
/// quantity is known it is the mean of the prices quoted.
struct PriceCell {
    ExactSum value{};
    ExactSum quantity{};
    ExactSum quoted{};  ///< sum of the prices as quoted
    std::int64_t quotes = 0;

    [[nodiscard]] Real price() const;
    void add_quote(const Decimal& price);
    void add_sale(const Decimal& price, const Decimal& quantity);
};

/// A period, and where it was first named, for diagnostics.
struct PanelPeriod {
    std::string label{};
    Position position{};
    std::string excerpt{};
};

/// One product's numbers in one period, with what several formulas ask of them again and again.
struct PricePoint {
    std::uint32_t product = 0;
    Real price{};
    Real quantity{};       ///< zero where none is known
    Real value{};          ///< price times quantity
    Real log_price{};      ///< where logs are needed
    Real root_quantity{};  ///< where roots are needed
};

/// What formulas ask of points besides their sums: each takes as long as all sums together.
struct PanelNeeds {
    bool logs = true;
    bool roots = true;
};

/// The cells of a panel, exact on the way in and real on the way out.
class PricePanel {
public:
    struct Item {
        std::uint32_t period = 0;
        std::uint32_t product = 0;
        PriceCell cell{};
    };

    PricePanel() = default;
    /// *Requires*: periods in order; each (period, product) once; every price positive, and every
    /// quantity if any is.
    PricePanel(std::vector<PanelPeriod> periods, std::size_t products,
               const std::vector<Item>& items, const PanelNeeds& needs = {});

    [[nodiscard]] const std::vector<PanelPeriod>& periods() const { return periods_; }
    [[nodiscard]] std::size_t product_count() const { return products_; }
    /// In order of product.
    [[nodiscard]] std::span<const PricePoint> of(std::size_t period) const {
        return points_[period];
    }

private:
    std::vector<PanelPeriod> periods_{};
    std::size_t products_ = 0;
    std::vector<std::vector<PricePoint>> points_{};
};

/// A product that has a price in both of two periods.
struct MatchedPrice {
    const PricePoint* base = nullptr;
    const PricePoint* current = nullptr;
};

/// The products that both periods have: the matched model (CPI Manual 2020, 1.125 ff.).
std::vector<MatchedPrice> matched(std::span<const PricePoint> base,
                                  std::span<const PricePoint> current);

}  // namespace cellbook
