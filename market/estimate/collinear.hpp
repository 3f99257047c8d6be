/// Whether columns say different things, and which move together where they do not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/estimate/design.hpp"
#include "market/estimate/real_matrix.hpp"

namespace cellbook {

/// The triangle R of a column-scaled QR of some columns, from their cross products: what each
/// column has that those before it do not say stands on its diagonal.
struct Triangle {
    RealMatrix upper{};
    /// The least share of a column's length that those before it leave; below 1e-7, a note is due.
    double least_share = 1;
    std::string least_column{};
};

/// A column of which those before it leave less than 1e-11 of its length is taken for their
/// combination: with 16 digits a column, what is left is rounding.
/// *Errors*: `columns_collinear`, with the columns that move together and how; `not_identified`
/// where a column never varies.
Result<Triangle> triangle_of(const Design& design, const RealMatrix& products,
                             const std::vector<std::size_t>& columns);

}  // namespace cellbook
