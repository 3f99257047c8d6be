/// Exact decimals: what people write as amounts, quantities, prices and rates.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"

namespace cellbook {

__extension__ typedef __int128 Int128;

/// How a value that falls between two is settled; always named at the call.
enum class Rounding : std::uint8_t { half_even, half_up, down };

/// `coefficient / 10^scale`, exactly.
/// *Requires*: |coefficient| < 10^38, scale <= 36. Not normalised: 1.50 keeps its scale of 2, since
/// the number of decimals somebody wrote is information; `==` compares spelling, `same_value`
/// values.
struct Decimal {
    Int128 coefficient = 0;
    std::uint8_t scale = 0;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// By value, not by spelling.
std::strong_ordering compare(const Decimal& a, const Decimal& b);
bool same_value(const Decimal& a, const Decimal& b);
/// Whether `a` is the smaller value.
bool less_value(const Decimal& a, const Decimal& b);
/// Without trailing zeros after the point: 1.50 -> 1.5, 100 -> 100.
Decimal normalized(Decimal value);

/// Reads `-12.345` (optional sign, digits, at most one point; no groups, no exponent).
/// *Errors*: `number_invalid`, `number_too_large`.
Result<Decimal> parse_decimal(std::string_view text);
std::string to_string(const Decimal& value);

/// Plain decimal text of `minor / 10^scale`: `to_decimal_text(-30000, 2)` is `-300.00`.
std::string to_decimal_text(Int128 minor, std::uint8_t scale);
void append_decimal(std::string& out, Int128 minor, std::uint8_t scale);

/// `quantity_minor / 10^quantity_scale * unit` in minor units of a commodity of `scale` decimals.
/// *Errors*: `amount_overflow` when the result does not fit 64 bits.
Result<std::int64_t> multiply_rounded(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                      const Decimal& unit, std::uint8_t scale, Rounding rounding);

/// `quantity_minor / 10^quantity_scale / by` in minor units of a commodity of `scale` decimals.
/// *Requires*: by > 0. *Errors*: `amount_overflow`.
Result<std::int64_t> divide_rounded(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                    const Decimal& by, std::uint8_t scale, Rounding rounding);
/// The same quotient, normalised; absent when it has more than `most_decimals` decimals, since
/// rounded it would not give the quantity back. *Requires*: by > 0.
std::optional<Decimal> exact_quotient(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                      const Decimal& by, std::uint8_t most_decimals);

/// The value in minor units of `scale` decimals.
/// *Errors*: `amount_too_precise` when digits would be lost, `amount_overflow`.
Result<std::int64_t> to_minor_exact(const Decimal& value, std::uint8_t scale);
/// The same with rounding, for amounts that are computed. *Errors*: `amount_overflow`.
Result<std::int64_t> to_minor_rounded(const Decimal& value, std::uint8_t scale, Rounding rounding);

}  // namespace cellbook
