#include "market/estimate/design.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "market/estimate/expression_values.hpp"

namespace cellbook {

namespace {

using Values = std::vector<DoubleDouble>;

struct NamedValues {
    std::string name{};
    Values values{};
};

/// Whether a factor stands for groups: C(...), or the name of a column of texts.
bool is_grouped(const Factor& factor, const DataFrame& frame) {
    if (factor.in_groups) return true;
    if (factor.expression.sort != Expression::Sort::column) return false;
    const DataColumn* const column = frame.find(factor.expression.name);
    return column != nullptr && column->is_text();
}

class DesignMaker {
public:
    DesignMaker(const DataFrame& frame, Formula formula, const DesignOptions& options)
        : frame_{frame}, formula_{std::move(formula)}, options_{options} {}

    Result<Design> make();

private:
    std::optional<Diagnostic> look_at_columns();
    void spell_out_dot();
    std::optional<Diagnostic> choose_rows();
    std::optional<Diagnostic> add_terms(const std::vector<Term>& terms);
    Result<std::vector<NamedValues>> term_columns(const Term& term);
    Result<std::vector<NamedValues>> factor_columns(const Factor& factor, bool every_group);
    /// Whether the model holds the term without one of its factors.
    [[nodiscard]] bool has_margin(const Term& term, const Factor& without) const;
    [[nodiscard]] RowGroups groups_by(const std::string& name) const;
    std::optional<Diagnostic> add_response();
    [[nodiscard]] std::optional<Diagnostic> out_of_scale() const;
    std::optional<Diagnostic> finish();

    const DataFrame& frame_;
    Formula formula_;
    const DesignOptions& options_;
    std::vector<std::string> used_{};  ///< columns that must not be missing
    std::vector<Values> columns_{};
    Design design_{};
};

std::vector<const Factor*> factors_of(const Formula& formula) {
    std::vector<const Factor*> factors{&formula.response};
    for (const auto* terms : {&formula.terms, &formula.endogenous, &formula.instruments}) {
        for (const Term& term : *terms) {
            for (const Factor& factor : term.factors) factors.push_back(&factor);
        }
    }
    return factors;
}

std::optional<Diagnostic> DesignMaker::look_at_columns() {
    for (const Factor* const factor : factors_of(formula_)) {
        std::vector<const Expression*> columns;
        collect_columns(factor->expression, columns);
        for (const Expression* const mention : columns) {
            const DataColumn* const column = frame_.find(mention->name);
            if (column == nullptr) {
                Diagnostic unknown = frame_.no_column(mention->name);
                return formula_fault(unknown.code, formula_.text, mention->at,
                                     std::move(unknown.explanation), std::move(unknown.remedy));
            }
            used_.push_back(mention->name);
            const bool response = factor == &formula_.response;
            if ((response || !is_grouped(*factor, frame_)) && column->text_count() > 0) {
                return column->not_numbers();
            }
        }
    }
    for (const std::string& name : options_.absorbed) used_.push_back(name);
    if (options_.cluster) used_.push_back(*options_.cluster);
    for (const std::string& name : used_) {
        if (frame_.find(name) == nullptr) return frame_.no_column(name);
    }
    return std::nullopt;
}

void DesignMaker::spell_out_dot() {
    if (!formula_.all_others) return;
    std::vector<std::string> named = options_.absorbed;
    if (options_.cluster) named.push_back(*options_.cluster);
    if (!frame_.standings.empty()) named.emplace_back("standing");
    for (const Factor* const factor : factors_of(formula_)) {
        std::vector<const Expression*> columns;
        collect_columns(factor->expression, columns);
        for (const Expression* const mention : columns) named.push_back(mention->name);
    }
    for (const DataColumn& column : frame_.columns) {
        if (std::ranges::find(named, column.name()) != named.end()) continue;
        formula_.terms.push_back(
            {.factors = {
                 {.expression = {.sort = Expression::Sort::column, .name = column.name(), .at = 1},
                  .name = column.name()}}});
    }
}

std::optional<Diagnostic> DesignMaker::choose_rows() {
    std::vector<const DataColumn*> columns;
    for (const std::string& name : used_) columns.push_back(frame_.find(name));
    for (std::size_t row = 0; row < frame_.rows; ++row) {
        const bool observed = frame_.is_observed(row);
        if (!observed && !options_.on_simulated) {
            ++design_.unobserved;
        } else if (std::ranges::any_of(
                       columns, [&](const auto* column) { return column->is_missing(row); })) {
            ++design_.missing;
        } else {
            design_.simulated = design_.simulated || !observed;
            design_.rows.push_back(row);
        }
    }
    if (!frame_.standings.empty() && frame_.observed_count() == 0 && !options_.on_simulated) {
        return Diagnostic{
            .code = DiagnosticCode::nothing_observed,
            .explanation = "0 of " + std::to_string(frame_.rows) +
                           " rows observed: you would recover the generator",
            .remedy =
                "Estimate from what was observed; --on-simulated does it all the same and "
                "stamps the result."};
    }
    if (!design_.rows.empty()) return std::nullopt;
    return Diagnostic{.code = DiagnosticCode::rows_too_few,
                      .explanation = "no row is left: of " + std::to_string(frame_.rows) + ", " +
                                     std::to_string(design_.missing) + " lack a number and " +
                                     std::to_string(design_.unobserved) + " were not observed",
                      .remedy = "Leave out the column that is mostly empty."};
}

bool DesignMaker::has_margin(const Term& term, const Factor& without) const {
    std::vector<std::string> rest;
    for (const Factor& factor : term.factors) {
        if (!(factor == without)) rest.push_back(factor.name);
    }
    if (rest.empty()) return formula_.constant || !options_.absorbed.empty();
    std::ranges::sort(rest);
    return std::ranges::any_of(formula_.terms, [&](const Term& other) {
        std::vector<std::string> names;
        for (const Factor& factor : other.factors) names.push_back(factor.name);
        std::ranges::sort(names);
        return names == rest;
    });
}

Result<std::vector<NamedValues>> DesignMaker::factor_columns(const Factor& factor,
                                                             bool every_group) {
    std::vector<NamedValues> columns;
    if (!is_grouped(factor, frame_)) {
        auto values = expression_values(factor.expression, frame_, design_.rows, formula_.text);
        if (!values) return values.error();
        columns.push_back({factor.name, *std::move(values)});
        return columns;
    }
    const Groups groups = groups_of(*frame_.find(factor.expression.name));
    std::vector<std::size_t> place(groups.labels.size());
    std::vector<std::uint8_t> met(groups.labels.size());
    for (const std::size_t row : design_.rows) met[groups.of_row[row]] = 1;
    bool base = !every_group;
    const std::size_t none = columns.max_size();
    for (std::size_t g = 0; g < groups.labels.size(); ++g) {
        place[g] = none;
        if (met[g] == 0) continue;
        if (base) {
            base = false;
            continue;
        }
        place[g] = columns.size();
        columns.push_back({factor.name + (every_group ? "[" : "[T.") + groups.labels[g] + "]",
                           Values(design_.rows.size())});
    }
    for (std::size_t i = 0; i < design_.rows.size(); ++i) {
        const std::size_t column = place[groups.of_row[design_.rows[i]]];
        if (column != none) columns[column].values[i] = {1, 0};
    }
    return columns;
}

Result<std::vector<NamedValues>> DesignMaker::term_columns(const Term& term) {
    std::vector<NamedValues> columns;
    for (const Factor& factor : term.factors) {
        auto next = factor_columns(factor, !has_margin(term, factor));
        if (!next) return next.error();
        if (columns.empty() && &factor == &term.factors.front()) {
            columns = *std::move(next);
            continue;
        }
        std::vector<NamedValues> products;
        for (const NamedValues& right : *next) {
            for (const NamedValues& left : columns) {
                NamedValues product{left.name + ":" + right.name, left.values};
                for (std::size_t i = 0; i < product.values.size(); ++i) {
                    product.values[i] = product.values[i] * right.values[i];
                }
                products.push_back(std::move(product));
            }
        }
        columns = std::move(products);
    }
    return columns;
}

std::optional<Diagnostic> DesignMaker::add_terms(const std::vector<Term>& terms) {
    // Terms of fewer factors first, as R orders them: a product is named after its margins.
    std::vector<const Term*> ordered;
    for (const Term& term : terms) ordered.push_back(&term);
    std::ranges::stable_sort(ordered, {}, [](const Term* term) { return term->factors.size(); });
    // Without a constant the first factor stands for it, and those after it need a base.
    bool constant_is_spanned = formula_.constant || !options_.absorbed.empty();
    for (const Term* const term : ordered) {
        const bool alone = term->factors.size() == 1 && is_grouped(term->factors.front(), frame_);
        auto columns = alone ? factor_columns(term->factors.front(), !constant_is_spanned)
                             : term_columns(*term);
        if (alone) constant_is_spanned = true;
        if (!columns) return columns.error();
        for (NamedValues& column : *columns) {
            design_.names.push_back(std::move(column.name));
            columns_.push_back(std::move(column.values));
        }
    }
    return std::nullopt;
}

std::optional<Diagnostic> DesignMaker::add_response() {
    auto values =
        expression_values(formula_.response.expression, frame_, design_.rows, formula_.text);
    if (!values) return values.error();
    design_.names.push_back(formula_.response.name);
    columns_.push_back(*std::move(values));
    return std::nullopt;
}

RowGroups DesignMaker::groups_by(const std::string& name) const {
    const Groups groups = groups_of(*frame_.find(name));
    RowGroups used{.name = name};
    std::vector<std::uint32_t> number(groups.labels.size(), DataColumn::no_label);
    for (const std::size_t row : design_.rows) {
        std::uint32_t& known = number[groups.of_row[row]];
        if (known == DataColumn::no_label) known = static_cast<std::uint32_t>(used.count++);
        used.of_row.push_back(known);
    }
    return used;
}

std::optional<Diagnostic> DesignMaker::out_of_scale() const {
    constexpr double least = 1e-120;
    constexpr double most = 1e140;
    for (std::size_t j = 0; j < design_.names.size(); ++j) {
        const double size =
            design_.data.high.col(static_cast<Eigen::Index>(j)).cwiseAbs().maxCoeff();
        if (size == 0 || (size >= least && size <= most)) continue;
        return Diagnostic{
            .code = DiagnosticCode::number_too_large,
            .explanation = "the greatest of `" + design_.names[j] + "` is " +
                           to_string(Real{size}) + " in size: its squares pass what a double holds",
            .remedy = "Take another unit, as in I(" + design_.names[j] + " * 1e100)."};
    }
    return std::nullopt;
}

std::optional<Diagnostic> DesignMaker::finish() {
    const std::size_t rows = design_.rows.size();
    design_.data = WideMatrix{rows, columns_};
    columns_.clear();
    if (auto fault = out_of_scale()) return fault;
    for (std::size_t j = 0; j < design_.names.size(); ++j) {
        const auto column = design_.data.high.col(static_cast<Eigen::Index>(j));
        design_.squares.emplace_back(column.squaredNorm());
    }
    WideMatrix response;
    const auto last = static_cast<Eigen::Index>(design_.response());
    response.high = design_.data.high.col(last);
    if (design_.data.low.size() != 0) response.low = design_.data.low.col(last);
    subtract_group_means(response, {.of_row = std::vector<std::uint32_t>(rows, 0), .count = 1});
    design_.total_squares = cross_products(response)(0, 0);
    if (options_.cluster) design_.clusters = groups_by(*options_.cluster);
    for (const std::string& name : options_.absorbed) design_.absorbed.push_back(groups_by(name));
    if (design_.absorbed.empty()) return std::nullopt;
    auto degrees = absorb(design_.data, design_.absorbed);
    if (!degrees) return std::move(degrees).error();
    design_.absorbed_degrees = *degrees;
    return std::nullopt;
}

Result<Design> DesignMaker::make() {
    spell_out_dot();
    if (auto fault = look_at_columns()) return *std::move(fault);
    if (auto fault = choose_rows()) return *std::move(fault);
    design_.constant = formula_.constant && options_.absorbed.empty();
    if (design_.constant) {
        design_.names.emplace_back("const");
        columns_.emplace_back(design_.rows.size(), DoubleDouble{1, 0});
    }
    if (auto fault = add_terms(formula_.terms)) return *std::move(fault);
    design_.exogenous = columns_.size();
    if (auto fault = add_terms(formula_.endogenous)) return *std::move(fault);
    design_.endogenous = columns_.size() - design_.exogenous;
    if (auto fault = add_terms(formula_.instruments)) return *std::move(fault);
    design_.excluded = columns_.size() - design_.regressors();
    if (design_.regressors() == 0) {
        return formula_fault(DiagnosticCode::formula_invalid, formula_.text, 1,
                             "there is nothing to estimate", "Name a column after `~`.");
    }
    if (auto fault = add_response()) return *std::move(fault);
    if (auto fault = finish()) return *std::move(fault);
    return std::move(design_);
}

}  // namespace

std::vector<std::size_t> Design::regressor_columns() const {
    std::vector<std::size_t> columns(regressors());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

std::vector<std::size_t> Design::instrument_columns() const {
    std::vector<std::size_t> columns(exogenous);
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    for (std::size_t i = 0; i < excluded; ++i) columns.push_back(regressors() + i);
    return columns;
}

Result<Design> make_design(const DataFrame& frame, const Formula& formula,
                           const DesignOptions& options) {
    return DesignMaker{frame, formula, options}.make();
}

}  // namespace cellbook
