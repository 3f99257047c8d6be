#include "market/sensitivity/sobol_indices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "market/sensitivity/sampling.hpp"

namespace cellbook {

namespace {

/// Outputs less their mean, by their place in the design.
class Outputs {
public:
    Outputs(std::span<const double> outputs, const SaltelliDesign& design)
        : design_{design}, centred_(outputs.begin(), outputs.end()) {
        double sum = 0;
        for (const double value : centred_) sum += value - outputs[0];
        mean_ = outputs[0] + sum / static_cast<double>(centred_.size());
        for (double& value : centred_) value -= mean_;
    }

    [[nodiscard]] double mean() const { return mean_; }
    [[nodiscard]] std::size_t points() const { return design_.base_points; }
    [[nodiscard]] double a(std::size_t point) const { return at(point, 0); }
    [[nodiscard]] double ab(std::size_t point, std::size_t d) const { return at(point, 1 + d); }
    [[nodiscard]] double ba(std::size_t point, std::size_t d) const {
        return at(point, 1 + design_.dimensions + d);
    }
    [[nodiscard]] double b(std::size_t point) const {
        return at(point, design_.rows_a_point() - 1);
    }

private:
    [[nodiscard]] double at(std::size_t point, std::size_t row) const {
        return centred_[point * design_.rows_a_point() + row];
    }

    SaltelliDesign design_;
    std::vector<double> centred_;
    double mean_ = 0;
};

/// Estimates from base points each counted so many times.
struct Estimates {
    double variance = 0;
    std::vector<double> first{};
    std::vector<double> total{};
    std::vector<double> second{};
};

double variance_of(const Outputs& outputs, std::span<const double> counts) {
    double sum = 0;
    double squares = 0;
    double weight = 0;
    for (std::size_t i = 0; i < outputs.points(); ++i) {
        const double a = outputs.a(i);
        const double b = outputs.b(i);
        sum += counts[i] * (a + b);
        squares += counts[i] * (a * a + b * b);
        weight += 2 * counts[i];
    }
    return squares / weight - (sum / weight) * (sum / weight);
}

void add_second_order(const Outputs& outputs, std::span<const double> counts, double scale,
                      std::size_t dimensions, Estimates& estimates) {
    for (std::size_t j = 0; j < dimensions; ++j) {
        for (std::size_t k = j + 1; k < dimensions; ++k) {
            double closed = 0;
            for (std::size_t i = 0; i < outputs.points(); ++i) {
                closed +=
                    counts[i] * (outputs.ba(i, j) * outputs.ab(i, k) - outputs.a(i) * outputs.b(i));
            }
            estimates.second.push_back(closed / scale - estimates.first[j] - estimates.first[k]);
        }
    }
}

Estimates estimate(const Outputs& outputs, std::span<const double> counts,
                   const SaltelliDesign& design) {
    Estimates estimates;
    estimates.variance = variance_of(outputs, counts);
    const double scale = estimates.variance * static_cast<double>(outputs.points());
    for (std::size_t d = 0; d < design.dimensions; ++d) {
        double first = 0;
        double total = 0;
        for (std::size_t i = 0; i < outputs.points(); ++i) {
            const double change = outputs.ab(i, d) - outputs.a(i);
            first += counts[i] * outputs.b(i) * change;
            total += counts[i] * change * change;
        }
        estimates.first.push_back(first / scale);
        estimates.total.push_back(total / (2 * scale));
    }
    if (design.second_order) {
        add_second_order(outputs, counts, scale, design.dimensions, estimates);
    }
    return estimates;
}

std::vector<IndexEstimate> with_intervals(const std::vector<double>& values,
                                          const std::vector<Estimates>& resampled,
                                          std::vector<double> Estimates::*which,
                                          double confidence) {
    std::vector<IndexEstimate> estimates;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<double> draws;
        for (const Estimates& each : resampled) draws.push_back((each.*which)[i]);
        constexpr double none = NAN;
        estimates.push_back(
            {.value = values[i],
             .interval = draws.empty()
                             ? RealInterval{none, none}
                             : central_interval(SortedSample{std::move(draws)}, confidence)});
    }
    return estimates;
}

std::vector<Estimates> resample(const Outputs& outputs, const SaltelliDesign& design,
                                const ResamplingOptions& bootstrap) {
    std::vector<Estimates> resampled;
    const PhiloxKey key = stream_key(design.seed, "bootstrap of Sobol' indices");
    std::vector<double> counts(design.base_points);
    for (std::size_t r = 0; r < bootstrap.resamples; ++r) {
        RandomStream stream{key, Replica{r}};
        std::fill(counts.begin(), counts.end(), 0.0);
        for (std::size_t i = 0; i < design.base_points; ++i) {
            counts[static_cast<std::size_t>(stream.below(design.base_points))] += 1;
        }
        Estimates estimates = estimate(outputs, counts, design);
        // Of a few points all may be one and the same: such a resample says nothing.
        if (estimates.variance > 0) resampled.push_back(std::move(estimates));
    }
    return resampled;
}

Diagnostic undefined(std::string what, std::string remedy) {
    return {.code = DiagnosticCode::sensitivity_undefined,
            .explanation = std::move(what),
            .remedy = std::move(remedy)};
}

}  // namespace

std::size_t SobolIndices::pair_index(std::size_t i, std::size_t j) const {
    assert(i < j && j < first.size());
    return i * first.size() - i * (i + 1) / 2 + (j - i - 1);
}

Result<Matrix> saltelli_points(const SaltelliDesign& design) {
    const std::size_t d = design.dimensions;
    auto halves = sample_points({.method = SamplingMethod::sobol,
                                 .points = design.base_points,
                                 .dimensions = 2 * d,
                                 .seed = design.seed});
    if (!halves) return std::move(halves).error();
    const auto columns = static_cast<Eigen::Index>(d);
    const auto rows = static_cast<Eigen::Index>(design.rows_a_point());
    Matrix points(halves->rows() * rows, columns);
    for (Eigen::Index i = 0; i < halves->rows(); ++i) {
        const auto a = halves->row(i).head(columns);
        const auto b = halves->row(i).tail(columns);
        Eigen::Index row = i * rows;
        points.row(row++) = a;
        for (Eigen::Index k = 0; k < columns; ++k, ++row) {
            points.row(row) = a;
            points(row, k) = b(k);
        }
        for (Eigen::Index k = 0; design.second_order && k < columns; ++k, ++row) {
            points.row(row) = b;
            points(row, k) = a(k);
        }
        points.row(row) = b;
    }
    return points;
}

Result<SobolIndices> sobol_indices(std::span<const double> outputs, const SaltelliDesign& design,
                                   const ResamplingOptions& bootstrap) {
    assert(outputs.size() == design.base_points * design.rows_a_point() && !outputs.empty());
    const auto bad = std::find_if(outputs.begin(), outputs.end(),
                                  [](double value) { return !std::isfinite(value); });
    if (bad != outputs.end()) {
        return undefined(fmt::format("run {} of {} gave no finite output",
                                     bad - outputs.begin() + 1, outputs.size()),
                         "Narrow the parameters to where the model has an answer.");
    }
    const Outputs centred{outputs, design};
    const std::vector<double> once(design.base_points, 1.0);
    const Estimates estimates = estimate(centred, once, design);
    if (!(estimates.variance > 0)) {
        return undefined(fmt::format("the output is {} in all runs: there is no variance to share",
                                     centred.mean()),
                         "Take a parameter that the output depends on.");
    }
    const auto resampled = resample(centred, design, bootstrap);
    const auto told = [&](const std::vector<double>& values,
                          std::vector<double> Estimates::*which) {
        return with_intervals(values, resampled, which, bootstrap.confidence);
    };
    return SobolIndices{.mean = centred.mean(),
                        .variance = estimates.variance,
                        .first = told(estimates.first, &Estimates::first),
                        .total = told(estimates.total, &Estimates::total),
                        .second = told(estimates.second, &Estimates::second)};
}

}  // namespace cellbook
