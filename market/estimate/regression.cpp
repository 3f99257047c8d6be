#include "market/estimate/regression.hpp"

#include <cmath>
#include <limits>

#include "market/estimate/regression_statistics.hpp"

namespace cellbook {

namespace {

/// One regression on its way.
struct Work {
    FoldedDesign folded{};
    LinearFit fit{};
    std::optional<Projections> projections{};
    std::optional<double> k{};  ///< LIML's
    std::optional<double> j{};  ///< GMM's
};

std::optional<Diagnostic> mismatch(const Formula& formula, const RegressionOptions& options) {
    if (options.method == Method::ols && !formula.endogenous.empty()) {
        const auto at = static_cast<std::uint32_t>(formula.text.find('[') + 1);
        return formula_fault(DiagnosticCode::formula_invalid, formula.text, at,
                             "least squares takes no instruments",
                             "Add --method 2sls, liml or gmm; or write the columns without "
                             "brackets.");
    }
    if (options.method != Method::ols && formula.endogenous.empty()) {
        return formula_fault(DiagnosticCode::formula_invalid, formula.text, 1,
                             std::string{to_string(options.method)} +
                                 " needs instruments, and the formula names none",
                             "Write [endogenous ~ instruments], as in: q ~ x + [p ~ z1 + z2]");
    }
    return std::nullopt;
}

Result<Work> estimate(Design design, const RegressionOptions& options, Errors errors) {
    auto folded = fold(std::move(design), options.method);
    if (!folded) return std::move(folded).error();
    Work work{.folded = *std::move(folded)};
    if (options.method == Method::ols) {
        work.fit = least_squares(work.folded);
        return work;
    }
    auto projections = project(work.folded);
    if (!projections) return std::move(projections).error();
    work.projections = *std::move(projections);
    if (options.method == Method::gmm) {
        auto gmm = two_step_gmm(work.folded, *work.projections, errors);
        if (!gmm) return std::move(gmm).error();
        work.j = gmm->j;
        work.fit = std::move(gmm->fit);
        return work;
    }
    Real k = 1;
    if (options.method == Method::liml) {
        auto root = liml_k(work.folded);
        if (!root) return std::move(root).error();
        k = *root;
        work.k = k.convert_to<double>();
    }
    work.fit = k_class(work.folded, *work.projections, k);
    return work;
}

Reference reference_of(const Design& design, const RegressionOptions& options, Errors errors) {
    if (errors == Errors::cluster) {
        return {.degrees = static_cast<double>(design.clusters->count) - 1};
    }
    if (options.method != Method::ols && !options.small) return {};
    return {.degrees = static_cast<double>(design.rows.size()) -
                       static_cast<double>(design.regressors() + design.absorbed_degrees)};
}

void add_coefficients(Regression& found, const Work& work) {
    const Design& design = work.folded.design;
    const double reach = critical_value(found.options.level, found.reference);
    const bool none_left = design.rows.size() == design.regressors() + design.absorbed_degrees;
    for (std::size_t i = 0; i < design.regressors(); ++i) {
        Coefficient coefficient{.name = design.names[i]};
        const Real& variance = found.covariance(i, i);
        coefficient.estimate = found.values(i, 0).convert_to<double>();
        coefficient.std_error = none_left || variance < 0 ? std::numeric_limits<double>::quiet_NaN()
                                                          : sqrt(variance).convert_to<double>();
        coefficient.statistic = coefficient.std_error > 0
                                    ? coefficient.estimate / coefficient.std_error
                                    : std::numeric_limits<double>::quiet_NaN();
        coefficient.p = two_sided_p(coefficient.statistic, found.reference);
        coefficient.low = coefficient.estimate - reach * coefficient.std_error;
        coefficient.high = coefficient.estimate + reach * coefficient.std_error;
        found.coefficients.push_back(std::move(coefficient));
    }
}

std::optional<Diagnostic> add_bootstrap(Regression& found, const Work& work) {
    const Design& design = work.folded.design;
    const bool nested =
        design.absorbed.empty() || (design.absorbed.size() == 1 && design.clusters &&
                                    is_nested(design.absorbed.front(), *design.clusters));
    if (!nested) {
        return Diagnostic{.code = DiagnosticCode::not_identified,
                          .explanation =
                              "the wild bootstrap reweighs whole clusters, and the "
                              "absorbed effects reach across them",
                          .remedy =
                              "Absorb what lies within clusters, and write other effects as "
                              "C(...) in the formula."};
    }
    if (found.exact || std::isnan(found.coefficients.front().std_error)) return std::nullopt;
    const WildBootstrap wild = wild_bootstrap(design, work.fit, *found.options.bootstrap);
    for (std::size_t i = 0; i < wild.p.size(); ++i) {
        found.coefficients[i].bootstrap_p = wild.p[i];
    }
    const std::string weights =
        wild.weights == BootstrapWeights::webb ? "Webb's six-point weights" : "Rademacher weights";
    found.notes.push_back("bootstrap p: wild cluster bootstrap, restricted, " + weights + ", " +
                          (wild.enumerated ? "all " : "") + std::to_string(wild.draws) + " draws" +
                          (wild.enumerated
                               ? std::string{}
                               : ", seed " + std::to_string(found.options.bootstrap->seed)));
    return std::nullopt;
}

}  // namespace

Result<Regression> regress(const DataFrame& frame, const Formula& formula,
                           const RegressionOptions& options) {
    if (auto fault = mismatch(formula, options)) return *std::move(fault);
    Regression found{.formula = formula.text, .response = formula.response.name};
    found.options = options;
    found.errors =
        options.errors.value_or(options.method == Method::gmm ? Errors::hc0 : Errors::classical);
    const bool clustered = found.errors == Errors::cluster;
    auto design = make_design(frame, formula,
                              {.absorbed = options.absorbed,
                               .cluster = clustered ? options.cluster : std::nullopt,
                               .on_simulated = options.on_simulated});
    if (!design) return std::move(design).error();
    auto worked = estimate(*std::move(design), options, found.errors);
    if (!worked) return std::move(worked).error();
    const Work& work = *worked;
    const Design& d = work.folded.design;
    found.rows = d.rows.size();
    found.missing = d.missing;
    found.clusters = d.clusters ? d.clusters->count : 0;
    found.used_rows = d.rows;
    found.simulated = d.simulated;
    found.exact = work.fit.exact;
    found.residuals = work.fit.residuals;
    found.values = work.fit.coefficients;
    found.reference = reference_of(d, options, found.errors);
    const bool none_left = found.rows == d.regressors() + d.absorbed_degrees;
    const bool small = options.small || options.method == Method::ols;
    if (none_left) {
        found.covariance = RealMatrix{d.regressors(), d.regressors()};
    } else {
        auto variance = covariance(work.folded, work.fit, {.errors = found.errors, .small = small});
        if (!variance) return std::move(variance).error();
        found.covariance = *std::move(variance);
    }
    add_coefficients(found, work);
    add_statistics(found, {.folded = work.folded,
                           .fit = work.fit,
                           .projections = work.projections ? &*work.projections : nullptr,
                           .k = work.k,
                           .j = work.j});
    if (options.bootstrap) {
        if (auto fault = add_bootstrap(found, work)) return *std::move(fault);
    }
    return found;
}

}  // namespace cellbook
