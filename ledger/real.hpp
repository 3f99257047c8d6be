/// Real numbers, for what exact ones cannot say: logarithms, roots and what is made of them.
#pragma once

#include <string>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "ledger/decimal.hpp"

namespace cellbook {

/// 50 decimal digits, computed in software: the same to the last bit on every machine, whatever its
/// processor and compiler make of floating point, and so far beyond the 17 digits printed that no
/// order of summation shows in them. Never money: amounts are exact (`ledger/money.hpp`).
using Real = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                           boost::multiprecision::et_off>;

Real to_real(Int128 value);
Real to_real(const Decimal& value);

/// What programs read: up to 17 significant digits, without trailing zeros; with an exponent below
/// 10^-5 and from 10^17 on. Zero has no sign.
std::string to_string(const Real& value);
/// What people read: rounded to that many decimals, trailing zeros kept.
std::string to_fixed(const Real& value, unsigned decimals);

}  // namespace cellbook
