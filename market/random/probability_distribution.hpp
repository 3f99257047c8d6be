/// What an uncertain number may be: a distribution given by its quantile function.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// The words of a distribution as a person gives them. Which of them a sort takes, and which it can
/// do without, is in `distribution_forms`.
struct DistributionWords {
    std::optional<double> value{};
    std::optional<double> mean{};
    std::optional<double> sd{};
    std::optional<double> low{};
    std::optional<double> high{};
    std::optional<double> mode{};
    std::optional<double> shape{};
    std::optional<double> scale{};
    std::optional<double> alpha{};
    std::optional<double> beta{};
    std::vector<double> values{};
    std::vector<double> weights{};
    friend bool operator==(const DistributionWords&, const DistributionWords&) = default;
};

enum class DistributionSort : std::uint8_t {
    constant,
    normal,
    truncated_normal,
    lognormal,
    uniform,
    triangular,
    beta,
    gamma,
    discrete,
};

/// A sort of distribution, and the words that say which one of it.
struct DistributionForm {
    std::string_view name;
    DistributionSort sort;
    std::vector<std::string> needs{};
    std::vector<std::string> takes{};
    std::string_view meaning{};
};

/// In the order of the enumeration.
std::span<const DistributionForm> distribution_forms();
/// Every word of any sort.
std::span<const std::string_view> distribution_words();

/// A distribution whose parameters are right.
class ProbabilityDistribution {
public:
    /// *Errors*: `distribution_invalid`, with the figures: a word that is missing, of another sort,
    /// or of no such value.
    static Result<ProbabilityDistribution> make(DistributionSort sort, DistributionWords words);
    static ProbabilityDistribution constant(double value);

    [[nodiscard]] DistributionSort sort() const { return sort_; }
    [[nodiscard]] const DistributionWords& words() const { return words_; }

    /// The value that a draw stays at or below with that probability, so that one uniform number
    /// makes one draw of any distribution. *Requires*: 0 < probability < 1.
    [[nodiscard]] double quantile(double probability) const;
    [[nodiscard]] double mean() const;

    friend bool operator==(const ProbabilityDistribution&,
                           const ProbabilityDistribution&) = default;

private:
    ProbabilityDistribution(DistributionSort sort, DistributionWords words);

    DistributionSort sort_;
    DistributionWords words_;
    /// What the words come to: probabilities at the bounds (truncated), mean and deviation of the
    /// logarithm (lognormal), the bounds (beta).
    double first_ = 0;
    double second_ = 0;
    std::vector<double> cumulative_{};  ///< of a discrete one, up to 1
};

/// As a scenario has it: `normal(mean = -1.4, sd = 0.2)`; of a constant the number alone.
std::string to_string(const ProbabilityDistribution& distribution);

}  // namespace cellbook
