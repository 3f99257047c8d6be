/// Small dense matrices of 50 digits: where the algebra of a regression is done.
///
/// A design has a million rows and a handful of columns. Its rows are folded once into cross
/// products of 32 digits; all that follows is matrices of the columns' size, whose cost does not
/// show, so that no choice of algorithm shows in the printed 17 digits either.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ledger/real.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

class RealMatrix {
public:
    RealMatrix() = default;
    RealMatrix(std::size_t rows, std::size_t columns)
        : rows_{rows}, columns_{columns}, values_(rows * columns) {}
    static RealMatrix identity(std::size_t size);
    explicit RealMatrix(const Matrix& from);

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    Real& operator()(std::size_t row, std::size_t column) {
        return values_[row * columns_ + column];
    }
    const Real& operator()(std::size_t row, std::size_t column) const {
        return values_[row * columns_ + column];
    }

    [[nodiscard]] RealMatrix transposed() const;
    /// Rows and columns by number.
    [[nodiscard]] RealMatrix part(const std::vector<std::size_t>& rows,
                                  const std::vector<std::size_t>& columns) const;
    [[nodiscard]] Matrix to_doubles() const;

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<Real> values_{};
};

RealMatrix operator*(const RealMatrix& a, const RealMatrix& b);
RealMatrix operator+(const RealMatrix& a, const RealMatrix& b);
RealMatrix operator-(const RealMatrix& a, const RealMatrix& b);
RealMatrix operator*(const Real& factor, const RealMatrix& a);

/// The upper triangle R of a symmetric matrix R'R; absent where it is not positive definite.
std::optional<RealMatrix> cholesky(const RealMatrix& symmetric);
/// *Requires*: upper triangular, no zero on the diagonal.
RealMatrix inverse_of_triangle(const RealMatrix& upper);
/// The inverse of a symmetric matrix; absent where it is not positive definite, or a column leaves
/// less than this share of its square to those after it.
std::optional<RealMatrix> inverse(const RealMatrix& symmetric, double least_share = 0);
/// Rising eigenvalues of a symmetric matrix, by Jacobi's rotations.
std::vector<Real> eigenvalues(RealMatrix symmetric);

}  // namespace cellbook
