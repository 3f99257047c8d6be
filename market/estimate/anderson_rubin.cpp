#include "market/estimate/anderson_rubin.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <limits>
#include <numbers>

#include "market/estimate/inference.hpp"

namespace cellbook {

namespace {

constexpr int scan_points = 4000;
constexpr int bisections = 200;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// F(b) as a ratio of quadratics in b: kept as its coefficients, so that a value costs nothing.
class Quadratics {
public:
    Quadratics(const FoldedDesign& folded, const Projections& projections, Errors errors);

    /// F at b = x / w: infinite b is (1, 0).
    [[nodiscard]] double f(double x, double w) const {
        const Eigen::VectorXd moments = w * response_ - x * endogenous_;
        const Matrix scores = w * w * of_response_ - x * w * across_ + x * x * of_endogenous_;
        const Eigen::LDLT<Matrix> factors{scores};
        return moments.dot(factors.solve(moments)) / static_cast<double>(moments.size());
    }
    [[nodiscard]] double rest() const { return rest_; }

private:
    Eigen::VectorXd response_{};
    Eigen::VectorXd endogenous_{};
    Matrix of_response_{};
    Matrix across_{};  ///< and its transpose
    Matrix of_endogenous_{};
    double rest_ = 0;
};

/// Products of two sets of scores, one the rows' and the other the columns'.
Matrix products_of(const Matrix& basis, const Eigen::VectorXd& left, const Eigen::VectorXd& right,
                   const std::optional<RowGroups>& clusters) {
    Matrix a = left.asDiagonal() * basis;
    Matrix b = right.asDiagonal() * basis;
    if (!clusters) return a.transpose() * b;
    const auto groups = static_cast<Eigen::Index>(clusters->count);
    Matrix sums_a = Matrix::Zero(groups, basis.cols());
    Matrix sums_b = Matrix::Zero(groups, basis.cols());
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
        const std::uint32_t group = clusters->of_row[static_cast<std::size_t>(i)];
        sums_a.row(group) += a.row(i);
        sums_b.row(group) += b.row(i);
    }
    return sums_a.transpose() * sums_b;
}

/// What the instruments leave of a column.
Eigen::VectorXd left_of(const FoldedDesign& folded, const Projections& projections,
                        const RealMatrix& explained, std::size_t column) {
    const Design& design = folded.design;
    const RealMatrix weights = projections.inverse * explained;
    RealMatrix all{design.names.size(), 1};
    const auto instruments = design.instrument_columns();
    for (std::size_t i = 0; i < instruments.size(); ++i) all(instruments[i], 0) = -weights(i, 0);
    all(column, 0) = 1;
    return combine(design.data, all).col(0);
}

Quadratics::Quadratics(const FoldedDesign& folded, const Projections& projections, Errors errors) {
    const Design& design = folded.design;
    const auto count = static_cast<Eigen::Index>(design.excluded);
    const std::size_t column = design.exogenous;
    RealMatrix explained{projections.regressors.rows(), 1};
    for (std::size_t i = 0; i < explained.rows(); ++i) {
        explained(i, 0) = projections.regressors(i, column);
    }
    response_ = projections.response.to_doubles().col(0).tail(count);
    endogenous_ = explained.to_doubles().col(0).tail(count);
    const Eigen::VectorXd y = left_of(folded, projections, projections.response, design.response());
    const Eigen::VectorXd e = left_of(folded, projections, explained, column);
    const auto rows = static_cast<double>(design.rows.size());
    const auto used =
        static_cast<double>(design.exogenous + design.excluded + design.absorbed_degrees);
    rest_ = rows - used;
    if (errors == Errors::classical) {
        const Matrix one = Matrix::Identity(count, count) / rest_;
        of_response_ = y.squaredNorm() * one;
        across_ = 2 * y.dot(e) * one;
        of_endogenous_ = e.squaredNorm() * one;
        return;
    }
    const auto clusters = errors == Errors::cluster ? design.clusters : std::optional<RowGroups>{};
    double factor = rows / rest_;
    if (clusters) {
        const auto groups = static_cast<double>(clusters->count);
        factor = groups / (groups - 1) * (rows - 1) / rest_;
        rest_ = groups - 1;
    }
    const Matrix basis = instrument_basis(folded, projections).rightCols(count);
    of_response_ = factor * products_of(basis, y, y, clusters);
    const Matrix both = products_of(basis, y, e, clusters);
    across_ = factor * (both + both.transpose());
    of_endogenous_ = factor * products_of(basis, e, e, clusters);
}

/// Scans angles from -pi/2 to pi/2 and collects where F stays below.
class SetSearch {
public:
    SetSearch(const Quadratics& quadratics, double critical, double centre, double scale)
        : quadratics_{quadratics}, critical_{critical}, centre_{centre}, scale_{scale} {}

    [[nodiscard]] std::vector<SetInterval> find() const {
        std::vector<SetInterval> set;
        const double half = std::numbers::pi / 2;
        double before = -half;
        bool within = holds(before);
        if (within) set.push_back({-infinity, infinity});
        for (int i = 1; i <= scan_points; ++i) {
            const double angle = i == scan_points ? half : -half + 2 * half * i / scan_points;
            const bool now = holds(angle);
            if (now != within) {
                const double edge = crossing(before, angle, within);
                if (now) {
                    set.push_back({edge, infinity});
                } else {
                    set.back().high = edge;
                }
            }
            within = now;
            before = angle;
        }
        return set;
    }

private:
    [[nodiscard]] bool holds(double angle) const {
        // At the ends the cosine is not quite zero, and should be.
        const double w = std::abs(angle) >= std::numbers::pi / 2 ? 0 : std::cos(angle);
        const double x = w == 0 ? 1 : centre_ * w + scale_ * std::sin(angle);
        return quadratics_.f(x, w) <= critical_;
    }
    [[nodiscard]] double crossing(double low, double high, bool low_holds) const {
        for (int i = 0; i < bisections; ++i) {
            const double middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            (holds(middle) == low_holds ? low : high) = middle;
        }
        return centre_ + scale_ * std::tan(low_holds ? low : high);
    }

    const Quadratics& quadratics_;
    double critical_;
    double centre_;
    double scale_;
};

}  // namespace

std::optional<AndersonRubin> anderson_rubin(const FoldedDesign& folded,
                                            const Projections& projections, Errors errors,
                                            double level) {
    const Design& design = folded.design;
    const std::size_t used = design.exogenous + design.excluded + design.absorbed_degrees;
    if (design.endogenous != 1 || design.rows.size() <= used) return std::nullopt;
    const Quadratics quadratics{folded, projections, errors};
    if (!(quadratics.rest() > 0)) return std::nullopt;
    AndersonRubin found{.degrees = static_cast<double>(design.excluded), .rest = quadratics.rest()};
    found.at_zero = quadratics.f(0, 1);
    found.p_at_zero = f_p(found.at_zero, found.degrees, found.rest);
    // F is least near LIML's estimate: the scan is centred there, so that no small set is missed.
    const auto k = liml_k(folded);
    const LinearFit fit = k_class(folded, projections, k ? *k : Real{1});
    const auto classical = covariance(folded, fit, {.errors = Errors::classical, .small = true});
    const std::size_t place = design.exogenous;
    const auto centre = fit.coefficients(place, 0).convert_to<double>();
    double scale = std::abs(centre);
    if (classical && (*classical)(place, place) > 0) {
        scale = std::sqrt((*classical)(place, place).convert_to<double>());
    }
    if (!(scale > 0) || !std::isfinite(scale)) return std::nullopt;
    found.set =
        SetSearch{quadratics, f_critical(level, found.degrees, found.rest), centre, scale}.find();
    return found;
}

}  // namespace cellbook
