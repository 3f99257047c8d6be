/// Elasticities of demand: by how many percent less is bought when a price rises by one.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/estimate/regression.hpp"
#include "market/series/book_series.hpp"

namespace cellbook {

struct DemandOptions {
    bool cross = false;  ///< other products' prices too
    bool income = true;  ///< where it is known
    /// Terms of a formula for the own price, `elsewhere` standing for the product's own.
    std::vector<std::string> instruments{};
    RegressionOptions regression{};
};

struct Elasticity {
    std::string product{};
    std::string respect_to{};  ///< a product's price, or `income`
    Coefficient coefficient{};
};

struct Demand {
    std::vector<Elasticity> elasticities{};
    std::vector<Regression> regressions{};
    std::vector<std::string> notes{};  ///< among them products that could not be estimated, and why
};

/// For each product g: log q_g = a + sum_h e_gh log p_h + n_g log m + u, by the method and errors
/// asked for; its slopes are the elasticities, so that their errors need no delta method. With
/// instruments the own price is endogenous.
/// *Errors*: those of `regress`, of the last product where none could be estimated.
/// *Source*: Deaton and Muellbauer 1980, 3.1.
Result<Demand> estimate_demand(const BookSeries& series, const DemandOptions& options);

/// *Shape*: `product,respect_to,elasticity,std_error,statistic,p_value,low,high`.
Table demand_table(const Demand& demand, double level);

}  // namespace cellbook
