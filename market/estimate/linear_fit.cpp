#include "market/estimate/linear_fit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cellbook {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 4> method_names{
    {{Method::ols, "ols"},
     {Method::two_stage, "2sls"},
     {Method::liml, "liml"},
     {Method::gmm, "gmm"}}};

/// Residuals below this share of the response are the rounding of its 32 digits.
constexpr double rounding = 1e-26;

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace

std::string_view to_string(Method method) {
    return std::ranges::find(method_names, method, &std::pair<Method, std::string_view>::first)
        ->second;
}

std::optional<Method> parse_method(std::string_view text) {
    for (const auto& [method, name] : method_names) {
        if (name == text) return method;
    }
    return std::nullopt;
}

Result<FoldedDesign> fold(Design design, Method method) {
    FoldedDesign folded{.design = std::move(design)};
    const Design& d = folded.design;
    const std::size_t wanted = d.regressors() + d.absorbed_degrees;
    if (d.rows.size() < wanted) {
        return Diagnostic{.code = DiagnosticCode::rows_too_few,
                          .explanation = counted(wanted, "coefficient") + " cannot be found from " +
                                         counted(d.rows.size(), "row") +
                                         (d.missing > 0 ? " (" + counted(d.missing, "row") +
                                                              " left out: a number is not known)"
                                                        : std::string{}),
                          .remedy = "Leave out columns, or bring more rows."};
    }
    if (method != Method::ols && d.excluded < d.endogenous) {
        return Diagnostic{.code = DiagnosticCode::instruments_too_few,
                          .explanation = counted(d.endogenous, "endogenous column") + " and " +
                                         counted(d.excluded, "instrument") +
                                         ": the equation is not identified",
                          .remedy =
                              "Name at least as many instruments that move them and have no "
                              "other way to the response."};
    }
    folded.products = cross_products(d.data);
    auto regressors = triangle_of(d, folded.products, d.regressor_columns());
    if (!regressors) return std::move(regressors).error();
    folded.regressors = *std::move(regressors);
    if (method == Method::ols) return folded;
    auto instruments = triangle_of(d, folded.products, d.instrument_columns());
    if (!instruments) return std::move(instruments).error();
    folded.instruments = *std::move(instruments);
    return folded;
}

void set_residuals(LinearFit& fit, const FoldedDesign& folded) {
    const Design& design = folded.design;
    RealMatrix weights{design.names.size(), 1};
    for (std::size_t i = 0; i < design.regressors(); ++i) {
        weights(i, 0) = -fit.coefficients(i, 0);
    }
    weights(design.response(), 0) = 1;
    fit.residuals = combine(design.data, weights).col(0);
    DoubleDouble squares;
    for (const double residual : fit.residuals)
        squares = squares + exact_product(residual, residual);
    fit.residual_squares = squares.high;
    const double whole = design.squares[design.response()].convert_to<double>();
    fit.exact = fit.residual_squares <= rounding * whole;
    if (!fit.exact) return;
    fit.residuals.setZero();
    fit.residual_squares = 0;
    // Of an exact fit, coefficients that say nothing are zero and some rounding.
    for (std::size_t i = 0; i < design.regressors(); ++i) {
        const Real said = abs(fit.coefficients(i, 0)) * sqrt(design.squares[i]);
        if (said <= Real{rounding} * sqrt(design.squares[design.response()])) {
            fit.coefficients(i, 0) = 0;
        }
    }
}

LinearFit least_squares(const FoldedDesign& folded) {
    const Design& design = folded.design;
    const auto columns = design.regressor_columns();
    LinearFit fit;
    fit.to_coefficients = inverse_of_triangle(folded.regressors.upper);
    fit.bread = fit.to_coefficients * fit.to_coefficients.transposed();
    fit.coefficients = fit.bread * folded.products.part(columns, {design.response()});
    RealMatrix weights{design.names.size(), columns.size()};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            weights(i, j) = fit.to_coefficients(i, j);
        }
    }
    fit.basis = combine(design.data, weights);
    set_residuals(fit, folded);
    return fit;
}

}  // namespace cellbook
