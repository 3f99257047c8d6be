/// Prices and quantities from a book's flows, as a panel for price indexes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/prices/price_panel.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/intervals.hpp"

namespace cellbook {

struct BookPriceOptions {
    Interval interval = Interval::month;  ///< not none
    std::optional<std::string> commodity{};
    PanelNeeds needs{};
};

struct BookPrices {
    PricePanel panel{};
    CommodityId commodity{};           ///< what the prices are in
    std::vector<std::string> notes{};  ///< how the prices are known, and what was left out
};

/// Unit values by product and period: what was paid by the quantity recorded, of the transactions
/// that match and say a quantity. What is priced is the product, or the kind where none is
/// named; cell by cell where it is about one, since cells are not alike.
///
/// A reversed transaction counts as if it had never been, in its own period, wherever its reversal
/// is dated. Memory grows with products, periods and reversals alone.
/// *Errors*: `prices_missing`, `index_commodities_several` (where `commodity` does not say
/// which), `price_not_positive`, `quantity_not_positive` of what reversals leave.
Result<BookPrices> book_prices(const EntrySource& source, const Query& query,
                               const BookPriceOptions& options);

}  // namespace cellbook
