#include "market/whatif/optimum.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "market/series/numbers.hpp"
#include "market/whatif/scenario_policy.hpp"

namespace cellbook {

namespace {

bool is_tax(TargetKind kind) {
    return kind == TargetKind::tax || kind == TargetKind::cell_sale_tax;
}

class OptimumSearch {
public:
    explicit OptimumSearch(const OptimumRequest& request)
        : request_{request},
          baseline_{request.economy.baseline()},
          parameters_{request.parameters.resolve(baseline_, request.form, request.closure)} {}

    Result<std::optional<Optimum>> search();

private:
    std::optional<Diagnostic> choose_objective();
    std::optional<Diagnostic> refuse_product();
    std::optional<Diagnostic> choose_range();
    [[nodiscard]] double baseline_level() const;
    Result<CurvePoint> at(double level);
    Result<CurvePoint> close_in(double low, double high);
    [[nodiscard]] std::optional<Diagnostic> refuse_end(std::size_t best) const;

    const OptimumRequest& request_;
    const Baseline& baseline_;
    ModelParameters parameters_;
    std::vector<std::string> figures_{};  ///< whose values are added up
    double from_ = 0;
    double to_ = 0;
    std::optional<Diagnostic> last_problem_{};
};

std::optional<Diagnostic> OptimumSearch::choose_objective() {
    const std::string& product = request_.target.product;
    const std::string& word = request_.objective;
    if ((word == "revenue" || word == "profit") && product.empty()) {
        return Diagnostic{.code = DiagnosticCode::headline_unknown,
                          .explanation = "`" + to_string(request_.target) +
                                         "` is of no product, so it has no " + word,
                          .remedy =
                              "Take another objective: take, surplus or a figure such as "
                              "cells.tax."};
    }
    if (word == "revenue" || word == "profit") {
        figures_ = {"product." + product + "." + word};
    } else if (word == "take") {
        figures_ = {"sections.receipts"};
    } else if (word == "surplus") {
        figures_ = {"households.ev", "sections.receipts"};
    } else {
        figures_ = {word};
    }
    return std::nullopt;
}

double OptimumSearch::baseline_level() const {
    if (request_.target.kind == TargetKind::cell_sale_tax) {
        return request_.economy.levels().cell_sale_tax;
    }
    const Place product = baseline_.find_product(request_.target.product);
    if (request_.target.kind == TargetKind::price && product != nowhere) {
        const double price = baseline_.products[product].price();
        return price > 0 ? price : 1;
    }
    return 0;
}

/// A product that is not there has no price to look around.
std::optional<Diagnostic> OptimumSearch::refuse_product() {
    const std::string& product = request_.target.product;
    if (product.empty() || baseline_.find_product(product) != nowhere) return std::nullopt;
    const auto refused = at(0);
    assert(!refused);
    return refused.error();
}

std::optional<Diagnostic> OptimumSearch::choose_range() {
    constexpr double highest_tax = 0.95;
    constexpr double half = 0.5;
    constexpr double thrice = 3;
    const double level = baseline_level();
    const bool is_price = request_.target.kind == TargetKind::price;
    const bool known = is_price || is_tax(request_.target.kind);
    if (!known && (!request_.from || !request_.to)) {
        return Diagnostic{.code = DiagnosticCode::shock_value_invalid,
                          .explanation = "`" + to_string(request_.target) +
                                         "` has no usual range to look for the best level in",
                          .remedy = "Give one by --from and --to."};
    }
    from_ = request_.from.value_or(is_price ? half * level : 0);
    to_ = request_.to.value_or(is_price ? thrice * level : highest_tax);
    if (from_ < to_) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::shock_value_invalid,
        .explanation = fmt::format("the range from {:.6g} to {:.6g} is empty", from_, to_),
        .remedy = "Give --from below --to."};
}

Result<CurvePoint> OptimumSearch::at(double level) {
    std::vector<Shock> shocks = request_.beside;
    shocks.push_back({.target = request_.target, .change = {.value = level}});
    std::vector<DrawnShock> drawn;
    for (const Shock& shock : shocks) {
        drawn.push_back({.shock = &shock, .value = shock.change.value});
    }
    const auto policy =
        scenario_policy(request_.economy, drawn, {.limit_rule = request_.limit_rule});
    if (!policy) return policy.error();
    const Solution solution = solve(request_.economy.circle(), policy->policy, parameters_);
    if (auto problem = refuse_unsettled(solution)) {
        last_problem_ = std::move(problem);
        return CurvePoint{.level = level};
    }
    const auto all = indicators({request_.economy.circle(), policy->policy, parameters_, solution});
    double sum = 0;
    for (const std::string& figure : figures_) {
        const auto found = std::ranges::find(all, figure, &Indicator::name);
        if (found == all.end()) {
            std::vector<std::string> names;
            for (const Indicator& each : all) names.push_back(each.name);
            const auto nearest = nearest_names(figure, names);
            return Diagnostic{
                .code = DiagnosticCode::headline_unknown,
                .explanation = "there is no objective or figure `" + figure + "`",
                .remedy =
                    nearest.empty()
                        ? "Take revenue, profit, take, surplus, or a figure of `whatif --all`."
                        : "Did you mean `" + nearest.front() + "`?"};
        }
        sum += found->value;
    }
    return CurvePoint{.level = level, .value = sum};
}

/// An end of the target itself (no tax at all) is an answer; an end of what was tried is none.
std::optional<Diagnostic> OptimumSearch::refuse_end(std::size_t best) const {
    const bool at_low = best == 0 && !(is_tax(request_.target.kind) && from_ <= 0) && from_ > 0;
    const bool at_high = best + 1 == std::max<std::size_t>(request_.points, 3);
    if (!at_low && !at_high) return std::nullopt;
    std::string why =
        fmt::format("{} still grows at the {} end of the range, {:.6g}", fmt::join(figures_, " + "),
                    at_low ? "lower" : "upper", at_low ? from_ : to_);
    const Place product = baseline_.find_product(request_.target.product);
    const bool constant = request_.form == DemandForm::isoelastic;
    if (at_high && product != nowhere && constant) {
        const double elasticity = parameters_.demand.own_price_elasticities[product];
        if (elasticity >= -1) {
            why += fmt::format(
                ": with a price elasticity of {:.4g}, not below -1, revenue grows "
                "with the price without bound",
                elasticity);
        }
    }
    return Diagnostic{.code = DiagnosticCode::optimum_unbounded,
                      .explanation = why,
                      .remedy =
                          "There is no greatest value within the range. Widen it by --from "
                          "and --to, if the data carry that far, or take another demand."};
}

Result<CurvePoint> OptimumSearch::close_in(double low, double high) {
    constexpr int sections = 60;
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    auto at_left = at(left);
    auto at_right = at(right);
    for (int i = 0; i < sections && high - low > 1e-9 * std::max(1.0, std::abs(high)); ++i) {
        if (!at_left) return at_left;
        if (!at_right) return at_right;
        if (!at_left->value || !at_right->value) break;
        if (*at_left->value >= *at_right->value) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = at(left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = at(right);
        }
    }
    return at((low + high) / 2);
}

Result<std::optional<Optimum>> OptimumSearch::search() {
    if (auto problem = choose_objective()) return *std::move(problem);
    if (auto problem = refuse_product()) return *std::move(problem);
    if (auto problem = choose_range()) return *std::move(problem);
    const std::size_t points = std::max<std::size_t>(request_.points, 3);
    Optimum optimum{.objective = fmt::format("{}", fmt::join(figures_, " + ")),
                    .unit = baseline_.symbol,
                    .baseline_level = baseline_level()};
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(points - 1);
        auto point = at(from_ + share * (to_ - from_));
        if (!point) return std::move(point).error();
        optimum.curve.push_back(*point);
        if (point->value && (!best || *point->value > *optimum.curve[*best].value)) best = i;
        const bool goes_on =
            !request_.progress ||
            request_.progress(static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(points));
        if (!goes_on) return std::optional<Optimum>{};
    }
    if (!best) return *std::move(last_problem_);
    optimum.best = optimum.curve[*best];
    if (auto problem = refuse_end(*best)) return *std::move(problem);
    if (*best > 0) {
        auto closer = close_in(optimum.curve[*best - 1].level, optimum.curve[*best + 1].level);
        if (!closer) return std::move(closer).error();
        if (closer->value && *closer->value >= *optimum.best.value) optimum.best = *closer;
    }
    return std::optional{std::move(optimum)};
}

}  // namespace

Result<std::optional<Optimum>> find_optimum(const OptimumRequest& request) {
    return OptimumSearch{request}.search();
}

Table optimum_table(const OptimumRequest& request, const Optimum& optimum) {
    constexpr unsigned level_decimals = 4;
    constexpr unsigned value_decimals = 2;
    Table table{.name = "optimum",
                .title = fmt::format("{} by {} in {}", optimum.objective, to_string(request.target),
                                     request.economy.baseline().period),
                .columns = {{"level", "Level", Column::Align::right},
                            {"value", "Value", Column::Align::right},
                            {"best", "Best"}}};
    std::vector<CurvePoint> points = optimum.curve;
    const auto same = [&](const CurvePoint& point) { return point.level == optimum.best.level; };
    if (std::ranges::none_of(points, same)) points.push_back(optimum.best);
    std::ranges::stable_sort(points, {}, &CurvePoint::level);
    for (const CurvePoint& point : points) {
        Row row;
        row.cells.push_back(table_value(point.level, level_decimals));
        row.cells.push_back(table_value(point.value.value_or(NAN), value_decimals));
        row.cells.emplace_back(std::string{same(point) ? "yes" : ""});
        table.rows.push_back(std::move(row));
    }
    table.notes.push_back(fmt::format("greatest at {:.6g} ({:.6g} in the baseline): {:.2f} {}",
                                      optimum.best.level, optimum.baseline_level,
                                      optimum.best.value.value_or(0), optimum.unit));
    table.notes.push_back(
        fmt::format("demand {}; parameters at their central values: `whatif --set "
                    "{}={:.6g}` shows what they leave open",
                    to_string(request.form), to_string(request.target), optimum.best.level));
    return table;
}

}  // namespace cellbook
