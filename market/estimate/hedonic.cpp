#include "market/estimate/hedonic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "market/estimate/design.hpp"
#include "market/estimate/regression_table.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

constexpr std::array<const char*, 6> attributes{"section", "area", "places",
                                                "floor",   "age",  "grade"};

std::size_t let_count(const DataFrame& cells, const DataColumn* known) {
    const DataColumn& rent = *cells.find("rent");
    std::size_t count = 0;
    for (std::size_t row = 0; row < cells.rows; ++row) {
        if (rent.is_missing(row)) continue;
        if (known == nullptr || !known->is_missing(row)) ++count;
    }
    return count;
}

bool says_nothing_new(const Diagnostic& fault) {
    return fault.code == DiagnosticCode::columns_collinear ||
           fault.code == DiagnosticCode::not_identified ||
           fault.code == DiagnosticCode::rows_too_few;
}

/// Adds attributes one by one, and leaves out those that cannot be told from the ones before.
Result<Hedonic> choose_attributes(const DataFrame& cells, const HedonicOptions& options) {
    Hedonic hedonic;
    std::string formula = "log(rent) ~ 1";
    auto best = regress(cells, *parse_formula(formula), options.regression);
    if (!best) return std::move(best).error();
    const std::size_t let = let_count(cells, nullptr);
    for (const std::string attribute : attributes) {
        const std::size_t known = let_count(cells, cells.find(attribute));
        if (known * 2 < let) {
            hedonic.notes.push_back(attribute + " is left out: it is known of " +
                                    std::to_string(known) + " of " + std::to_string(let) +
                                    " cells that are let");
            continue;
        }
        const std::string longer = formula + " + " + attribute;
        auto found = regress(cells, *parse_formula(longer), options.regression);
        const bool spent = found && std::isnan(found->coefficients.front().std_error);
        if (found && !spent) {
            formula = longer;
            best = std::move(found);
            continue;
        }
        if (!found && !says_nothing_new(found.error())) return std::move(found).error();
        hedonic.notes.push_back(
            attribute + " is left out: " +
            (spent ? "no degree of freedom would be left" : found.error().explanation));
    }
    hedonic.regression = *std::move(best);
    return hedonic;
}

std::vector<std::string> names_of_groups(const Regression& regression) {
    std::vector<std::string> names;
    for (const Coefficient& coefficient : regression.coefficients)
        names.push_back(coefficient.name);
    return names;
}

/// The frame with a rent of 1 wherever the section was met among the cells used, and none
/// elsewhere: so that its design has the same columns and every row that can be predicted.
DataFrame to_predict(const DataFrame& cells, const Regression& regression) {
    DataFrame frame{.source = cells.source, .rows = cells.rows};
    const DataColumn& section = *cells.find("section");
    std::set<std::string> met;
    for (const std::size_t row : regression.used_rows) met.insert(section.label(row));
    for (const DataColumn& column : cells.columns) {
        if (column.name() != "rent") {
            frame.columns.push_back(column);
            continue;
        }
        DataColumn rent{"rent"};
        for (std::size_t row = 0; row < cells.rows; ++row) {
            if (met.contains(section.label(row))) {
                rent.add({1, 0});
            } else {
                rent.add_missing();
            }
        }
        frame.columns.push_back(std::move(rent));
    }
    return frame;
}

}  // namespace

Result<Hedonic> estimate_hedonic(const DataFrame& cells, const HedonicOptions& options) {
    if (let_count(cells, nullptr) == 0) {
        return Diagnostic{.code = DiagnosticCode::series_missing,
                          .explanation = "no cell of " + cells.source + " is let for rent",
                          .remedy =
                              "Register leases of form rent with their rates, or look at "
                              "another day by --on."};
    }
    Hedonic hedonic;
    if (options.formula) {
        const auto formula = parse_formula(*options.formula);
        if (!formula) return formula.error();
        auto found = regress(cells, *formula, options.regression);
        if (!found) return std::move(found).error();
        hedonic.regression = *std::move(found);
    } else {
        auto chosen = choose_attributes(cells, options);
        if (!chosen) return chosen;
        hedonic = *std::move(chosen);
    }
    hedonic.logged = hedonic.regression.response == "log(rent)";
    if (hedonic.logged) hedonic.smearing = hedonic.regression.residuals.array().exp().mean();
    return hedonic;
}

Result<std::vector<RentPrediction>> predict_rents(const DataFrame& cells, const Hedonic& hedonic) {
    const Regression& regression = hedonic.regression;
    const auto formula = parse_formula(regression.formula);
    if (!formula) return formula.error();
    if (!hedonic.logged && regression.response != "rent") {
        return formula_fault(DiagnosticCode::formula_invalid, regression.formula, 1,
                             "rents are predicted from `rent` or `log(rent)`, not from `" +
                                 regression.response + "`",
                             "Write log(rent) ~ ...");
    }
    const DataFrame frame = to_predict(cells, regression);
    auto design = make_design(frame, *formula, {.on_simulated = true});
    if (!design) return std::move(design).error();
    const std::vector<std::string> wanted = names_of_groups(regression);
    const std::size_t columns = design->regressors();
    if (!std::ranges::equal(wanted, std::span{design->names}.first(columns))) {
        return formula_fault(DiagnosticCode::formula_invalid, regression.formula, 1,
                             "cells that are not let fall into groups that no cell let has",
                             "Leave groups other than sections out of the formula.");
    }
    const Matrix covariance = regression.covariance.to_doubles();
    const Eigen::VectorXd values = regression.values.to_doubles().col(0);
    const double sigma = regression.statistic("sigma").value_or(DataColumn::missing);
    const double reach = critical_value(regression.options.level, regression.reference);
    std::vector<RentPrediction> predictions;
    for (std::size_t i = 0; i < design->rows.size(); ++i) {
        const Eigen::VectorXd x = design->data.high.row(static_cast<Eigen::Index>(i))
                                      .head(static_cast<Eigen::Index>(columns))
                                      .transpose();
        const double mean = x.dot(values);
        const double spread = reach * std::sqrt(sigma * sigma + x.dot(covariance * x));
        RentPrediction prediction{.row = design->rows[i], .rent = mean};
        prediction.low = mean - spread;
        prediction.high = mean + spread;
        if (hedonic.logged) {
            prediction.rent = std::exp(mean) * hedonic.smearing;
            prediction.low = std::exp(prediction.low);
            prediction.high = std::exp(prediction.high);
        }
        predictions.push_back(prediction);
    }
    return predictions;
}

Table prediction_table(const DataFrame& cells, const Hedonic& hedonic,
                       const std::vector<RentPrediction>& predictions) {
    Table table{.name = "hedonic-rents", .title = "Rents that the regression predicts"};
    if (hedonic.regression.simulated) table.title += ", ON SIMULATED DATA";
    table.columns = {{"cell", "Cell"},        {"section", "Section"},
                     {"rent", "Rent", right}, {"predicted", "Predicted", right},
                     {"low", "from", right},  {"high", "to", right}};
    const DataColumn& rent = *cells.find("rent");
    for (const RentPrediction& prediction : predictions) {
        table.rows.push_back(
            {{cells.find("cell")->label(prediction.row),
              cells.find("section")->label(prediction.row),
              table_value(rent.number(prediction.row).high, 2), table_value(prediction.rent, 2),
              table_value(prediction.low, 2), table_value(prediction.high, 2)}});
    }
    const std::size_t without = cells.rows - predictions.size();
    if (without > 0) {
        table.notes.push_back(std::to_string(without) +
                              (without == 1 ? " cell has" : " cells have") +
                              " no prediction: an attribute is not known, or no cell of its "
                              "section is let");
    }
    if (hedonic.logged) {
        table.notes.push_back("predicted is the mean: exp of the mean log times " +
                              to_fixed(Real{hedonic.smearing}, 4) +
                              " (smearing); the interval is for one cell's rent");
    }
    for (const std::string& note : hedonic.notes) table.notes.push_back(note);
    table.notes.push_back(hedonic.regression.formula);
    for (const std::string& note : notes_of(hedonic.regression)) table.notes.push_back(note);
    return table;
}

}  // namespace cellbook
