#include "market/estimate/instruments.hpp"

namespace cellbook {

namespace {

constexpr double least_moved = 1e-22;
constexpr double least_apart = 1e-13;

/// Weights on all columns of the design from weights on the instruments.
RealMatrix spread(const FoldedDesign& folded, const RealMatrix& weights) {
    const auto columns = folded.design.instrument_columns();
    RealMatrix all{folded.design.names.size(), weights.columns()};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < weights.columns(); ++j) all(columns[i], j) = weights(i, j);
    }
    return all;
}

}  // namespace

Result<Projections> project(const FoldedDesign& folded) {
    const Design& design = folded.design;
    const auto instruments = design.instrument_columns();
    Projections found;
    found.inverse = inverse_of_triangle(folded.instruments.upper);
    const RealMatrix turned = found.inverse.transposed();
    found.regressors = turned * folded.products.part(instruments, design.regressor_columns());
    found.response = turned * folded.products.part(instruments, {design.response()});
    // Of each endogenous column: what the instruments move of it that nothing before it moves.
    RealMatrix moved = found.regressors.transposed() * found.regressors;
    const auto upper = cholesky(moved);
    for (std::size_t i = design.exogenous; i < design.regressors(); ++i) {
        const Real left = upper ? (*upper)(i, i) * (*upper)(i, i) : Real{0};
        if (left > design.squares[i] * Real{least_moved}) continue;
        return Diagnostic{
            .code = DiagnosticCode::not_identified,
            .explanation = "the instruments do not move `" + design.names[i] +
                           "` apart from the other columns: its effect is not identified",
            .remedy = "Name instruments that move it: one for each endogenous column at least."};
    }
    return found;
}

Matrix instrument_basis(const FoldedDesign& folded, const Projections& projections) {
    return combine(folded.design.data, spread(folded, projections.inverse));
}

LinearFit k_class(const FoldedDesign& folded, const Projections& projections, const Real& k) {
    const Design& design = folded.design;
    const auto columns = design.regressor_columns();
    const RealMatrix turned = projections.regressors.transposed();
    const RealMatrix projected = turned * projections.regressors;
    const RealMatrix whole = folded.products.part(columns, columns);
    const RealMatrix with_response = folded.products.part(columns, {design.response()});
    LinearFit fit;
    // Positive definite: the instruments were found to move every regressor apart (`fold`, caller).
    fit.bread = *inverse((Real{1} - k) * whole + k * projected);
    fit.coefficients =
        fit.bread * ((Real{1} - k) * with_response + k * (turned * projections.response));
    const RealMatrix upper = *cholesky(projected);
    fit.to_coefficients = fit.bread * upper.transposed();
    fit.basis = combine(design.data, spread(folded, projections.inverse * projections.regressors *
                                                        inverse_of_triangle(upper)));
    set_residuals(fit, folded);
    return fit;
}

Result<Real> liml_k(const FoldedDesign& folded) {
    const Design& design = folded.design;
    std::vector<std::size_t> both{design.response()};
    for (std::size_t i = 0; i < design.endogenous; ++i) both.push_back(design.exogenous + i);
    const auto rest_of = [&](const std::vector<std::size_t>& on) {
        RealMatrix rest = folded.products.part(both, both);
        if (on.empty()) return rest;
        const RealMatrix across = folded.products.part(on, both);
        return rest - across.transposed() * *inverse(folded.products.part(on, on)) * across;
    };
    std::vector<std::size_t> exogenous(design.exogenous);
    for (std::size_t i = 0; i < exogenous.size(); ++i) exogenous[i] = i;
    const RealMatrix unexplained = rest_of(design.instrument_columns());
    for (std::size_t i = 0; i < both.size(); ++i) {
        if (unexplained(i, i) > design.squares[both[i]] * Real{1e-24}) continue;
        return Diagnostic{.code = DiagnosticCode::not_identified,
                          .explanation = "the instruments explain `" + design.names[both[i]] +
                                         "` wholly: LIML's ratio of variances has no value",
                          .remedy = "Take --method 2sls, or leave instruments out."};
    }
    const auto upper = cholesky(unexplained);
    if (!upper) {
        return Diagnostic{.code = DiagnosticCode::not_identified,
                          .explanation =
                              "what instruments leave of the endogenous columns moves "
                              "together: LIML's ratio of variances has no value",
                          .remedy = "Leave one of the endogenous columns out."};
    }
    const RealMatrix turned = inverse_of_triangle(*upper);
    return eigenvalues(turned.transposed() * rest_of(exogenous) * turned).front();
}

Result<GmmFit> two_step_gmm(const FoldedDesign& folded, const Projections& projections,
                            Errors errors) {
    const LinearFit first = k_class(folded, projections, 1);
    const auto clusters =
        errors == Errors::cluster ? folded.design.clusters : std::optional<RowGroups>{};
    GmmFit found;
    LinearFit& fit = found.fit;
    fit.basis = instrument_basis(folded, projections);
    const auto variance = first.residual_squares / static_cast<double>(folded.design.rows.size());
    const RealMatrix scores =
        errors == Errors::classical
            ? Real{variance} * RealMatrix::identity(projections.inverse.rows())
            : score_products(fit.basis, first.residuals, clusters);
    const auto weights = inverse(scores, least_apart);
    const RealMatrix turned = projections.regressors.transposed();
    const auto bread = weights ? inverse(turned * *weights * projections.regressors) : std::nullopt;
    if (!bread) {
        const std::string groups =
            clusters ? std::to_string(clusters->count) + " clusters" : "the residuals";
        return Diagnostic{.code = DiagnosticCode::not_identified,
                          .explanation = "scores of " + std::to_string(scores.rows()) +
                                         " instruments have no inverse with " + groups +
                                         ": GMM has no weights",
                          .remedy = "Take --method 2sls, or fewer instruments than clusters."};
    }
    fit.to_coefficients = *bread * turned * *weights;
    fit.coefficients = fit.to_coefficients * projections.response;
    fit.bread = *inverse(turned * projections.regressors);
    set_residuals(fit, folded);
    const RealMatrix moments = projections.response - projections.regressors * fit.coefficients;
    found.j = (moments.transposed() * *weights * moments)(0, 0).convert_to<double>();
    return found;
}

}  // namespace cellbook
