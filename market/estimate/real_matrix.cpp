#include "market/estimate/real_matrix.hpp"

#include <algorithm>
#include <cassert>

namespace cellbook {

RealMatrix RealMatrix::identity(std::size_t size) {
    RealMatrix matrix{size, size};
    for (std::size_t i = 0; i < size; ++i) matrix(i, i) = 1;
    return matrix;
}

RealMatrix::RealMatrix(const Matrix& from)
    : RealMatrix(static_cast<std::size_t>(from.rows()), static_cast<std::size_t>(from.cols())) {
    for (Eigen::Index i = 0; i < from.rows(); ++i) {
        for (Eigen::Index j = 0; j < from.cols(); ++j) {
            (*this)(static_cast<std::size_t>(i), static_cast<std::size_t>(j)) = from(i, j);
        }
    }
}

RealMatrix RealMatrix::transposed() const {
    RealMatrix turned{columns_, rows_};
    for (std::size_t i = 0; i < rows_; ++i) {
        for (std::size_t j = 0; j < columns_; ++j) turned(j, i) = (*this)(i, j);
    }
    return turned;
}

RealMatrix RealMatrix::part(const std::vector<std::size_t>& rows,
                            const std::vector<std::size_t>& columns) const {
    RealMatrix chosen{rows.size(), columns.size()};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            chosen(i, j) = (*this)(rows[i], columns[j]);
        }
    }
    return chosen;
}

Matrix RealMatrix::to_doubles() const {
    Matrix doubles(static_cast<Eigen::Index>(rows_), static_cast<Eigen::Index>(columns_));
    for (std::size_t i = 0; i < rows_; ++i) {
        for (std::size_t j = 0; j < columns_; ++j) {
            doubles(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
                (*this)(i, j).convert_to<double>();
        }
    }
    return doubles;
}

RealMatrix operator*(const RealMatrix& a, const RealMatrix& b) {
    assert(a.columns() == b.rows());
    RealMatrix product{a.rows(), b.columns()};
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t k = 0; k < a.columns(); ++k) {
            if (a(i, k) == 0) continue;
            for (std::size_t j = 0; j < b.columns(); ++j) product(i, j) += a(i, k) * b(k, j);
        }
    }
    return product;
}

RealMatrix operator+(const RealMatrix& a, const RealMatrix& b) {
    assert(a.rows() == b.rows() && a.columns() == b.columns());
    RealMatrix sum = a;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j) sum(i, j) += b(i, j);
    }
    return sum;
}

RealMatrix operator-(const RealMatrix& a, const RealMatrix& b) {
    return a + Real{-1} * b;
}

RealMatrix operator*(const Real& factor, const RealMatrix& a) {
    RealMatrix scaled = a;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j) scaled(i, j) *= factor;
    }
    return scaled;
}

std::optional<RealMatrix> cholesky(const RealMatrix& symmetric) {
    const std::size_t size = symmetric.rows();
    RealMatrix upper{size, size};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i; j < size; ++j) {
            Real rest = symmetric(i, j);
            for (std::size_t k = 0; k < i; ++k) rest -= upper(k, i) * upper(k, j);
            if (j > i) {
                upper(i, j) = rest / upper(i, i);
            } else if (!(rest > 0)) {
                return std::nullopt;
            } else {
                upper(i, i) = sqrt(rest);
            }
        }
    }
    return upper;
}

RealMatrix inverse_of_triangle(const RealMatrix& upper) {
    const std::size_t size = upper.rows();
    RealMatrix inverse{size, size};
    for (std::size_t j = 0; j < size; ++j) {
        inverse(j, j) = Real{1} / upper(j, j);
        for (std::size_t i = j; i-- > 0;) {
            Real sum = 0;
            for (std::size_t k = i + 1; k <= j; ++k) sum += upper(i, k) * inverse(k, j);
            inverse(i, j) = -sum / upper(i, i);
        }
    }
    return inverse;
}

std::optional<RealMatrix> inverse(const RealMatrix& symmetric, double least_share) {
    const auto upper = cholesky(symmetric);
    if (!upper) return std::nullopt;
    for (std::size_t i = 0; i < symmetric.rows(); ++i) {
        const Real left = (*upper)(i, i) * (*upper)(i, i);
        if (left < symmetric(i, i) * Real{least_share}) return std::nullopt;
    }
    const RealMatrix turned = inverse_of_triangle(*upper);
    return turned * turned.transposed();
}

std::vector<Real> eigenvalues(RealMatrix a) {
    constexpr int most_sweeps = 100;
    const std::size_t size = a.rows();
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        Real off = 0;
        Real diagonal = 0;
        for (std::size_t i = 0; i < size; ++i) {
            diagonal += a(i, i) * a(i, i);
            for (std::size_t j = i + 1; j < size; ++j) off += a(i, j) * a(i, j);
        }
        if (off <= diagonal * Real{1e-80}) break;
        for (std::size_t p = 0; p < size; ++p) {
            for (std::size_t q = p + 1; q < size; ++q) {
                if (a(p, q) == 0) continue;
                const Real ratio = (a(q, q) - a(p, p)) / (2 * a(p, q));
                const Real root = abs(ratio) + sqrt(ratio * ratio + 1);
                const Real tangent = (ratio < 0 ? -1 : 1) / root;
                const Real cosine = 1 / sqrt(tangent * tangent + 1);
                const Real sine = tangent * cosine;
                for (std::size_t k = 0; k < size; ++k) {
                    const Real left = a(k, p);
                    a(k, p) = cosine * left - sine * a(k, q);
                    a(k, q) = sine * left + cosine * a(k, q);
                }
                for (std::size_t k = 0; k < size; ++k) {
                    const Real above = a(p, k);
                    a(p, k) = cosine * above - sine * a(q, k);
                    a(q, k) = sine * above + cosine * a(q, k);
                }
            }
        }
    }
    std::vector<Real> values(size);
    for (std::size_t i = 0; i < size; ++i) values[i] = a(i, i);
    std::ranges::sort(values);
    return values;
}

}  // namespace cellbook
