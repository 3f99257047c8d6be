/// The one door from exact numbers to binary floating point, and the types behind it.
#pragma once

#include <Eigen/Core>
#include <optional>

#include "ledger/decimal.hpp"
#include "ledger/money.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// The nearest double. Exact up to 15 digits; sums are to be made before the door, not behind it.
double to_double(const Decimal& value);
/// An amount in units of its commodity (bolivianos, not centavos): the nearest double.
double to_double(Sum minor, std::uint8_t scale);

/// Back through the door: the amount of the smallest unit nearest to `value`, halves to even.
/// Absent where it has no finite value or does not fit.
std::optional<Sum> to_minor(double value, std::uint8_t scale);

/// A number as tables hold it: every bit of the double, so that programs read 17 digits of it. What
/// is not finite (a standard error of a perfect fit's ratio, a bound that does not exist) is
/// "nothing here".
Value table_value(double value, unsigned decimals = 4);

}  // namespace cellbook
