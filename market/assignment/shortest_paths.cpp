#include "market/assignment/shortest_paths.hpp"

// Four 64-bit integers at a time where the processor has AVX2, which is asked when the program
// starts. Integers come to the same on every machine. Sanitizers start after such questions.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CELLBOOK_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CELLBOOK_WIDE
#endif

namespace cellbook {

namespace {

CELLBOOK_WIDE std::int64_t relax_cells(const std::int64_t* __restrict values,
                                       const std::int64_t* __restrict prices,
                                       std::int64_t* __restrict distances,
                                       std::int64_t* __restrict by, std::int64_t base,
                                       std::int64_t household, std::size_t cells) {
    std::int64_t least = no_path;
    for (std::size_t c = 0; c < cells; ++c) {
        const std::int64_t offered = base + prices[c] - values[c];
        const std::int64_t known = distances[c];
        const bool shorter = offered < known;
        const std::int64_t distance = shorter ? offered : known;
        distances[c] = distance;
        by[c] = shorter ? household : by[c];
        least = distance < least ? distance : least;
    }
    return least;
}

CELLBOOK_WIDE std::int64_t largest_difference(const std::int64_t* __restrict values,
                                              const std::int64_t* __restrict prices,
                                              std::size_t cells) {
    std::int64_t best = -no_path;
    for (std::size_t c = 0; c < cells; ++c) {
        const std::int64_t surplus = values[c] - prices[c];
        best = surplus > best ? surplus : best;
    }
    return best;
}

}  // namespace

std::int64_t relax(const HouseholdArcs& arcs, const Frontier& frontier) {
    return relax_cells(arcs.values.data(), arcs.prices.data(), frontier.distances.data(),
                       frontier.by.data(), arcs.base, arcs.household, arcs.values.size());
}

std::int64_t best_surplus(std::span<const std::int64_t> values,
                          std::span<const std::int64_t> prices) {
    return largest_difference(values.data(), prices.data(), values.size());
}

}  // namespace cellbook
