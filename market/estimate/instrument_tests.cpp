#include "market/estimate/instrument_tests.hpp"

#include <array>
#include <limits>
#include <numeric>

#include "market/estimate/inference.hpp"

namespace cellbook {

namespace {

double number(const Real& value) {
    return value.convert_to<double>();
}

/// Squares below this share are rounding.
constexpr double wholly = 1e-24;
/// A bias of a tenth of the worst case.
constexpr double worst_share = 10;

/// 95 percent of the noncentral chi-squared that the effective F is held against.
double effective_critical(const RealMatrix& variance) {
    Real trace = 0;
    for (std::size_t i = 0; i < variance.rows(); ++i) trace += variance(i, i);
    if (!(trace > 0)) return 0;
    const std::vector<Real> roots = eigenvalues((Real{1} / trace) * variance);
    const double largest = number(roots.back());
    double squares = 0;
    for (const Real& root : roots) squares += number(root) * number(root);
    const double degrees = (1 + 2 * worst_share) / (squares + 2 * worst_share * largest);
    return noncentral_critical(0.95, degrees, degrees * worst_share) / degrees;
}

class FirstStages {
public:
    FirstStages(const FoldedDesign& folded, const Projections& projections, Errors errors)
        : folded_{folded},
          projections_{projections},
          errors_{errors},
          basis_{instrument_basis(folded, projections)
                     .rightCols(static_cast<Eigen::Index>(folded.design.excluded))} {}

    [[nodiscard]] FirstStage of(std::size_t endogenous) const;

private:
    [[nodiscard]] Eigen::VectorXd residuals(std::size_t column) const;

    const FoldedDesign& folded_;
    const Projections& projections_;
    Errors errors_;
    Matrix basis_;  ///< of the excluded instruments, the exogenous columns taken out
};

Eigen::VectorXd FirstStages::residuals(std::size_t column) const {
    const Design& design = folded_.design;
    std::vector<std::size_t> rows(design.instrument_columns().size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const RealMatrix weights = projections_.inverse * projections_.regressors.part(rows, {column});
    RealMatrix all{design.names.size(), 1};
    const auto instruments = design.instrument_columns();
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        all(instruments[i], 0) = -weights(i, 0);
    }
    all(column, 0) = 1;
    return combine(design.data, all).col(0);
}

FirstStage FirstStages::of(std::size_t endogenous) const {
    const Design& design = folded_.design;
    const std::size_t column = design.exogenous + endogenous;
    FirstStage stage{.name = design.names[column]};
    RealMatrix moved{design.excluded, 1};
    for (std::size_t i = 0; i < design.excluded; ++i) {
        moved(i, 0) = projections_.regressors(design.exogenous + i, column);
    }
    const double explained = number((moved.transposed() * moved)(0, 0));
    const Eigen::VectorXd left = residuals(column);
    const double unexplained = left.squaredNorm();
    const auto rows = static_cast<double>(design.rows.size());
    const auto used =
        static_cast<double>(design.exogenous + design.excluded + design.absorbed_degrees);
    const auto count = static_cast<double>(design.excluded);
    stage.partial_r2 = explained / (explained + unexplained);
    if (unexplained <= wholly * number(design.squares[column])) {
        stage.f = stage.robust_f = stage.effective_f = std::numeric_limits<double>::infinity();
        return stage;
    }
    const double variance = unexplained / (rows - used);
    stage.f = explained / count / variance;
    RealMatrix scores = Real{variance} * RealMatrix::identity(design.excluded);
    if (errors_ != Errors::classical) {
        const auto clusters =
            errors_ == Errors::cluster ? design.clusters : std::optional<RowGroups>{};
        double factor = rows / (rows - used);
        if (clusters) {
            const auto groups = static_cast<double>(clusters->count);
            factor = groups / (groups - 1) * (rows - 1) / (rows - used);
        }
        scores = Real{factor} * score_products(basis_, left, clusters);
    }
    Real trace = 0;
    for (std::size_t i = 0; i < design.excluded; ++i) trace += scores(i, i);
    stage.effective_f = explained / number(trace);
    stage.effective_critical = effective_critical(scores);
    const auto weights = inverse(scores, 1e-13);
    stage.robust_f = weights ? number((moved.transposed() * *weights * moved)(0, 0)) / count
                             : std::numeric_limits<double>::quiet_NaN();
    return stage;
}

/// Products of residuals of the endogenous columns on the instruments, and of what these explain.
double cragg_donald(const FoldedDesign& folded, const Projections& projections) {
    const Design& design = folded.design;
    std::vector<std::size_t> endogenous(design.endogenous);
    std::iota(endogenous.begin(), endogenous.end(), design.exogenous);
    std::vector<std::size_t> all(projections.regressors.rows());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::vector<std::size_t> excluded(
        all.begin() + static_cast<std::ptrdiff_t>(design.exogenous), all.end());
    const RealMatrix whole = projections.regressors.part(all, endogenous);
    const RealMatrix moved = projections.regressors.part(excluded, endogenous);
    const RealMatrix left =
        folded.products.part(endogenous, endogenous) - whole.transposed() * whole;
    const auto upper = cholesky(left);
    if (!upper) return std::numeric_limits<double>::infinity();
    const RealMatrix turned = inverse_of_triangle(*upper);
    const Real least =
        eigenvalues(turned.transposed() * (moved.transposed() * moved) * turned).front();
    const auto used = design.exogenous + design.excluded + design.absorbed_degrees;
    const Real rest{design.rows.size() - used};
    return number(least * rest / Real{design.excluded});
}

std::optional<SpecificationTest> wu_hausman(const FoldedDesign& folded,
                                            const Projections& projections) {
    const Design& design = folded.design;
    const std::size_t columns = design.regressors();
    const std::size_t both = columns + design.endogenous;
    const auto regressors = design.regressor_columns();
    // Products of [X, QQ'E], and of these with y.
    RealMatrix products{both, both};
    RealMatrix response{both, 1};
    const RealMatrix projected = projections.regressors.transposed() * projections.regressors;
    const RealMatrix with = projections.regressors.transposed() * projections.response;
    const auto original = [&](std::size_t i) {
        return i < columns ? i : i - columns + design.exogenous;
    };
    for (std::size_t i = 0; i < both; ++i) {
        for (std::size_t j = 0; j < both; ++j) {
            products(i, j) = i < columns && j < columns ? folded.products(i, j)
                                                        : projected(original(i), original(j));
        }
        response(i, 0) = i < columns ? folded.products(i, design.response()) : with(original(i), 0);
    }
    const Real whole = folded.products(design.response(), design.response());
    const RealMatrix plain = response.part(regressors, {0});
    const auto plain_inverse = inverse(folded.products.part(regressors, regressors));
    const auto full_inverse = inverse(products, 1e-20);
    const double rest = static_cast<double>(design.rows.size()) -
                        static_cast<double>(both + design.absorbed_degrees);
    if (!plain_inverse || !full_inverse || rest <= 0) return std::nullopt;
    const Real restricted = whole - (plain.transposed() * *plain_inverse * plain)(0, 0);
    const Real free = whole - (response.transposed() * *full_inverse * response)(0, 0);
    if (!(free > whole * Real{1e-24})) return std::nullopt;
    const auto count = static_cast<double>(design.endogenous);
    const double f = number((restricted - free) / free) * rest / count;
    return SpecificationTest{
        .statistic = f, .degrees = count, .rest = rest, .p = f_p(f, count, rest)};
}

}  // namespace

InstrumentTests instrument_tests(const FoldedDesign& folded, const Projections& projections,
                                 const LinearFit& fit, Errors errors) {
    const Design& design = folded.design;
    InstrumentTests tests;
    const FirstStages stages{folded, projections, errors};
    for (std::size_t i = 0; i < design.endogenous; ++i) tests.first_stages.push_back(stages.of(i));
    if (design.endogenous > 1) tests.cragg_donald = cragg_donald(folded, projections);
    tests.wu_hausman = wu_hausman(folded, projections);
    if (design.excluded == design.endogenous || fit.exact) return tests;
    const auto degrees = static_cast<double>(design.excluded - design.endogenous);
    const RealMatrix moments = projections.response - projections.regressors * fit.coefficients;
    const double explained = number((moments.transposed() * moments)(0, 0));
    const double sargan =
        explained / fit.residual_squares * static_cast<double>(design.rows.size());
    tests.sargan = SpecificationTest{
        .statistic = sargan, .degrees = degrees, .p = chi_squared_p(sargan, degrees)};
    const Errors weights = errors == Errors::classical ? Errors::hc0 : errors;
    if (const auto gmm = two_step_gmm(folded, projections, weights)) {
        tests.hansen = SpecificationTest{
            .statistic = gmm->j, .degrees = degrees, .p = chi_squared_p(gmm->j, degrees)};
    }
    return tests;
}

std::optional<double> stock_yogo_size_10(std::size_t instruments) {
    constexpr std::array<double, 10> least{16.38, 19.93, 22.30, 24.58, 26.87,
                                           29.18, 31.50, 33.84, 36.19, 38.54};
    if (instruments == 0 || instruments > least.size()) return std::nullopt;
    return least[instruments - 1];
}

}  // namespace cellbook
