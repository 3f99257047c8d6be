/// Prices and quantities from a CSV file, as a panel for price indexes.
#pragma once

#include <string>

#include "ledger/prices/price_panel.hpp"
#include "ledger/prices/price_rows.hpp"

namespace cellbook {

struct PriceFileOptions {
    bool quantities_needed = false;  ///< some method asks for them
};

struct PriceFile {
    PricePanel panel{};  ///< empty when there are problems
    PriceProblems problems{};

    [[nodiscard]] bool ok() const { return problems.count == 0; }
};

/// Reads columns `period,product,price` and, where it is there, `quantity`, in any order of columns
/// and rows. Rows of one product and period add up: what was paid to what was bought. Periods come
/// in the order of `order_of_periods`.
/// *Errors*, reported with their places: those of `PriceRows`, `price_not_positive`,
/// `quantity_not_positive`.
PriceFile read_price_file(TextFiles& files, const std::string& path,
                          const PriceFileOptions& options);

}  // namespace cellbook
