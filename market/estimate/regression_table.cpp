#include "market/estimate/regression_table.hpp"

#include <algorithm>
#include <cmath>

namespace cellbook {

namespace {

using enum Column::Align;

constexpr int estimate_digits = 4;
constexpr double star_levels[] = {0.01, 0.05, 0.1};

std::string stars_of(const Coefficient& coefficient) {
    const double p = coefficient.bootstrap_p.value_or(coefficient.p);
    std::string stars;
    for (const double level : star_levels) {
        if (p < level) stars += '*';
    }
    return stars;
}

/// Errors decide how much of an estimate is worth reading.
unsigned decimals_for(const Coefficient& coefficient) {
    const bool known = coefficient.std_error > 0;
    return known ? decimals_of(coefficient.std_error, 3)
                 : decimals_of(coefficient.estimate, estimate_digits + 2);
}

/// Three digits at least of what has the response's units.
unsigned decimals_for(const Statistic& statistic) {
    constexpr unsigned most = 12;
    if (statistic.decimals == 0) return 0;
    if (statistic.name != "sigma" && statistic.name != "ssr") return statistic.decimals;
    return std::max(statistic.decimals, std::min(decimals_of(statistic.value, 3), most));
}

Value number_or_nothing(double value, unsigned decimals) {
    return table_value(value, decimals);
}

std::string method_title(const Regression& regression) {
    switch (regression.options.method) {
        case Method::ols:
            return "Least squares of ";
        case Method::two_stage:
            return "Two-stage least squares of ";
        case Method::liml:
            return "Limited-information maximum likelihood of ";
        case Method::gmm:
            break;
    }
    return "Two-step GMM of ";
}

bool any_bootstrap(const std::vector<Regression>& regressions) {
    return std::ranges::any_of(
        regressions, [](const Regression& each) { return each.options.bootstrap.has_value(); });
}

std::string percent(double level) {
    std::string text = to_fixed(Real{level * 100}, 2);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text + "%";
}

std::vector<Column> fact_columns(const std::vector<Regression>& regressions) {
    const Regression& first = regressions.front();
    const std::string level = percent(first.options.level);
    std::vector<Column> columns{{"term", "Term"},
                                {"estimate", "Estimate", right},
                                {"std_error", "Std. error", right},
                                {"statistic", first.reference.degrees ? "t" : "z", right},
                                {"p_value", "p", right},
                                {"low", level + " from", right},
                                {"high", "to", right}};
    if (regressions.size() > 1) columns.insert(columns.begin(), Column{"model", "Model"});
    if (any_bootstrap(regressions)) columns.push_back({"bootstrap_p", "Bootstrap p", right});
    return columns;
}

Row fact_row(const Coefficient& coefficient) {
    const unsigned decimals = decimals_for(coefficient);
    return {{coefficient.name, number_or_nothing(coefficient.estimate, decimals),
             number_or_nothing(coefficient.std_error, decimals),
             number_or_nothing(coefficient.statistic, 2), number_or_nothing(coefficient.p, 4),
             number_or_nothing(coefficient.low, decimals),
             number_or_nothing(coefficient.high, decimals)}};
}

std::string shown(const Statistic& statistic) {
    constexpr double least_p = 0.0001;
    if (std::isinf(statistic.value)) return "infinite";
    if (std::isnan(statistic.value)) return "undefined";
    if (statistic.name.ends_with("_p")) {
        return statistic.value < least_p ? "below 0.0001" : to_fixed(Real{statistic.value}, 4);
    }
    return to_fixed(Real{statistic.value}, decimals_for(statistic));
}

/// Statistics as lines below a table: the sample, the fit, the likelihood, the tests. What belongs
/// to a statistic, its degrees and p, follows it.
std::vector<std::string> statistics_notes(const Regression& regression) {
    constexpr std::string_view belongs = "its ";
    const std::vector<std::string> begin_lines{
        "n",          "r2",     "f",        "chi2",          "liml_k",          "log_likelihood",
        "wu_hausman", "sargan", "hansen_j", "first_stage_f", "anderson_rubin_f"};
    std::vector<std::string> lines;
    for (const Statistic& statistic : regression.statistics) {
        if (statistic.name.starts_with("anderson_rubin_low") ||
            statistic.name.starts_with("anderson_rubin_high")) {
            continue;
        }
        if (statistic.title.starts_with(belongs)) {
            lines.back() += ", " + statistic.title.substr(belongs.size()) + " " + shown(statistic);
            continue;
        }
        const std::string name = statistic.name.substr(0, statistic.name.find('('));
        if (std::ranges::find(begin_lines, name) != begin_lines.end()) {
            lines.emplace_back();
        } else {
            lines.back() += "; ";
        }
        lines.back() += statistic.title + " " + shown(statistic);
    }
    return lines;
}

std::string text_of(double value, unsigned decimals) {
    return std::isfinite(value) ? to_fixed(Real{value}, decimals) : std::string{};
}

/// Terms in the order in which regressions name them.
std::vector<std::string> all_terms(const std::vector<Regression>& regressions) {
    std::vector<std::string> terms;
    for (const Regression& regression : regressions) {
        for (const Coefficient& coefficient : regression.coefficients) {
            if (std::ranges::find(terms, coefficient.name) == terms.end()) {
                terms.push_back(coefficient.name);
            }
        }
    }
    return terms;
}

Table::Layout side_by_side(const std::vector<Regression>& regressions, bool stars) {
    Table::Layout layout{.columns = {{"term", ""}}};
    Row responses{{std::string{}}, Row::Role::heading};
    for (std::size_t i = 0; i < regressions.size(); ++i) {
        const std::string number = "(" + std::to_string(i + 1) + ")";
        layout.columns.push_back({"model_" + std::to_string(i + 1), number, right});
        responses.cells.emplace_back(regressions[i].response);
    }
    layout.rows.push_back(std::move(responses));
    for (const std::string& term : all_terms(regressions)) {
        Row estimates{{term}};
        Row errors{{std::string{}}};
        for (const Regression& regression : regressions) {
            const Coefficient* const found = regression.find(term);
            if (found == nullptr) {
                estimates.cells.emplace_back();
                errors.cells.emplace_back();
                continue;
            }
            const unsigned decimals = decimals_for(*found);
            estimates.cells.emplace_back(text_of(found->estimate, decimals) +
                                         (stars ? stars_of(*found) : std::string{}));
            const std::string error = text_of(found->std_error, decimals);
            errors.cells.emplace_back(error.empty() ? error : "(" + error + ")");
        }
        layout.rows.push_back(std::move(estimates));
        layout.rows.push_back(std::move(errors));
    }
    for (const auto& [name, title] :
         {std::pair{"n", "N"}, std::pair{"missing", "Missing"}, std::pair{"clusters", "Clusters"},
          std::pair{"r2", "R2"}, std::pair{"adj_r2", "Adjusted R2"}, std::pair{"f", "F"},
          std::pair{"chi2", "Wald chi2"}, std::pair{"first_stage_f", "First-stage F"},
          std::pair{"effective_f", "Effective F"}, std::pair{"sargan_p", "Sargan p"},
          std::pair{"hansen_j_p", "Hansen J p"}}) {
        Row row{{std::string{title}}, Row::Role::total};
        bool any = false;
        for (const Regression& regression : regressions) {
            const auto found = std::ranges::find(regression.statistics, name, &Statistic::name);
            const bool has = found != regression.statistics.end();
            any = any || has;
            row.cells.push_back(has ? table_value(found->value, found->decimals) : Value{});
        }
        if (any) layout.rows.push_back(std::move(row));
    }
    Row methods{{std::string{"Method"}}, Row::Role::total};
    Row errors{{std::string{"Errors"}}, Row::Role::total};
    for (const Regression& regression : regressions) {
        methods.cells.emplace_back(std::string{to_string(regression.options.method)});
        errors.cells.emplace_back(std::string{to_string(regression.errors)});
    }
    layout.rows.push_back(std::move(methods));
    layout.rows.push_back(std::move(errors));
    return layout;
}

void add_notes(Table& table, const std::vector<Regression>& regressions) {
    const bool several = regressions.size() > 1;
    for (std::size_t i = 0; i < regressions.size(); ++i) {
        const std::string mark = several ? "(" + std::to_string(i + 1) + ") " : "";
        table.notes.push_back(mark + regressions[i].formula);
        for (const std::string& note : notes_of(regressions[i])) {
            table.notes.push_back(mark + note);
        }
    }
}

std::string model_name(std::size_t number) {
    return "(" + std::to_string(number + 1) + ")";
}

}  // namespace

unsigned decimals_of(double value, int digits) {
    constexpr int most = 24;
    if (value == 0 || !std::isfinite(value)) return static_cast<unsigned>(digits);
    const int above = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return static_cast<unsigned>(std::clamp(digits - 1 - above, 0, most));
}

std::vector<std::string> notes_of(const Regression& regression) {
    std::vector<std::string> notes = statistics_notes(regression);
    notes.insert(notes.end(), regression.notes.begin(), regression.notes.end());
    return notes;
}

Table regression_table(const std::vector<Regression>& regressions,
                       const RegressionTableOptions& options) {
    Table table{.name = "regress"};
    const bool several = regressions.size() > 1;
    table.title =
        several ? "Regressions" : method_title(regressions.front()) + regressions.front().response;
    const bool simulated = std::ranges::any_of(regressions, &Regression::simulated);
    if (simulated) table.title += ", ON SIMULATED DATA";
    table.columns = fact_columns(regressions);
    const bool bootstrap = any_bootstrap(regressions);
    for (std::size_t i = 0; i < regressions.size(); ++i) {
        for (const Coefficient& coefficient : regressions[i].coefficients) {
            Row row = fact_row(coefficient);
            if (several) row.cells.insert(row.cells.begin(), Value{model_name(i)});
            if (bootstrap) {
                row.cells.push_back(
                    coefficient.bootstrap_p ? table_value(*coefficient.bootstrap_p, 4) : Value{});
            }
            table.rows.push_back(std::move(row));
        }
    }
    if (several) {
        table.layout = side_by_side(regressions, options.stars);
    } else if (options.stars) {
        table.layout = Table::Layout{.columns = table.columns, .rows = table.rows};
        table.layout->columns.insert(table.layout->columns.begin() + 2, Column{"stars", ""});
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            auto& cells = table.layout->rows[i].cells;
            cells.insert(cells.begin() + 2, Value{stars_of(regressions.front().coefficients[i])});
        }
    }
    add_notes(table, regressions);
    if (options.stars) table.notes.emplace_back("* p < 0.1, ** p < 0.05, *** p < 0.01");
    return table;
}

Table statistics_table(const std::vector<Regression>& regressions) {
    Table table{.name = "regress-statistics", .title = "Statistics"};
    const bool several = regressions.size() > 1;
    table.columns = {{"statistic", "Statistic"}, {"value", "Value", right}};
    if (several) table.columns.insert(table.columns.begin(), Column{"model", "Model"});
    for (std::size_t i = 0; i < regressions.size(); ++i) {
        for (const Statistic& statistic : regressions[i].statistics) {
            Row row{{statistic.name, table_value(statistic.value, decimals_for(statistic))}};
            if (several) row.cells.insert(row.cells.begin(), Value{model_name(i)});
            table.rows.push_back(std::move(row));
        }
    }
    add_notes(table, regressions);
    return table;
}

}  // namespace cellbook
