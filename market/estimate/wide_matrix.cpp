#include "market/estimate/wide_matrix.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace cellbook {

namespace {

/// A running sum, in four strands so that additions need not wait for each other.
class LongSum {
public:
    void add(const DoubleDouble& value) {
        DoubleDouble& strand = strands_[next_++ % strands_.size()];
        const DoubleDouble sum = exact_sum(strand.high, value.high);
        strand = exact_sum(sum.high, sum.low + (strand.low + value.low));
    }
    [[nodiscard]] DoubleDouble total() const {
        return (strands_[0] + strands_[1]) + (strands_[2] + strands_[3]);
    }

private:
    std::array<DoubleDouble, 4> strands_{};
    std::size_t next_ = 0;
};

/// Rows where a column is not zero; empty where most are.
std::vector<std::vector<std::uint32_t>> sparse_rows(const WideMatrix& x) {
    constexpr std::size_t sparse = 4;
    std::vector<std::vector<std::uint32_t>> rows(x.columns());
    for (std::size_t j = 0; j < x.columns(); ++j) {
        const auto column = x.high.col(static_cast<Eigen::Index>(j));
        const auto filled = static_cast<std::size_t>((column.array() != 0).count());
        if (filled * sparse > x.rows()) continue;
        for (std::size_t i = 0; i < x.rows(); ++i) {
            if (column(static_cast<Eigen::Index>(i)) != 0) {
                rows[j].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
    return rows;
}

}  // namespace

WideMatrix::WideMatrix(std::size_t rows, const std::vector<std::vector<DoubleDouble>>& columns)
    : high(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns.size())) {
    const bool exact = std::ranges::all_of(columns, [](const auto& column) {
        return std::ranges::all_of(column, [](const DoubleDouble& x) { return x.low == 0; });
    });
    if (!exact) low.resize(high.rows(), high.cols());
    for (std::size_t j = 0; j < columns.size(); ++j) {
        assert(columns[j].size() == rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto row = static_cast<Eigen::Index>(i);
            const auto column = static_cast<Eigen::Index>(j);
            high(row, column) = columns[j][i].high;
            if (!exact) low(row, column) = columns[j][i].low;
        }
    }
}

RealMatrix cross_products(const WideMatrix& x) {
    const auto sparse = sparse_rows(x);
    RealMatrix products{x.columns(), x.columns()};
    for (std::size_t i = 0; i < x.columns(); ++i) {
        for (std::size_t j = i; j < x.columns(); ++j) {
            LongSum sum;
            const auto& few = sparse[i].empty() ? sparse[j] : sparse[i];
            if (few.empty()) {
                for (std::size_t row = 0; row < x.rows(); ++row) {
                    sum.add(x.at(row, i) * x.at(row, j));
                }
            } else {
                for (const std::uint32_t row : few) sum.add(x.at(row, i) * x.at(row, j));
            }
            products(i, j) = to_real(sum.total());
            products(j, i) = products(i, j);
        }
    }
    return products;
}

Matrix combine(const WideMatrix& x, const RealMatrix& weights) {
    assert(x.columns() == weights.rows());
    Matrix combined(x.high.rows(), static_cast<Eigen::Index>(weights.columns()));
    const auto sparse = sparse_rows(x);
    std::vector<DoubleDouble> sums(x.rows());
    for (std::size_t j = 0; j < weights.columns(); ++j) {
        std::ranges::fill(sums, DoubleDouble{});
        for (std::size_t k = 0; k < x.columns(); ++k) {
            const DoubleDouble weight = to_double_double(weights(k, j));
            if (weight.high == 0) continue;
            if (sparse[k].empty()) {
                for (std::size_t i = 0; i < x.rows(); ++i) sums[i] = sums[i] + x.at(i, k) * weight;
            } else {
                for (const std::uint32_t i : sparse[k]) sums[i] = sums[i] + x.at(i, k) * weight;
            }
        }
        for (std::size_t i = 0; i < x.rows(); ++i) {
            combined(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = sums[i].high;
        }
    }
    return combined;
}

void subtract_group_means(WideMatrix& x, const RowGroups& groups) {
    assert(groups.of_row.size() == x.rows());
    const auto& group = groups.of_row;
    std::vector<double> sizes(groups.count);
    for (const std::uint32_t g : group) ++sizes[g];
    if (x.low.size() == 0) x.low = Matrix::Zero(x.high.rows(), x.high.cols());
    for (std::size_t j = 0; j < x.columns(); ++j) {
        std::vector<DoubleDouble> means(groups.count);
        for (std::size_t i = 0; i < x.rows(); ++i) {
            means[group[i]] = means[group[i]] + x.at(i, j);
        }
        for (std::size_t g = 0; g < groups.count; ++g) {
            if (sizes[g] > 0) means[g] = means[g] / DoubleDouble{sizes[g], 0};
        }
        for (std::size_t i = 0; i < x.rows(); ++i) {
            const DoubleDouble rest = x.at(i, j) - means[group[i]];
            x.high(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rest.high;
            x.low(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rest.low;
        }
    }
}

}  // namespace cellbook
