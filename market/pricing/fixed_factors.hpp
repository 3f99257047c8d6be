/// How a policy moves payments before anybody responds to it.
#pragma once

#include <vector>

#include "market/pricing/circle.hpp"
#include "market/pricing/parameters.hpp"
#include "market/pricing/policy.hpp"

namespace cellbook {

/// The part of each payment's change that no round of the circle alters: rates, people, the outside
/// world, and the price and turnover of cells. *Requires*: all arguments outlive it.
class FixedFactors {
public:
    FixedFactors(const Circle& circle, const Policy& policy, const ModelParameters& parameters);

    /// What goods from outside cost, relative to the baseline.
    [[nodiscard]] double outside_price() const { return outside_price_; }
    [[nodiscard]] double cell_price_factor() const { return cell_price_factor_; }
    [[nodiscard]] double turnover_factor() const { return turnover_factor_; }
    /// How many of an agent there are: households are copied, others are one.
    [[nodiscard]] double copies(Place agent) const;
    [[nodiscard]] double of(const Payment& payment) const;

    /// Of what a buyer of a cell pays, how a payment's share changes with the tax; and the tax that
    /// the baseline has no payment for, a share of this one.
    struct CellShare {
        double factor = 1;
        double added_tax = 0;
    };
    [[nodiscard]] CellShare cell_share(const Payment& payment) const;

private:
    void tax_cells();
    [[nodiscard]] double exogenous(const Payment& payment) const;
    [[nodiscard]] bool is_levy(const Payment& payment) const;

    const Circle& circle_;
    const Baseline& baseline_;
    const Policy& policy_;
    const ModelParameters& parameters_;
    double outside_price_ = 1;
    double cell_price_factor_ = 1;
    double turnover_factor_ = 1;
    double old_tax_ = 0;
    double new_tax_ = 0;
    std::vector<double> cell_spending_{};  ///< by agent: all it pays for cells in the baseline
    std::vector<double> cell_levies_{};    ///< the part of it that sections take
};

}  // namespace cellbook
