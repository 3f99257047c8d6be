#include "ledger/prices/index_formula.hpp"

#include <array>
#include <cassert>

namespace cellbook {

namespace {

using Pairs = std::span<const MatchedPrice>;

/// The sum of `term` over the pairs.
template <class Term>
Real sum(Pairs pairs, const Term& term) {
    Real total{0};
    for (const auto& [base, current] : pairs) total += term(*base, *current);
    return total;
}

Real base_value(const PricePoint& base, const PricePoint& /*current*/) {
    return base.value;
}
Real current_value(const PricePoint& /*base*/, const PricePoint& current) {
    return current.value;
}
Real log_relative(const PricePoint& base, const PricePoint& current) {
    return current.log_price - base.log_price;
}

Real unit_value(Pairs pairs) {
    const Real base_quantity =
        sum(pairs, [](const auto& base, const auto&) -> const Real& { return base.quantity; });
    const Real quantity = sum(
        pairs, [](const auto&, const auto& current) -> const Real& { return current.quantity; });
    return sum(pairs, current_value) / quantity / (sum(pairs, base_value) / base_quantity);
}

Real carli(Pairs pairs) {
    const auto relative = [](const auto& base, const auto& current) -> Real {
        return current.price / base.price;
    };
    return sum(pairs, relative) / Real{pairs.size()};
}

Real dutot(Pairs pairs) {
    return sum(pairs, [](const auto&, const auto& current) -> Real { return current.price; }) /
           sum(pairs, [](const auto& base, const auto&) -> Real { return base.price; });
}

Real jevons(Pairs pairs) {
    return exp(sum(pairs, log_relative) / Real{pairs.size()});
}

Real laspeyres(Pairs pairs) {
    const auto at_current_prices = [](const auto& base, const auto& current) -> Real {
        return current.price * base.quantity;
    };
    return sum(pairs, at_current_prices) / sum(pairs, base_value);
}

Real paasche(Pairs pairs) {
    const auto at_base_prices = [](const auto& base, const auto& current) -> Real {
        return base.price * current.quantity;
    };
    return sum(pairs, current_value) / sum(pairs, at_base_prices);
}

Real tornqvist(Pairs pairs) {
    const Real base_total = sum(pairs, base_value);
    const Real current_total = sum(pairs, current_value);
    const auto weighted = [&](const auto& base, const auto& current) -> Real {
        return (base.value / base_total + current.value / current_total) *
               log_relative(base, current);
    };
    return exp(sum(pairs, weighted) / 2);
}

Real walsh(Pairs pairs) {
    Real current_cost{0};
    Real base_cost{0};
    for (const auto& [base, current] : pairs) {
        const Real quantity = base->root_quantity * current->root_quantity;
        current_cost += current->price * quantity;
        base_cost += base->price * quantity;
    }
    return current_cost / base_cost;
}

constexpr std::array<std::string_view, index_formula_count> names{
    "unit-value", "carli",  "dutot",     "jevons", "laspeyres",
    "paasche",    "fisher", "tornqvist", "walsh"};

}  // namespace

std::string_view to_string(IndexFormula formula) {
    return names[static_cast<std::size_t>(formula)];
}

bool needs_quantities(IndexFormula formula) {
    return formula != IndexFormula::carli && formula != IndexFormula::dutot &&
           formula != IndexFormula::jevons;
}

bool is_time_reversible(IndexFormula formula) {
    switch (formula) {
        case IndexFormula::unit_value:
        case IndexFormula::dutot:
        case IndexFormula::jevons:
        case IndexFormula::fisher:
        case IndexFormula::tornqvist:
        case IndexFormula::walsh:
            return true;
        case IndexFormula::carli:
        case IndexFormula::laspeyres:
        case IndexFormula::paasche:
            break;
    }
    return false;
}

Real index_of(IndexFormula formula, Pairs pairs) {
    assert(!pairs.empty() && "nothing to compare");
    switch (formula) {
        case IndexFormula::unit_value:
            return unit_value(pairs);
        case IndexFormula::carli:
            return carli(pairs);
        case IndexFormula::dutot:
            return dutot(pairs);
        case IndexFormula::jevons:
            return jevons(pairs);
        case IndexFormula::laspeyres:
            return laspeyres(pairs);
        case IndexFormula::paasche:
            return paasche(pairs);
        case IndexFormula::fisher:
            return sqrt(laspeyres(pairs) * paasche(pairs));
        case IndexFormula::tornqvist:
            return tornqvist(pairs);
        case IndexFormula::walsh:
            break;
    }
    return walsh(pairs);
}

}  // namespace cellbook
