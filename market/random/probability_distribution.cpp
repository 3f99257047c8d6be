#include "market/random/probability_distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>

#include "market/random/standard_normal.hpp"

namespace cellbook {

namespace {

using Sort = DistributionSort;
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Member = std::optional<double> DistributionWords::*;

struct NumberWord {
    std::string_view name;
    Member member;
};

constexpr std::array number_words{
    NumberWord{"value", &DistributionWords::value}, NumberWord{"mean", &DistributionWords::mean},
    NumberWord{"sd", &DistributionWords::sd},       NumberWord{"low", &DistributionWords::low},
    NumberWord{"high", &DistributionWords::high},   NumberWord{"mode", &DistributionWords::mode},
    NumberWord{"shape", &DistributionWords::shape}, NumberWord{"scale", &DistributionWords::scale},
    NumberWord{"alpha", &DistributionWords::alpha}, NumberWord{"beta", &DistributionWords::beta},
};

constexpr std::array<std::string_view, number_words.size() + 2> all_words = [] {
    std::array<std::string_view, number_words.size() + 2> names{};
    for (std::size_t i = 0; i < number_words.size(); ++i) names[i] = number_words[i].name;
    names[number_words.size()] = "values";
    names[number_words.size() + 1] = "weights";
    return names;
}();

bool is_given(const DistributionWords& words, std::string_view name) {
    if (name == "values") return !words.values.empty();
    if (name == "weights") return !words.weights.empty();
    const auto found = std::find_if(number_words.begin(), number_words.end(),
                                    [&](const NumberWord& word) { return word.name == name; });
    return found != number_words.end() && (words.*found->member).has_value();
}

const DistributionForm& form_of(Sort sort) {
    return distribution_forms()[static_cast<std::size_t>(sort)];
}

std::string listed(const DistributionForm& form) {
    std::string text = fmt::format("{} takes {}", form.name, fmt::join(form.needs, ", "));
    if (!form.takes.empty())
        text += fmt::format(" and, if wanted, {}", fmt::join(form.takes, ", "));
    return text + ".";
}

Diagnostic invalid(Sort sort, std::string what) {
    return {.code = DiagnosticCode::distribution_invalid,
            .explanation = std::string{form_of(sort).name} + ": " + std::move(what),
            .remedy = listed(form_of(sort))};
}

std::optional<std::string> wrong_words(const DistributionForm& form,
                                       const DistributionWords& words) {
    for (const std::string& needed : form.needs) {
        if (!is_given(words, needed)) return "there is no " + needed;
    }
    for (const std::string_view name : all_words) {
        const auto in = [&](const std::vector<std::string>& names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (is_given(words, name) && !in(form.needs) && !in(form.takes)) {
            return fmt::format("it has no {}", name);
        }
    }
    for (const NumberWord& word : number_words) {
        const auto& number = words.*word.member;
        if (number && !std::isfinite(*number)) return fmt::format("{} is not finite", word.name);
    }
    return std::nullopt;
}

std::optional<std::string> not_positive(std::string_view name, double number) {
    if (number > 0) return std::nullopt;
    return fmt::format("{} is {}, and must be more than 0", name, number);
}

std::optional<std::string> not_rising(const DistributionWords& words) {
    if (*words.low < *words.high) return std::nullopt;
    return fmt::format("low is {} and high {}: low must be less", *words.low, *words.high);
}

std::optional<std::string> wrong_weights(const DistributionWords& words) {
    const auto finite = [](double number) { return std::isfinite(number); };
    if (!std::all_of(words.values.begin(), words.values.end(), finite)) {
        return "a value is not finite";
    }
    if (words.weights.empty()) return std::nullopt;
    if (words.weights.size() != words.values.size()) {
        return fmt::format("there are {} values and {} weights", words.values.size(),
                           words.weights.size());
    }
    for (const double weight : words.weights) {
        if (!(weight >= 0) || !finite(weight)) {
            return fmt::format("a weight is {}, and must be 0 or more", weight);
        }
    }
    const double sum = std::accumulate(words.weights.begin(), words.weights.end(), 0.0);
    if (sum > 0 && finite(sum)) return std::nullopt;
    return fmt::format("the weights add up to {}", sum);
}

std::optional<std::string> wrong_numbers(Sort sort, const DistributionWords& words) {
    switch (sort) {
        case Sort::constant:
            return std::nullopt;
        case Sort::normal:
            return not_positive("sd", *words.sd);
        case Sort::truncated_normal:
            if (auto wrong = not_positive("sd", *words.sd)) return wrong;
            return not_rising(words);
        case Sort::lognormal:
            if (auto wrong = not_positive("mean", *words.mean)) return wrong;
            return not_positive("sd", *words.sd);
        case Sort::uniform:
            return not_rising(words);
        case Sort::triangular:
            if (auto wrong = not_rising(words)) return wrong;
            if (*words.low <= *words.mode && *words.mode <= *words.high) return std::nullopt;
            return fmt::format("mode is {}, not between low {} and high {}", *words.mode,
                               *words.low, *words.high);
        case Sort::beta:
            if (words.low.has_value() != words.high.has_value()) {
                return "low and high come together";
            }
            if (words.low) {
                if (auto wrong = not_rising(words)) return wrong;
            }
            if (auto wrong = not_positive("alpha", *words.alpha)) return wrong;
            return not_positive("beta", *words.beta);
        case Sort::gamma:
            if (auto wrong = not_positive("shape", *words.shape)) return wrong;
            return not_positive("scale", *words.scale);
        case Sort::discrete:
            return wrong_weights(words);
    }
    return std::nullopt;
}

/// Of the upper tail, where probabilities near 1 would lose digits, the mirror image is taken.
bool is_mirrored(const DistributionWords& words) {
    return *words.low > *words.mean;
}

/// Between the probabilities at both bounds, and never outside these.
double truncated_quantile(const DistributionWords& words, double at_low, double at_high,
                          double probability) {
    const bool mirrored = is_mirrored(words);
    const double share = mirrored ? 1 - probability : probability;
    const double z = standard_normal_quantile(at_low + share * (at_high - at_low));
    const double value = *words.mean + *words.sd * (mirrored ? -z : z);
    return std::clamp(value, *words.low, *words.high);
}

double triangular_quantile(const DistributionWords& words, double probability) {
    const double range = *words.high - *words.low;
    const double left = *words.mode - *words.low;
    const double right = *words.high - *words.mode;
    if (probability * range < left) return *words.low + std::sqrt(probability * range * left);
    return *words.high - std::sqrt((1 - probability) * range * right);
}

}  // namespace

std::span<const DistributionForm> distribution_forms() {
    static const std::array forms{
        DistributionForm{"constant", Sort::constant, {"value"}, {}, "one number"},
        DistributionForm{"normal", Sort::normal, {"mean", "sd"}, {}, "by mean and deviation"},
        DistributionForm{"truncated-normal",
                         Sort::truncated_normal,
                         {"mean", "sd", "low", "high"},
                         {},
                         "a normal one given that it lies between low and high; mean and sd are of "
                         "the normal one"},
        DistributionForm{"lognormal",
                         Sort::lognormal,
                         {"mean", "sd"},
                         {},
                         "mean and sd are of the number itself, not of its logarithm"},
        DistributionForm{"uniform", Sort::uniform, {"low", "high"}, {}, "equally likely between"},
        DistributionForm{"triangular",
                         Sort::triangular,
                         {"low", "mode", "high"},
                         {},
                         "likeliest at mode, falling to 0 at low and high"},
        DistributionForm{"beta",
                         Sort::beta,
                         {"alpha", "beta"},
                         {"low", "high"},
                         "between 0 and 1, or between low and high"},
        DistributionForm{"gamma", Sort::gamma, {"shape", "scale"}, {}, "mean shape times scale"},
        DistributionForm{"discrete",
                         Sort::discrete,
                         {"values"},
                         {"weights"},
                         "one of the values, as often as its weight says; else equally often"},
    };
    return forms;
}

std::span<const std::string_view> distribution_words() {
    return all_words;
}

Result<ProbabilityDistribution> ProbabilityDistribution::make(DistributionSort sort,
                                                              DistributionWords words) {
    if (auto wrong = wrong_words(form_of(sort), words)) return invalid(sort, std::move(*wrong));
    if (auto wrong = wrong_numbers(sort, words)) return invalid(sort, std::move(*wrong));
    ProbabilityDistribution made{sort, std::move(words)};
    if (sort == Sort::truncated_normal && !(made.first_ < made.second_)) {
        return invalid(sort, fmt::format("between {} and {} lies no probability of this normal one",
                                         *made.words_.low, *made.words_.high));
    }
    return made;
}

ProbabilityDistribution ProbabilityDistribution::constant(double value) {
    return {Sort::constant, {.value = value}};
}

ProbabilityDistribution::ProbabilityDistribution(DistributionSort sort, DistributionWords words)
    : sort_{sort}, words_{std::move(words)} {
    if (sort == Sort::truncated_normal) {
        const double low = (*words_.low - *words_.mean) / *words_.sd;
        const double high = (*words_.high - *words_.mean) / *words_.sd;
        const bool mirrored = is_mirrored(words_);
        first_ = standard_normal_probability(mirrored ? -high : low);
        second_ = standard_normal_probability(mirrored ? -low : high);
    } else if (sort == Sort::lognormal) {
        const double ratio = *words_.sd / *words_.mean;
        const double variance = std::log1p(ratio * ratio);
        first_ = std::log(*words_.mean) - variance / 2;
        second_ = std::sqrt(variance);
    } else if (sort == Sort::beta) {
        first_ = words_.low.value_or(0);
        second_ = words_.high.value_or(1);
    } else if (sort == Sort::discrete) {
        std::vector<double> weights = words_.weights;
        if (weights.empty()) weights.assign(words_.values.size(), 1.0);
        cumulative_.resize(weights.size());
        std::partial_sum(weights.begin(), weights.end(), cumulative_.begin());
        const double sum = cumulative_.back();
        for (double& each : cumulative_) each /= sum;
    }
}

double ProbabilityDistribution::quantile(double probability) const {
    assert(probability > 0 && probability < 1);
    switch (sort_) {
        case Sort::constant:
            return *words_.value;
        case Sort::normal:
            return *words_.mean + *words_.sd * standard_normal_quantile(probability);
        case Sort::truncated_normal:
            return truncated_quantile(words_, first_, second_, probability);
        case Sort::lognormal:
            return std::exp(first_ + second_ * standard_normal_quantile(probability));
        case Sort::uniform:
            return *words_.low + probability * (*words_.high - *words_.low);
        case Sort::triangular:
            return triangular_quantile(words_, probability);
        case Sort::beta: {
            const boost::math::beta_distribution<double, InDouble> standard{*words_.alpha,
                                                                            *words_.beta};
            return first_ + (second_ - first_) * boost::math::quantile(standard, probability);
        }
        case Sort::gamma: {
            const boost::math::gamma_distribution<double, InDouble> gamma{*words_.shape,
                                                                          *words_.scale};
            return boost::math::quantile(gamma, probability);
        }
        case Sort::discrete: {
            const auto at = std::lower_bound(cumulative_.begin(), cumulative_.end(), probability);
            const auto index =
                std::min<std::ptrdiff_t>(at - cumulative_.begin(), std::ssize(words_.values) - 1);
            return words_.values[static_cast<std::size_t>(index)];
        }
    }
    return 0;
}

double ProbabilityDistribution::mean() const {
    switch (sort_) {
        case Sort::constant:
            return *words_.value;
        case Sort::normal:
        case Sort::lognormal:
            return *words_.mean;
        case Sort::truncated_normal: {
            const auto density = [&](double bound) {
                const double z = (bound - *words_.mean) / *words_.sd;
                return std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
            };
            return *words_.mean +
                   *words_.sd * (density(*words_.low) - density(*words_.high)) / (second_ - first_);
        }
        case Sort::uniform:
            return (*words_.low + *words_.high) / 2;
        case Sort::triangular:
            return (*words_.low + *words_.mode + *words_.high) / 3;
        case Sort::beta:
            return first_ + (second_ - first_) * *words_.alpha / (*words_.alpha + *words_.beta);
        case Sort::gamma:
            return *words_.shape * *words_.scale;
        case Sort::discrete: {
            double sum = 0;
            for (std::size_t i = 0; i < cumulative_.size(); ++i) {
                sum += words_.values[i] * (cumulative_[i] - (i == 0 ? 0.0 : cumulative_[i - 1]));
            }
            return sum;
        }
    }
    return 0;
}

std::string to_string(const ProbabilityDistribution& distribution) {
    const DistributionWords& words = distribution.words();
    if (distribution.sort() == Sort::constant) return fmt::format("{}", *words.value);
    std::vector<std::string> parts;
    for (const NumberWord& word : number_words) {
        if (const auto& number = words.*word.member) {
            parts.push_back(fmt::format("{} = {}", word.name, *number));
        }
    }
    const auto add_list = [&](std::string_view name, const std::vector<double>& list) {
        if (!list.empty()) parts.push_back(fmt::format("{} = [{}]", name, fmt::join(list, ", ")));
    };
    add_list("values", words.values);
    add_list("weights", words.weights);
    return fmt::format("{}({})", form_of(distribution.sort()).name, fmt::join(parts, ", "));
}

}  // namespace cellbook
