#include "market/assignment/willingness.hpp"

#include <numeric>

#include "market/assignment/draws.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

std::optional<Diagnostic> value_cells(const WillingnessModel& model, AssignmentGame& into) {
    constexpr double most = 1e15;  // minor units fit a double exactly below
    double factor = 1;
    for (unsigned i = 0; i < into.scale; ++i) factor *= 10;
    into.values.clear();
    into.values.reserve(into.households.size() * into.cells.size());
    for (std::size_t h = 0; h < into.households.size(); ++h) {
        for (std::size_t c = 0; c < into.cells.size(); ++c) {
            const double taste =
                model.taste == 0
                    ? 0
                    : model.taste * normal_draw(model.seed, into.households[h], into.cells[c]);
            const double value = model.willingness[h] * model.quality[c] * (1 + taste);
            const auto minor = value * factor < most && value * factor > -most
                                   ? to_minor(value, into.scale)
                                   : std::nullopt;
            if (!minor) {
                return Diagnostic{
                    .code = DiagnosticCode::number_too_large,
                    .explanation = "what " + into.households[h] + " would pay for " +
                                   into.cells[c] + " is too large to be exact",
                    .remedy = "Take a smaller share of income, or a larger unit of money."};
            }
            into.values.push_back(static_cast<std::int64_t>(*minor));
        }
    }
    return std::nullopt;
}

std::vector<double> relative_to_mean(std::vector<double> numbers) {
    const double mean =
        std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    for (double& number : numbers) number /= mean;
    return numbers;
}

}  // namespace cellbook
