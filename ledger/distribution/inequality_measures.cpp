#include "ledger/distribution/inequality_measures.hpp"

#include <algorithm>
#include <array>

#include "ledger/distribution/lorenz_curve.hpp"
#include "ledger/distribution/rising_numbers.hpp"

namespace cellbook {

namespace {

using Unit = Measure::Unit;

/// What integers can say.
struct ExactSums {
    Integer gini{};     ///< by weight times total
    Integer squares{};  ///< of values, weighted
    Integer hoover{};   ///< by weight times total
};

ExactSums exact_sums(const Distribution& distribution) {
    ExactSums sums;
    const Int128 weight = distribution.weight();
    const Integer total = to_integer(distribution.total());
    Int128 before = 0;
    for (const auto& step : distribution.steps()) {
        const Integer value = to_integer(step.value * step.weight);
        sums.gini += value * (2 * before + step.weight - weight);
        sums.squares += value * step.value;
        const Integer missing = total - to_integer(step.value) * weight;
        if (missing > 0) sums.hoover += missing * step.weight;
        before += step.weight;
    }
    return sums;
}

/// The sum of p (x/m)^(1-e), for one e.
class PowerSum {
public:
    explicit PowerSum(const Decimal& aversion)
        : name_{"atkinson(" + to_string(normalized(aversion)) + ")"},
          exponent_{1 - to_real(aversion)} {
        const Real halves = 2 * exponent_;
        if (halves == floor(halves) && abs(halves) <= most_halves) {
            halves_ = halves.convert_to<int>();
        }
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool is_geometric() const { return exponent_ == 0; }
    [[nodiscard]] bool is_one_with_zeros() const { return exponent_ <= 0; }

    void add(const Real& share, const Real& relative, const RisingNumbers& numbers) {
        if (!is_geometric()) sum_ += share * power(relative, numbers);
    }
    /// Atkinson's index. *Requires*: not geometric.
    [[nodiscard]] Real index() const {
        if (halves_ == 1) return 1 - sum_ * sum_;
        if (halves_ == -2) return 1 - 1 / sum_;
        return 1 - pow(sum_, 1 / exponent_);
    }

private:
    static constexpr int most_halves = 8;

    [[nodiscard]] Real power(const Real& relative, const RisingNumbers& numbers) const {
        if (halves_ == 0) return exp(exponent_ * numbers.log());
        const int halves = std::abs(halves_);
        Real power = halves % 2 == 1 ? numbers.root() : Real{1};
        for (int i = 0; i < halves / 2; ++i) power *= relative;
        return halves_ < 0 ? 1 / power : power;
    }

    std::string name_;
    Real exponent_;
    int halves_ = 0;  ///< twice the exponent where that is a small integer, which needs no exp
    Real sum_{};
};

std::vector<PowerSum> power_sums(std::vector<Decimal> aversions) {
    for (const Decimal usual : {Decimal{5, 1}, Decimal{1, 0}, Decimal{2, 0}}) {
        aversions.push_back(usual);
    }
    std::ranges::sort(aversions, less_value);
    const auto same = std::ranges::unique(aversions, same_value);
    aversions.erase(same.begin(), same.end());
    return {aversions.begin(), aversions.end()};
}

class Measuring {
public:
    Measuring(const Distribution& distribution, const InequalityOptions& options)
        : distribution_{distribution}, options_{options}, powers_{power_sums(options.atkinson)} {}

    InequalityMeasures measure() {
        describe();
        measure_differences();
        if (!sum_logarithms()) return {.cancelled = true};
        put_entropies();
        put_shares();
        put_quantiles();
        put_notes();
        return std::move(made_);
    }

private:
    [[nodiscard]] bool has_mean() const { return distribution_.total() > 0; }
    [[nodiscard]] bool is_signed() const { return distribution_.negatives() > 0; }
    void put(std::string name, std::optional<Real> value, Unit unit = Unit::pure) {
        made_.all.push_back({.name = std::move(name), .value = std::move(value), .unit = unit});
    }
    void put_ratio(const std::string& name, const std::optional<Real>& over,
                   const std::optional<Real>& under) {
        const bool defined = over && under && *under > 0;
        if (under && !defined) undefined_ratios_ += (undefined_ratios_.empty() ? "" : ", ") + name;
        put(name, defined ? std::optional{*over / *under} : std::nullopt);
    }
    void describe();
    void measure_differences();
    bool sum_logarithms();
    void put_entropies();
    void put_shares();
    void put_quantiles();
    void put_notes();

    const Distribution& distribution_;
    const InequalityOptions& options_;
    std::vector<PowerSum> powers_;
    Real theil_t_{};
    Real theil_l_{};
    std::optional<Real> ge_2_{};
    std::optional<Real> hoover_{};
    std::string undefined_ratios_{};
    InequalityMeasures made_{};
};

void Measuring::describe() {
    const auto steps = distribution_.steps();
    put("n", Real{distribution_.count()}, Unit::count);
    put("weight", distribution_.weight_of(distribution_.weight()), Unit::weight);
    put("sum", distribution_.sum(), Unit::value);
    put("mean", distribution_.mean(), Unit::value);
    put("median", quantile(distribution_, {1, 2}), Unit::value);
    put("min", distribution_.value_of(to_real(steps.front().value)), Unit::value);
    put("max", distribution_.value_of(to_real(steps.back().value)), Unit::value);
}

void Measuring::measure_differences() {
    std::optional<Real> gini;
    std::optional<Real> corrected;
    if (has_mean()) {
        const ExactSums sums = exact_sums(distribution_);
        const Integer weight = to_integer(distribution_.weight());
        const Integer total = to_integer(distribution_.total());
        gini = quotient(sums.gini, weight * total);
        if (distribution_.count() > 1) {
            corrected = quotient(sums.gini * weight,
                                 total * (weight * weight - distribution_.weight_squares()));
        }
        ge_2_ = quotient(weight * sums.squares - total * total, 2 * total * total);
        hoover_ = quotient(sums.hoover, weight * total);
    }
    put("gini", gini);
    put("gini_corrected", corrected);
}

bool Measuring::sum_logarithms() {
    constexpr std::size_t often = std::size_t{1} << 16U;
    if (!has_mean() || is_signed()) return true;
    const auto steps = distribution_.steps();
    const Real weight = to_real(distribution_.weight());
    const Real total = to_real(distribution_.total());
    const Real by_mean = weight / total;
    const Real by_weight = 1 / weight;
    RisingNumbers numbers;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i % often == 0 && options_.progress &&
            !options_.progress(static_cast<std::int64_t>(i),
                               static_cast<std::int64_t>(steps.size()))) {
            return false;
        }
        if (steps[i].value == 0) continue;
        // Of equals the quotient is 1 to the last bit, and so every measure 0.
        const Real value = to_real(steps[i].value);
        const Real relative = steps.size() == 1 ? Real{1} : value * by_mean;
        const Real share = steps.size() == 1 ? Real{1} : to_real(steps[i].weight) * by_weight;
        numbers.next(relative);
        const Real deviation = share * numbers.log();
        theil_l_ -= deviation;
        theil_t_ += relative * deviation;
        for (PowerSum& power : powers_) power.add(share, relative, numbers);
    }
    return true;
}

void Measuring::put_entropies() {
    const bool defined = has_mean() && !is_signed();
    const bool zeros = distribution_.zeros() > 0;
    put("theil_t", defined ? std::optional{theil_t_} : std::nullopt);
    put("theil_l", defined && !zeros ? std::optional{theil_l_} : std::nullopt);
    put("ge(2)", ge_2_);
    for (const PowerSum& power : powers_) {
        std::optional<Real> index;
        if (defined && zeros && power.is_one_with_zeros()) {
            index = 1;
        } else if (defined) {
            index = power.is_geometric() ? 1 - exp(-theil_l_) : power.index();
        }
        put(power.name(), index);
    }
    put("hoover", hoover_);
}

void Measuring::put_shares() {
    static constexpr std::array percents{0u,  10u, 20u, 30u, 40u, 50u, 60u,
                                         70u, 80u, 90u, 95u, 99u, 100u};
    std::vector<Fraction> shares;
    for (const unsigned percent : percents) shares.push_back({percent, 100});
    const auto points = lorenz_at(distribution_, shares);
    const auto between = [&](unsigned from, unsigned to) -> std::optional<Real> {
        if (!points) return std::nullopt;
        const auto at = [&](unsigned percent) {
            return (*points)[static_cast<std::size_t>(std::ranges::find(percents, percent) -
                                                      percents.begin())]
                .value;
        };
        return at(to) - at(from);
    };
    put_ratio("palma", between(90, 100), between(0, 40));
    put_ratio("s80_s20", between(80, 100), between(0, 20));
    for (const unsigned bottom : {20u, 40u, 50u}) {
        put("share_bottom_" + std::to_string(bottom), between(0, bottom));
    }
    for (const unsigned top : {20u, 10u, 5u, 1u}) {
        put("share_top_" + std::to_string(top), between(100 - top, 100));
    }
    for (unsigned i = 1; i <= 5; ++i) {
        put("share_quintile_" + std::to_string(i), between(20 * (i - 1), 20 * i));
    }
    for (unsigned i = 1; i <= 10; ++i) {
        put("share_decile_" + std::to_string(i), between(10 * (i - 1), 10 * i));
    }
}

void Measuring::put_quantiles() {
    const auto at = [&](unsigned percent) { return quantile(distribution_, {percent, 100}); };
    const Real p10 = at(10);
    const Real p25 = at(25);
    const Real p50 = at(50);
    const Real p75 = at(75);
    const Real p90 = at(90);
    put("p10", p10, Unit::value);
    put("p25", p25, Unit::value);
    put("p75", p75, Unit::value);
    put("p90", p90, Unit::value);
    put_ratio("p90_p10", p90, p10);
    put_ratio("p90_p50", p90, p50);
    put_ratio("p50_p10", p50, p10);
    put_ratio("p75_p25", p75, p25);
}

void Measuring::put_notes() {
    const auto of_all = [&](std::int64_t some, const std::string& what) {
        return std::to_string(some) + " of " + std::to_string(distribution_.count()) +
               (distribution_.count() == 1 ? " value" : " values") +
               (some == 1 ? " is " : " are ") + what;
    };
    auto& notes = made_.notes;
    if (!has_mean()) {
        notes.emplace_back(
            "the values sum to nothing or less: no measure that divides by their mean is defined");
    }
    if (is_signed()) {
        notes.push_back(of_all(distribution_.negatives(), "below zero") +
                        ": theil_t, theil_l and atkinson are not defined, and the Gini of such "
                        "values may be above 1");
    } else if (distribution_.zeros() > 0 && has_mean()) {
        notes.push_back(of_all(distribution_.zeros(), "zero") +
                        ": theil_l would be infinite and is not defined, and atkinson(e) is 1 from "
                        "e = 1 on");
    }
    if (distribution_.count() == 1) {
        notes.emplace_back("gini_corrected is not defined of one observation");
    }
    if (!undefined_ratios_.empty()) {
        notes.push_back("not defined, since they divide by what is not above zero: " +
                        undefined_ratios_);
    }
}

}  // namespace

std::optional<Real> InequalityMeasures::value(std::string_view name) const {
    const auto found = std::ranges::find(all, name, &Measure::name);
    return found == all.end() ? std::nullopt : found->value;
}

InequalityMeasures measure_inequality(const Distribution& distribution,
                                      const InequalityOptions& options) {
    return Measuring{distribution, options}.measure();
}

}  // namespace cellbook
