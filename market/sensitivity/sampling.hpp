/// Points of the unit cube: by chance, stratified, evenly spread, or on a grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"
#include "market/random/random_stream.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

enum class SamplingMethod : std::uint8_t { monte_carlo, latin_hypercube, sobol, grid };

struct SamplingName {
    std::string_view name;
    SamplingMethod method;
    std::string_view meaning;
};

/// In the order of the enumeration.
std::span<const SamplingName> sampling_names();
std::optional<SamplingMethod> sampling_method(std::string_view name);
std::string_view to_string(SamplingMethod method);

struct SamplingOptions {
    SamplingMethod method{};
    std::size_t points = 0;  ///< of a grid: along each dimension
    std::size_t dimensions = 0;
    Seed seed{};
};

/// Points, one a row, in the open cube (0, 1)^dimensions. Of chance and of Sobol' points the first
/// rows are the same whatever number is asked for.
/// *Errors*: `sampling_invalid`, when it would make more than 10^8 numbers.
/// *Source*: latin_hypercube McKay, Beckman and Conover (1979); sobol Joe and Kuo (2008), scrambled
/// as of Owen (1998); grid the middles of equal steps, the last dimension changing fastest.
Result<Matrix> sample_points(const SamplingOptions& options);

}  // namespace cellbook
