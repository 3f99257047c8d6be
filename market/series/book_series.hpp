/// Prices, quantities and incomes of a book, by period and by who buys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/intervals.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// Whose purchases make a row.
enum class Buyers : std::uint8_t { all, section, party };

struct BookSeriesOptions {
    Interval interval = Interval::month;  ///< not none
    Buyers by = Buyers::all;
    std::optional<std::string> commodity{};  ///< that prices are in
    std::vector<std::string> products{};     ///< none: every product that says a quantity
};

struct BookSeries {
    DataFrame frame{};
    std::vector<std::string> products{};  ///< in order of name
    std::string commodity{};
    std::vector<std::string> notes{};
};

/// *Shape*: a row a period and buyer, in this order: `period`, `buyer`, `income` of the buyers, and
/// for each product P `price_P` (the unit value: spending by quantity), `quantity_P`, `spending_P`
/// and `elsewhere_P`, the unit value of what all other buyers paid in the period. What was not
/// bought in a row has no price there. A row is as well known as the
/// weakest of its transactions.
/// *Units*: whole units of the commodity; sums are exact, divided in 50 digits and rounded once.
///
/// A buyer is the party at whose books the payer's are shown, or the section that it belongs to on
/// the day; one of none is `(none)`. Income is what the income accounts of households, and of who
/// else bought anything, show in the period. A reversed transaction counts as if it had never been.
/// *Errors*: `series_missing` (nothing bought says product and quantity, or a product is none of
/// them), `index_commodities_several`.
Result<BookSeries> book_series(const EntrySource& source, const Query& query,
                               const BookSeriesOptions& options);

}  // namespace cellbook
