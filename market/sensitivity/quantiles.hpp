/// What a sample of results says: mean, deviation, quantiles.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cellbook {

/// A sample in rising order.
class SortedSample {
public:
    /// *Requires*: all values finite.
    explicit SortedSample(std::vector<double> values);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    /// Between the two nearest values, weighted by distance. *Requires*: not empty; 0 <= share
    /// <= 1. *Source*: Hyndman and Fan (1996), definition 7, as R, numpy and spreadsheets have it.
    [[nodiscard]] double quantile(double share) const;
    /// *Requires*: not empty.
    [[nodiscard]] double mean() const;
    /// With n - 1; not a number of fewer than two values.
    [[nodiscard]] double sd() const;
    [[nodiscard]] std::span<const double> values() const { return values_; }

private:
    std::vector<double> values_;
};

struct RealInterval {
    double low = 0;
    double high = 0;
};

/// The middle of a sample that holds this share of it. *Requires*: not empty; 0 < share < 1.
RealInterval central_interval(const SortedSample& sample, double share);

}  // namespace cellbook
