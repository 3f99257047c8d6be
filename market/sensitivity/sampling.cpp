#include "market/sensitivity/sampling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "market/sensitivity/sobol_points.hpp"

namespace cellbook {

namespace {

constexpr std::array names{
    SamplingName{"monte-carlo", SamplingMethod::monte_carlo, "independent draws"},
    SamplingName{"lhs", SamplingMethod::latin_hypercube,
                 "a Latin hypercube: each parameter takes each of n equally likely ranges once"},
    SamplingName{"sobol", SamplingMethod::sobol, "Sobol' points, scrambled as of Owen"},
    SamplingName{"grid", SamplingMethod::grid, "every combination of n values of each parameter"},
};

constexpr double most_numbers = 1e8;

Eigen::Index index_of(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

Matrix by_chance(const SamplingOptions& options) {
    Matrix points(index_of(options.points), index_of(options.dimensions));
    const PhiloxKey key = stream_key(options.seed, "monte-carlo");
    for (std::size_t i = 0; i < options.points; ++i) {
        RandomStream stream{key, Replica{i}};
        for (std::size_t d = 0; d < options.dimensions; ++d) {
            points(index_of(i), index_of(d)) = stream.uniform();
        }
    }
    return points;
}

Matrix latin_hypercube(const SamplingOptions& options) {
    Matrix points(index_of(options.points), index_of(options.dimensions));
    const PhiloxKey key = stream_key(options.seed, "latin hypercube");
    std::vector<std::size_t> ranges(options.points);
    for (std::size_t d = 0; d < options.dimensions; ++d) {
        RandomStream stream{key, Replica{d}};
        std::iota(ranges.begin(), ranges.end(), std::size_t{0});
        stream.shuffle(std::span<std::size_t>{ranges});
        for (std::size_t i = 0; i < options.points; ++i) {
            const double within = stream.uniform();
            const double at =
                (static_cast<double>(ranges[i]) + within) / static_cast<double>(options.points);
            points(index_of(i), index_of(d)) = std::min(at, open_uniform(~std::uint64_t{0}));
        }
    }
    return points;
}

Matrix sobol(const SamplingOptions& options) {
    Matrix points(index_of(options.points), index_of(options.dimensions));
    const SobolSequence sequence{options.dimensions};
    for (std::size_t d = 0; d < options.dimensions; ++d) {
        const OwenScrambling scrambled{options.seed, d};
        for (std::size_t i = 0; i < options.points; ++i) {
            points(index_of(i), index_of(d)) =
                scrambled(sequence.coordinate(static_cast<std::uint32_t>(i), d));
        }
    }
    return points;
}

Matrix grid(const SamplingOptions& options) {
    std::size_t count = 1;
    for (std::size_t d = 0; d < options.dimensions; ++d) count *= options.points;
    Matrix points(index_of(count), index_of(options.dimensions));
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t rest = i;
        for (std::size_t d = options.dimensions; d-- > 0; rest /= options.points) {
            points(index_of(i), index_of(d)) = (static_cast<double>(rest % options.points) + 0.5) /
                                               static_cast<double>(options.points);
        }
    }
    return points;
}

std::optional<Diagnostic> too_many(const SamplingOptions& options) {
    const bool on_grid = options.method == SamplingMethod::grid;
    double rows = static_cast<double>(options.points);
    for (std::size_t d = 1; on_grid && d < options.dimensions && rows < most_numbers; ++d) {
        rows *= static_cast<double>(options.points);
    }
    if (options.method == SamplingMethod::sobol &&
        options.dimensions > SobolSequence::most_dimensions) {
        return Diagnostic{
            .code = DiagnosticCode::sampling_invalid,
            .explanation = fmt::format("Sobol' points have at most {} dimensions, "
                                       "and here are {}",
                                       SobolSequence::most_dimensions, options.dimensions),
            .remedy = "Sample with lhs or monte-carlo."};
    }
    if (rows * static_cast<double>(options.dimensions) <= most_numbers) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::sampling_invalid,
        .explanation =
            fmt::format("{} points{} in {} dimensions are more than {:.0f} numbers", options.points,
                        on_grid ? " along each side" : "", options.dimensions, most_numbers),
        .remedy = on_grid ? "Give fewer values of each parameter, or sample with sobol or lhs."
                          : "Ask for fewer points."};
}

}  // namespace

std::span<const SamplingName> sampling_names() {
    return names;
}

std::optional<SamplingMethod> sampling_method(std::string_view name) {
    for (const SamplingName& each : names) {
        if (each.name == name) return each.method;
    }
    return std::nullopt;
}

std::string_view to_string(SamplingMethod method) {
    return names[static_cast<std::size_t>(method)].name;
}

Result<Matrix> sample_points(const SamplingOptions& options) {
    if (auto refused = too_many(options)) return *std::move(refused);
    if (options.dimensions == 0) return Matrix(index_of(options.points), 0);
    switch (options.method) {
        case SamplingMethod::monte_carlo:
            return by_chance(options);
        case SamplingMethod::latin_hypercube:
            return latin_hypercube(options);
        case SamplingMethod::sobol:
            return sobol(options);
        case SamplingMethod::grid:
            return grid(options);
    }
    return Matrix{};
}

}  // namespace cellbook
