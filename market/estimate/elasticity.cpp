#include "market/estimate/elasticity.hpp"

#include <algorithm>
#include <cmath>

#include "market/estimate/regression_table.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

std::string logarithm(const std::string& column) {
    return "log(`" + column + "`)";
}

/// The name that `regress` gives to `logarithm(column)`.
std::string term_name(const std::string& column) {
    std::string name = "log(";
    for (const char c : column) {
        if (c != ' ') name += c;
    }
    return name + ")";
}

bool knows_income(const DataFrame& frame) {
    const DataColumn* const income = frame.find("income");
    return income != nullptr && income->number_count() * 2 > frame.rows;
}

std::string formula_of(const BookSeries& series, const std::string& product,
                       const DemandOptions& options, bool income) {
    std::string formula = logarithm("quantity_" + product) + " ~ ";
    const std::string own = logarithm("price_" + product);
    std::string instruments;
    for (const std::string& instrument : options.instruments) {
        instruments += (instruments.empty() ? "" : " + ") +
                       (instrument == "elsewhere" ? logarithm("elsewhere_" + product) : instrument);
    }
    formula += instruments.empty() ? own : "[" + own + " ~ " + instruments + "]";
    for (const std::string& other : series.products) {
        if (options.cross && other != product) formula += " + " + logarithm("price_" + other);
    }
    return income ? formula + " + log(income)" : formula;
}

std::string told(const Diagnostic& fault) {
    return fault.explanation + " (" + std::string{to_string(fault.code)} + ")";
}

}  // namespace

Result<Demand> estimate_demand(const BookSeries& series, const DemandOptions& options) {
    Demand demand;
    const bool income = options.income && knows_income(series.frame);
    if (options.income && !income) {
        demand.notes.emplace_back(
            "income is left out: it is known in less than half of the rows, and the elasticities "
            "take in what goes with it");
    }
    std::optional<Diagnostic> fault;
    for (const std::string& product : series.products) {
        const auto formula = parse_formula(formula_of(series, product, options, income));
        if (!formula) return formula.error();
        auto found = regress(series.frame, *formula, options.regression);
        if (!found) {
            fault = std::move(found).error();
            demand.notes.push_back(product + " has no estimate: " + told(*fault));
            continue;
        }
        const auto take = [&](const std::string& respect_to, const std::string& column) {
            const Coefficient* const coefficient = found->find(term_name(column));
            if (coefficient != nullptr) {
                demand.elasticities.push_back({product, respect_to, *coefficient});
            }
        };
        take(product, "price_" + product);
        for (const std::string& other : series.products) {
            if (other != product) take(other, "price_" + other);
        }
        take("income", "income");
        demand.regressions.push_back(*std::move(found));
    }
    if (demand.regressions.empty()) {
        if (fault) return *std::move(fault);
        return Diagnostic{.code = DiagnosticCode::series_missing,
                          .explanation = "the series hold no product",
                          .remedy = "Widen the query."};
    }
    return demand;
}

Table demand_table(const Demand& demand, double level) {
    Table table{.name = "demand", .title = "Elasticities of demand"};
    const bool simulated = std::ranges::any_of(demand.regressions, &Regression::simulated);
    if (simulated) table.title += ", ON SIMULATED DATA";
    const std::string percent =
        to_string(normalized({static_cast<Int128>(std::lround(level * 10000)), 2})) + "%";
    const bool t = demand.regressions.front().reference.degrees.has_value();
    table.columns = {{"product", "Product"},
                     {"respect_to", "With respect to"},
                     {"elasticity", "Elasticity", right},
                     {"std_error", "Std. error", right},
                     {"statistic", t ? "t" : "z", right},
                     {"p_value", "p", right},
                     {"low", percent + " from", right},
                     {"high", "to", right}};
    constexpr unsigned decimals = 3;
    for (const Elasticity& elasticity : demand.elasticities) {
        const Coefficient& found = elasticity.coefficient;
        table.rows.push_back(
            {{elasticity.product, elasticity.respect_to, table_value(found.estimate, decimals),
              table_value(found.std_error, decimals), table_value(found.statistic, 2),
              table_value(found.p, 4), table_value(found.low, decimals),
              table_value(found.high, decimals)}});
    }
    table.notes = demand.notes;
    for (const Regression& regression : demand.regressions) {
        const std::string mark = demand.regressions.size() > 1 ? regression.response + ": " : "";
        table.notes.push_back(mark + regression.formula);
        for (const std::string& note : notes_of(regression)) table.notes.push_back(mark + note);
    }
    return table;
}

}  // namespace cellbook
