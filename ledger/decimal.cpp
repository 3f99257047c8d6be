#include "ledger/decimal.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include <boost/multiprecision/cpp_int.hpp>

namespace cellbook {

namespace {

using boost::multiprecision::cpp_int;

__extension__ typedef unsigned __int128 Unsigned128;

constexpr int max_digits = 38;
constexpr int max_decimal_scale = 36;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

cpp_int power_of_ten(unsigned exponent) {
    return boost::multiprecision::pow(cpp_int{10}, exponent);
}

cpp_int to_cpp_int(Int128 value) {
    const bool negative = value < 0;
    const Unsigned128 magnitude =
        negative ? -static_cast<Unsigned128>(value) : static_cast<Unsigned128>(value);
    cpp_int wide = static_cast<std::uint64_t>(magnitude >> 64);
    wide <<= 64;
    wide += static_cast<std::uint64_t>(magnitude);
    return negative ? cpp_int{-wide} : wide;
}

/// `numerator / denominator` to an integer. *Requires*: denominator > 0.
cpp_int quotient_rounded(const cpp_int& numerator, const cpp_int& denominator, Rounding rounding) {
    const bool negative = numerator < 0;
    cpp_int quotient;
    cpp_int remainder;
    boost::multiprecision::divide_qr(cpp_int{abs(numerator)}, denominator, quotient, remainder);
    const cpp_int twice = remainder * 2;
    const bool above = twice > denominator;
    const bool tie = twice == denominator;
    const bool odd = bit_test(quotient, 0);
    const bool up = rounding == Rounding::half_even ? above || (tie && odd)
                    : rounding == Rounding::half_up ? above || tie
                                                    : false;
    if (up) {
        ++quotient;
    }
    return negative ? cpp_int{-quotient} : quotient;
}

Diagnostic overflow(std::string what) {
    return {.code = DiagnosticCode::amount_overflow,
            .explanation = std::move(what) + " does not fit 64 bits of minor units",
            .remedy =
                "Amounts reach from -9223372036854775808 to 9223372036854775807 minor units; "
                "declare the commodity with fewer decimals or split the amount."};
}

Result<std::int64_t> to_int64(const cpp_int& value) {
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        return overflow(value.str() + " minor units");
    }
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
    const int order = cpp_int{to_cpp_int(a.coefficient) * power_of_ten(b.scale)}.compare(
        to_cpp_int(b.coefficient) * power_of_ten(a.scale));
    return order <=> 0;
}

bool same_value(const Decimal& a, const Decimal& b) {
    return normalized(a) == normalized(b);
}

bool less_value(const Decimal& a, const Decimal& b) {
    return to_cpp_int(a.coefficient) * power_of_ten(b.scale) <
           to_cpp_int(b.coefficient) * power_of_ten(a.scale);
}

Decimal normalized(Decimal value) {
    if (value.coefficient == 0) {
        return {};
    }
    while (value.scale > 0 && value.coefficient % 10 == 0) {
        value.coefficient /= 10;
        --value.scale;
    }
    return value;
}

Result<Decimal> parse_decimal(std::string_view text) {
    const auto invalid = [&] {
        return Diagnostic{.code = DiagnosticCode::number_invalid,
                          .explanation = "`" + std::string{text} + "` is no decimal number",
                          .remedy = "Write digits with at most one point, as in -1234.50."};
    };
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        ++at;
    }
    Decimal value;
    int significant = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (!is_digit(text[at])) {
            return invalid();
        }
        ++digits;
        significant += (value.coefficient != 0 || text[at] != '0') ? 1 : 0;
        decimals += decimals >= 0 ? 1 : 0;
        if (significant > max_digits || decimals > max_decimal_scale) {
            return Diagnostic{.code = DiagnosticCode::number_too_large,
                              .explanation = "`" + std::string{text} + "` has more than " +
                                             std::to_string(max_digits) + " digits or " +
                                             std::to_string(max_decimal_scale) + " decimals",
                              .remedy = "Write the number with fewer digits."};
        }
        value.coefficient = value.coefficient * 10 + (text[at] - '0');
    }
    if (digits == 0) {
        return invalid();
    }
    value.scale = static_cast<std::uint8_t>(std::max(decimals, 0));
    value.coefficient = negative ? -value.coefficient : value.coefficient;
    return value;
}

void append_decimal(std::string& out, Int128 minor, std::uint8_t scale) {
    // 39 digits of 2^127, or a leading zero before up to 36 decimals
    char digits[64];
    char* const end = digits + sizeof digits;
    char* first = end;
    const bool negative = minor < 0;
    Unsigned128 rest =
        negative ? -static_cast<Unsigned128>(minor) : static_cast<Unsigned128>(minor);
    if (rest <= std::numeric_limits<std::uint64_t>::max()) {
        // 128-bit division is slow, and nearly every amount fits 64 bits
        for (auto small = static_cast<std::uint64_t>(rest); small != 0; small /= 10) {
            *--first = static_cast<char>('0' + small % 10);
        }
    } else {
        for (; rest != 0; rest /= 10) {
            *--first = static_cast<char>('0' + static_cast<int>(rest % 10));
        }
    }
    while (end - first <= scale) {
        *--first = '0';
    }
    if (negative) {
        out += '-';
    }
    out.append(first, end - scale);
    if (scale > 0) {
        out += '.';
        out.append(end - scale, end);
    }
}

std::string to_decimal_text(Int128 minor, std::uint8_t scale) {
    std::string out;
    append_decimal(out, minor, scale);
    return out;
}

std::string to_string(const Decimal& value) {
    return to_decimal_text(value.coefficient, value.scale);
}

Result<std::int64_t> multiply_rounded(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                      const Decimal& unit, std::uint8_t scale, Rounding rounding) {
    const cpp_int product = cpp_int{quantity_minor} * to_cpp_int(unit.coefficient);
    const unsigned given = unsigned{quantity_scale} + unit.scale;
    if (given <= scale) {
        return to_int64(product * power_of_ten(scale - given));
    }
    return to_int64(quotient_rounded(product, power_of_ten(given - scale), rounding));
}

Result<std::int64_t> divide_rounded(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                    const Decimal& by, std::uint8_t scale, Rounding rounding) {
    assert(by.coefficient > 0);
    const cpp_int numerator = cpp_int{quantity_minor} * power_of_ten(unsigned{by.scale} + scale);
    const cpp_int denominator = to_cpp_int(by.coefficient) * power_of_ten(quantity_scale);
    return to_int64(quotient_rounded(numerator, denominator, rounding));
}

namespace {

/// `exact_quotient` where the numbers are small, as nearly all are: wide division is slow.
std::optional<std::optional<Decimal>> quick_quotient(std::int64_t quantity_minor,
                                                     std::uint8_t quantity_scale, const Decimal& by,
                                                     std::uint8_t most_decimals) {
    constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
    constexpr Int128 small = 1'000'000'000'000;
    if (quantity_scale >= powers.size() || by.scale >= powers.size() ||
        most_decimals >= powers.size() || by.coefficient > small) {
        return std::nullopt;
    }
    const Int128 numerator = Int128{quantity_minor} * powers[by.scale] * powers[most_decimals];
    const Int128 denominator = by.coefficient * powers[quantity_scale];
    if (numerator % denominator != 0) {
        return std::optional<Decimal>{};
    }
    return normalized({.coefficient = numerator / denominator, .scale = most_decimals});
}

}  // namespace

std::optional<Decimal> exact_quotient(std::int64_t quantity_minor, std::uint8_t quantity_scale,
                                      const Decimal& by, std::uint8_t most_decimals) {
    assert(by.coefficient > 0);
    if (const auto quick = quick_quotient(quantity_minor, quantity_scale, by, most_decimals)) {
        return *quick;
    }
    const cpp_int numerator =
        cpp_int{quantity_minor} * power_of_ten(unsigned{by.scale} + most_decimals);
    const cpp_int denominator = to_cpp_int(by.coefficient) * power_of_ten(quantity_scale);
    cpp_int quotient;
    cpp_int remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    if (remainder != 0 || abs(quotient) >= power_of_ten(max_digits)) {
        return std::nullopt;
    }
    return normalized({.coefficient = static_cast<Int128>(quotient), .scale = most_decimals});
}

Result<std::int64_t> to_minor_exact(const Decimal& value, std::uint8_t scale) {
    constexpr Int128 largest = std::numeric_limits<std::int64_t>::max();
    if (value.scale == scale && value.coefficient <= largest && value.coefficient >= -largest) {
        return static_cast<std::int64_t>(value.coefficient);  // as nearly every amount is written
    }
    Decimal shortest = value;
    while (shortest.scale > scale && shortest.coefficient % 10 == 0) {
        shortest.coefficient /= 10;
        --shortest.scale;
    }
    if (shortest.scale > scale) {
        return Diagnostic{
            .code = DiagnosticCode::amount_too_precise,
            .explanation = to_string(value) + " has " + std::to_string(shortest.scale) +
                           " decimals where the commodity has " + std::to_string(scale),
            .remedy =
                "Round it, or declare the commodity with more decimals before "
                "it is first used."};
    }
    return to_minor_rounded(shortest, scale, Rounding::down);
}

Result<std::int64_t> to_minor_rounded(const Decimal& value, std::uint8_t scale, Rounding rounding) {
    return multiply_rounded(1, 0, value, scale, rounding);
}

}  // namespace cellbook
