#include "ledger/prices/price_file.hpp"

#include <array>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/prices/period_order.hpp"

namespace cellbook {

namespace {

enum Column : std::size_t { period, product, price, quantity };

/// Names by number, in order of mention.
class Names {
public:
    std::uint32_t number_of(std::string_view name) {
        const auto known = numbers_.find(name);
        if (known != numbers_.end()) return known->second;
        return numbers_.emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    [[nodiscard]] std::size_t count() const { return numbers_.size(); }

private:
    std::map<std::string, std::uint32_t, std::less<>> numbers_{};
};

class PriceFileReading {
public:
    PriceFileReading(PriceRows& records, const PriceFileOptions& options)
        : records_{records}, options_{options} {}

    void read() {
        while (records_.next()) read_row();
    }
    [[nodiscard]] PricePanel panel() const;

private:
    void read_row();
    std::optional<Decimal> positive_price();
    /// False when the row's quantity is refused; none is fine where none is needed.
    bool read_quantity(std::optional<Decimal>& sold);
    PriceCell& cell_of(std::string_view period_label, std::string_view product_name);

    PriceRows& records_;
    const PriceFileOptions& options_;
    Names period_names_{};
    Names product_names_{};
    std::vector<PanelPeriod> periods_{};
    std::unordered_map<std::uint64_t, PriceCell> cells_{};  ///< by period, then product
};

std::optional<Decimal> PriceFileReading::positive_price() {
    const auto value = records_.number(price);
    if (!value || value->coefficient > 0) return value;
    records_.report({.code = DiagnosticCode::price_not_positive,
                     .explanation = "a price of " + to_string(*value) + " has no ratio to others",
                     .remedy = "Leave the row out if nothing was paid, and say so where you "
                               "publish; or take a larger product that includes what is free."},
                    price);
    return std::nullopt;
}

bool PriceFileReading::read_quantity(std::optional<Decimal>& sold) {
    if (!records_.has(quantity)) return true;
    const bool empty_is_fine = !options_.quantities_needed;
    if (empty_is_fine && records_.is_empty(quantity)) return true;
    sold = records_.number(quantity);
    if (!sold) return false;
    const bool fine = empty_is_fine ? sold->coefficient >= 0 : sold->coefficient > 0;
    if (fine) return true;
    records_.report({.code = DiagnosticCode::quantity_not_positive,
                     .explanation = "a quantity of " + to_string(*sold) + " gives no weight",
                     .remedy = "Leave the row out if nothing was bought, or take jevons, dutot or "
                               "carli, which need no quantities."},
                    quantity);
    return false;
}

PriceCell& PriceFileReading::cell_of(std::string_view period_label, std::string_view product_name) {
    const std::uint32_t at = period_names_.number_of(period_label);
    if (at == periods_.size()) {
        periods_.push_back({.label = std::string{period_label},
                            .position = records_.position(period),
                            .excerpt = records_.excerpt(period)});
    }
    constexpr unsigned half = 32;
    return cells_[std::uint64_t{at} << half | product_names_.number_of(product_name)];
}

void PriceFileReading::read_row() {
    const auto label = records_.text(period);
    const auto name = records_.text(product);
    const auto paid = positive_price();
    std::optional<Decimal> sold;
    if (!read_quantity(sold) || !label || !name || !paid) return;
    PriceCell& cell = cell_of(*label, *name);
    if (sold) {
        cell.add_sale(*paid, *sold);
    } else {
        cell.add_quote(*paid);
    }
}

PricePanel PriceFileReading::panel() const {
    std::vector<std::string> labels;
    for (const auto& known : periods_) labels.push_back(known.label);
    const auto order = order_of_periods(labels);
    std::vector<PanelPeriod> sorted;
    std::vector<std::uint32_t> place(order.size());
    for (const std::size_t at : order) {
        place[at] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(periods_[at]);
    }
    std::vector<PricePanel::Item> items;
    for (const auto& [key, cell] : cells_) {
        constexpr unsigned half = 32;
        items.push_back({.period = place[key >> half],
                         .product = static_cast<std::uint32_t>(key),
                         .cell = cell});
    }
    return {std::move(sorted), product_names_.count(), items};
}

}  // namespace

PriceFile read_price_file(TextFiles& files, const std::string& path,
                          const PriceFileOptions& options) {
    const std::array columns{PriceColumn{"period"}, PriceColumn{"product"}, PriceColumn{"price"},
                             PriceColumn{"quantity", options.quantities_needed}};
    PriceFile file;
    PriceRows records{files, path, columns, file.problems};
    PriceFileReading reading{records, options};
    reading.read();
    if (file.ok()) file.panel = reading.panel();
    return file;
}

}  // namespace cellbook
