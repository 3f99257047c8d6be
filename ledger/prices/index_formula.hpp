/// Bilateral index formulas: how prices of one period compare with those of another.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ledger/prices/price_panel.hpp"
#include "ledger/real.hpp"

namespace cellbook {

enum class IndexFormula : std::uint8_t {
    unit_value,
    carli,
    dutot,
    jevons,
    laspeyres,
    paasche,
    fisher,
    tornqvist,
    walsh,
};
inline constexpr std::size_t index_formula_count = 9;

/// `unit-value`, `jevons` and so on.
std::string_view to_string(IndexFormula formula);

/// Whether it asks how much was bought: all but Carli, Dutot and Jevons.
bool needs_quantities(IndexFormula formula);
/// Whether P(0,t) P(t,0) = 1, which GEKS asks of the formula it is made of.
bool is_time_reversible(IndexFormula formula);

/// The index of the current prices, base prices 1. With p, q, v = pq, s = v / sum v of the n
/// matched products, 0 the base, t the current period:
///
/// | formula | is | Source: CPI Manual, Theory 2004 / PPI Manual 2004 |
/// | --- | --- | --- |
/// | unit-value | (sum v_t / sum q_t) / (sum v_0 / sum q_0) | PPI 2.88; of like products only |
/// | carli | sum (p_t / p_0) / n | CPI eq. 20.2; Carli 1764 |
/// | dutot | sum p_t / sum p_0 | CPI eq. 20.1; Dutot 1738 |
/// | jevons | prod (p_t / p_0)^(1/n) | CPI eq. 20.3; Jevons 1865 |
/// | laspeyres | sum p_t q_0 / sum p_0 q_0 | CPI eq. 15.5 |
/// | paasche | sum p_t q_t / sum p_0 q_t | CPI eq. 15.6 |
/// | fisher | sqrt(laspeyres * paasche) | CPI eq. 15.12; Fisher 1922 |
/// | walsh | sum p_t sqrt(q_0 q_t) / sum p_0 sqrt(q_0 q_t) | CPI eq. 15.19; Walsh 1901 |
/// | tornqvist | prod (p_t / p_0)^((s_0 + s_t) / 2) | CPI eq. 15.81; Törnqvist 1936 |
///
/// *Requires*: at least one pair; prices positive, and quantities where the formula needs them.
Real index_of(IndexFormula formula, std::span<const MatchedPrice> pairs);

}  // namespace cellbook
