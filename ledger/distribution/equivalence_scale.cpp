#include "ledger/distribution/equivalence_scale.hpp"

#include <algorithm>

#include <boost/multiprecision/cpp_int.hpp>

#include "ledger/statements/valuation.hpp"

namespace cellbook {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::size_t most_bits = 126;

/// Ten times what the household counts for: the scales are in tenths.
unsigned tenths(HouseholdSize size, unsigned further_adult, unsigned child) {
    const unsigned adults = std::max(size.adults, 1U);
    const unsigned children = size.persons() - adults;
    return 10 + further_adult * (adults - 1) + child * children;
}

/// The integer nearest to the square root of a quotient; none lies between two, since a root is an
/// integer or irrational where it matters.
Integer nearest_root(const Integer& numerator, const Integer& denominator) {
    const Integer twice = sqrt(Integer{4 * numerator / denominator});
    return (twice + 1) / 2;
}

std::optional<Int128> narrowed(const Integer& value, bool negative) {
    if (value != 0 && msb(value) >= most_bits) return std::nullopt;
    const auto narrow = value.convert_to<Int128>();
    return negative ? -narrow : narrow;
}

}  // namespace

const std::vector<std::string>& equivalence_scale_names() {
    static const std::vector<std::string> names{"none", "per-capita", "square-root",
                                                "oecd-modified", "oecd"};
    return names;
}

std::optional<EquivalenceScale> parse_equivalence_scale(std::string_view text) {
    const auto& names = equivalence_scale_names();
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<EquivalenceScale>(found - names.begin());
}

std::optional<Int128> equivalised(Int128 minor, HouseholdSize size, EquivalenceScale scale) {
    const bool negative = minor < 0;
    const Integer amount =
        Integer{negative ? -minor : minor} * pow(Integer{10}, equivalised_decimals);
    if (scale == EquivalenceScale::square_root) {
        return narrowed(nearest_root(amount * amount, Integer{size.persons()}), negative);
    }
    unsigned by = 10;
    if (scale == EquivalenceScale::per_capita) by = 10 * size.persons();
    if (scale == EquivalenceScale::oecd_modified) by = tenths(size, 5, 3);
    if (scale == EquivalenceScale::oecd) by = tenths(size, 7, 5);
    const auto rounded = rounded_half_even(Rate{amount * 10, Integer{by}});
    if (!rounded) return std::nullopt;
    return negative ? -*rounded : *rounded;
}

}  // namespace cellbook
