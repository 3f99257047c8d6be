/// What is asked of a regression, and all that is printed of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "market/estimate/covariance.hpp"
#include "market/estimate/inference.hpp"
#include "market/estimate/linear_fit.hpp"
#include "market/estimate/wild_bootstrap.hpp"

namespace cellbook {

struct RegressionOptions {
    Method method = Method::ols;
    /// Absent: classical, and robust (hc0) for gmm, whose weights are.
    std::optional<Errors> errors{};
    std::optional<std::string> cluster{};  ///< column, where errors are clustered
    bool small = false;                    ///< t and F, and n - k, with instruments too
    std::vector<std::string> absorbed{};   ///< columns of fixed effects
    std::optional<BootstrapOptions> bootstrap{};
    double level = 0.95;
    bool on_simulated = false;
};

struct Coefficient {
    std::string name{};
    double estimate = 0;
    double std_error = 0;
    double statistic = 0;  ///< t or z
    double p = 0;
    double low = 0;
    double high = 0;
    std::optional<double> bootstrap_p{};
};

/// A number about the whole regression: N, R2, a test's statistic and its p.
struct Statistic {
    std::string name{};   ///< for programs: `r2`
    std::string title{};  ///< for people: `R2`
    double value = 0;
    unsigned decimals = 0;
};

struct Regression {
    std::string formula{};
    std::string response{};
    RegressionOptions options{};
    Errors errors = Errors::classical;
    Reference reference{};
    std::vector<Coefficient> coefficients{};
    RealMatrix values{};      ///< the estimates, one column
    RealMatrix covariance{};  ///< of the estimates
    std::vector<Statistic> statistics{};
    std::vector<std::string> notes{};
    std::size_t rows = 0;
    std::size_t missing = 0;
    std::size_t clusters = 0;
    Eigen::VectorXd residuals{};
    std::vector<std::size_t> used_rows{};  ///< of the frame
    bool simulated = false;
    bool exact = false;

    [[nodiscard]] const Coefficient* find(std::string_view name) const;
    [[nodiscard]] std::optional<double> statistic(std::string_view name) const;
};

}  // namespace cellbook
