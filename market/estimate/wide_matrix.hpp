/// Tall matrices of double-doubles, their cross products and their combinations of columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "market/estimate/real_matrix.hpp"
#include "market/series/double_double.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

/// `high + low`, column by column; `low` has no column where all of it is zero.
struct WideMatrix {
    Matrix high{};
    Matrix low{};

    WideMatrix() = default;
    WideMatrix(std::size_t rows, const std::vector<std::vector<DoubleDouble>>& columns);

    [[nodiscard]] std::size_t rows() const { return static_cast<std::size_t>(high.rows()); }
    [[nodiscard]] std::size_t columns() const { return static_cast<std::size_t>(high.cols()); }
    [[nodiscard]] DoubleDouble at(std::size_t row, std::size_t column) const {
        const auto i = static_cast<Eigen::Index>(row);
        const auto j = static_cast<Eigen::Index>(column);
        return {high(i, j), low.size() == 0 ? 0 : low(i, j)};
    }
};

/// X'X, of which every product and sum has 32 digits.
RealMatrix cross_products(const WideMatrix& x);

/// X W, computed in 32 digits and rounded once.
Matrix combine(const WideMatrix& x, const RealMatrix& weights);

/// Groups of rows, numbered from 0 without gaps.
struct RowGroups {
    std::string name{};
    std::vector<std::uint32_t> of_row{};
    std::size_t count = 0;
};

/// Subtracts from each column its mean within each group.
void subtract_group_means(WideMatrix& x, const RowGroups& groups);

}  // namespace cellbook
