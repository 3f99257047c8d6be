/// Price indexes of a panel, by any of the methods.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/prices/index_method.hpp"
#include "ledger/prices/price_panel.hpp"

namespace cellbook {

struct IndexOptions {
    std::vector<IndexMethod> methods{};
    std::optional<std::string> base{};    ///< label of a period; else the first
    std::optional<std::size_t> window{};  ///< periods that GEKS compares at once; else all
    Splice splice = Splice::mean;
};

struct IndexSeries {
    IndexMethod method{};
    std::vector<Real> values{};  ///< one a period, 1 in the base
};

struct PriceIndexes {
    std::size_t base = 0;  ///< which of the panel's periods
    std::vector<IndexSeries> series{};
    std::vector<std::string> notes{};  ///< what found no match
};

/// The indexes, in the order of the methods.
///
/// *Shape*: every period of the panel has a value. Products are matched for each two periods that
/// are compared; what only one of them has is left out, and a note says how many that were. A
/// series with a fixed base compares each period with it, earlier ones too; a chained one and GEKS
/// are made from the first period on and then set to 1 in the base.
/// *Requires*: the panel has quantities if a method needs them.
/// *Errors*: `index_base_unknown`, `index_nothing_in_common`, `index_option_invalid` (a window of
/// less than two periods).
Result<PriceIndexes> price_indexes(const PricePanel& panel, const IndexOptions& options);

}  // namespace cellbook
