/// Equivalence scales: for how many single adults a household counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/decimal.hpp"
#include "ledger/distribution/household_size.hpp"

namespace cellbook {

/// | scale | a household counts for |
/// | --- | --- |
/// | none | one |
/// | per-capita | its persons |
/// | square-root | their square root (Buhmann et al. 1988; OECD 2011) |
/// | oecd-modified | 1, 0.5 each further adult, 0.3 each child (Hagenaars et al. 1994) |
/// | oecd | 1, 0.7 each further adult, 0.5 each child: the Oxford scale (OECD 1982) |
///
/// Where nobody is adult the first child counts as one.
enum class EquivalenceScale : std::uint8_t { none, per_capita, square_root, oecd_modified, oecd };

/// In the order of the enumeration.
const std::vector<std::string>& equivalence_scale_names();
std::optional<EquivalenceScale> parse_equivalence_scale(std::string_view text);

/// Decimals that a divided amount gets beyond its commodity's.
inline constexpr std::uint8_t equivalised_decimals = 18;

/// An amount by the number that the household counts for, rounded half-even (a root to nearest).
/// *Units*: minor units in, 10^-18 of them out. *Requires*: somebody lives there. Absent when it
/// does not fit 38 digits.
std::optional<Int128> equivalised(Int128 minor, HouseholdSize size, EquivalenceScale scale);

}  // namespace cellbook
