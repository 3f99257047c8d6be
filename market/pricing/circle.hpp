/// The circle of income: a baseline put into the shape that the solver goes round.
#pragma once

#include <vector>

#include "market/baseline/baseline.hpp"

namespace cellbook {

/// A household's place in the circle.
struct CircleHousehold {
    Place agent = nowhere;
    Place section = nowhere;       ///< agent of its section
    double composite = 0;          ///< what it pays in proportion to its income, everything else
    double outlay = 0;             ///< composite and products
    double committed_balance = 0;  ///< income less what is committed, before that
};

/// A baseline's payments sorted by who decides on them. *Requires*: the baseline outlives it.
///
/// *Shape*: `spending` is row-major, households x products. `of_household` and `of_product` give
/// for each payment the row and column it fills.
class Circle {
public:
    explicit Circle(const Baseline& baseline);

    [[nodiscard]] const Baseline& baseline() const { return *baseline_; }
    [[nodiscard]] const std::vector<CircleHousehold>& households() const { return households_; }
    [[nodiscard]] const double* spending_of(std::size_t household) const {
        return spending_.data() + household * baseline_->products.size();
    }
    /// Row of an agent; `nowhere` where it is no household.
    [[nodiscard]] Place household_of(Place agent) const { return household_of_[agent]; }
    /// Income less outgo of the baseline by agent, goods given apart.
    [[nodiscard]] const std::vector<double>& sales() const { return sales_; }
    [[nodiscard]] const std::vector<double>& receipts() const { return receipts_; }
    /// What businesses and sections pay out under `distribution` and `rule`, by agent.
    [[nodiscard]] const std::vector<double>& distributed() const { return distributed_; }
    [[nodiscard]] const std::vector<double>& ruled() const { return ruled_; }
    /// A business's receipts less all it pays but what its owner draws.
    [[nodiscard]] const std::vector<double>& profits() const { return profits_; }
    /// By product: share of purchases from outside in what its sellers sell.
    [[nodiscard]] const std::vector<double>& outside_cost_shares() const { return outside_shares_; }
    /// Whether a household decides on it, by prices or its income.
    [[nodiscard]] bool is_chosen(const Payment& payment) const;
    /// The section that a tax on a payment goes to: its seller's, else its buyer's, else none.
    [[nodiscard]] Place taxing_section(const Payment& payment) const;
    [[nodiscard]] bool is_outside_purchase(const Payment& payment) const {
        return payment.kind == outside_purchase_;
    }

private:
    void place_households();
    void sum_agents();
    void withdraw_reversed();
    void sum_costs();

    const Baseline* baseline_;
    Place outside_purchase_ = nowhere;
    std::vector<CircleHousehold> households_{};
    std::vector<Place> household_of_{};
    std::vector<double> spending_{};
    std::vector<double> sales_{};
    std::vector<double> receipts_{};
    std::vector<double> distributed_{};
    std::vector<double> ruled_{};
    std::vector<double> profits_{};
    std::vector<double> outside_shares_{};
};

}  // namespace cellbook
