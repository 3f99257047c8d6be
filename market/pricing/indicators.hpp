/// The figures that answers are made of.
#pragma once

#include <string>
#include <vector>

#include "market/pricing/circle.hpp"
#include "market/pricing/parameters.hpp"
#include "market/pricing/policy.hpp"
#include "market/pricing/solution.hpp"

namespace cellbook {

/// One figure of a solution. Names are dotted, from the general to the particular:
/// `product.sauna.revenue`, `households.section.posta.ev`, `sections.receipts`.
struct Indicator {
    std::string name;
    enum class Unit : std::uint8_t { money, units, price, share, count, factor } unit = Unit::money;
    double value = 0;
    /// A change by itself (welfare): it has no baseline to be compared with.
    bool is_change = false;
    /// Whether the figure is a bound, since demand is not integrable.
    bool is_bound = false;

    friend bool operator==(const Indicator&, const Indicator&) = default;
};
std::string_view to_string(Indicator::Unit unit);

/// A solution and what it solves.
struct SolvedModel {
    const Circle& circle;
    const Policy& policy;
    const ModelParameters& parameters;
    const Solution& solution;
};

/// Every figure, always the same ones in the same order for one baseline, so that answers of many
/// draws can be laid side by side:
/// - by product: price, quantity (spending at the baseline's prices where none is recorded),
/// revenue of
///   sellers, tax, and `profit`: revenue less purchases, wages and shares in proportion to its
///   sellers' costs;
/// - households: income, outlay, Gini of disposable income, how many cannot pay what they owe;
///   welfare: EV and CV (`welfare_change`) with goods given at their cost, loss of consumers'
///   surplus; EV by section and by fifth of the baseline's income;
/// - businesses, sections, state, outside, rents and cells.
/// *Units*: money of the period, prices a unit.
std::vector<Indicator> indicators(const SolvedModel& model);

/// The name of a section without the common beginning of its party's name: `posta`.
std::string short_name(std::string_view party);

}  // namespace cellbook
