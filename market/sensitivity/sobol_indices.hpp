/// Sobol' indices: which share of an output's variance each parameter makes, alone and with others.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/random/random_stream.hpp"
#include "market/sensitivity/quantiles.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

struct SaltelliDesign {
    std::size_t base_points = 0;  ///< n; best a power of 2
    std::size_t dimensions = 0;
    bool second_order = false;
    Seed seed{};

    /// Rows for each base point: A, then A with each column of B in turn, then (second order) B
    /// with each column of A, then B.
    [[nodiscard]] std::size_t rows_a_point() const {
        return (second_order ? 2 : 1) * dimensions + 2;
    }
};

/// The points at which a model is to be run, one a row, in (0, 1)^dimensions.
/// *Shape*: base_points * rows_a_point rows. *Errors*: `sampling_invalid`.
/// *Source*: Saltelli et al. (2010), section 4: A and B are the halves of one Sobol' sequence.
Result<Matrix> saltelli_points(const SaltelliDesign& design);

struct IndexEstimate {
    double value = 0;
    RealInterval interval{};  ///< by the bootstrap
};

struct SobolIndices {
    double mean = 0;
    double variance = 0;
    std::vector<IndexEstimate> first{};
    std::vector<IndexEstimate> total{};
    /// Of the pair i < j at `pair_index`; empty unless asked for.
    std::vector<IndexEstimate> second{};
    [[nodiscard]] std::size_t pair_index(std::size_t i, std::size_t j) const;
};

struct ResamplingOptions {
    double confidence = 0.95;
    std::size_t resamples = 1000;
};

/// *Shape*: an output for each row of `saltelli_points`.
/// The intervals are quantiles of estimates from base points drawn anew with replacement. Sobol'
/// points spread more evenly than chance, so they are rather too wide than too narrow.
/// *Errors*: `sensitivity_undefined`, when an output is not finite or none differs from another.
/// *Source*: first order Saltelli et al. (2010), table 2 (b); total Jansen (1999), table 2 (f);
/// second order Saltelli (2002), theorem 2.
Result<SobolIndices> sobol_indices(std::span<const double> outputs, const SaltelliDesign& design,
                                   const ResamplingOptions& bootstrap);

}  // namespace cellbook
