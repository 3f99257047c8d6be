/// The cells of a book's register as a frame: what they are like and what they are let for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/housing/property_scope.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

struct CellSeriesOptions {
    std::vector<std::string> sections{};     ///< words found in their names; none: all
    std::optional<std::string> commodity{};  ///< that rents are in
};

struct CellSeries {
    DataFrame frame{};
    std::string commodity{};
};

/// *Shape*: a row a cell that exists on the day, and where several leases of it stand a row a
/// lease: `cell`, `section`, `grade`, `area`, `places`, `floor`, `age` (years since the last
/// improvement) and `rent`; what is not known is missing. A row is as well known as the weaker
/// of cell and lease; nothing said is observed. *Units*: square metres, years of 365.25 days; rent
/// is money a month and whole cell, as `rents` brings it there. *Errors*: `register_empty`,
/// `index_commodities_several`.
Result<CellSeries> cell_series(const EntrySource& source, const PropertyRegister& property,
                               Date day, const CellSeriesOptions& options);

}  // namespace cellbook
