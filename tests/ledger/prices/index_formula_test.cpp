#include "ledger/prices/index_formula.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

constexpr std::size_t all = index_formula_count;

Real compare(IndexFormula formula, const Sales& base, const Sales& current) {
    const PricePanel panel = panel_of({base, current});
    return index_of(formula, matched(panel.of(0), panel.of(1)));
}

IndexFormula formula_at(std::size_t i) {
    return static_cast<IndexFormula>(i);
}

/// The same quantity of each product.
Sales with_quantity(Sales sales, const std::string& quantity) {
    for (Sale& sale : sales) sale.quantity = quantity;
    return sales;
}

std::string times(const std::string& number, int factor) {
    const Decimal value = *parse_decimal(number);
    return to_string(Decimal{value.coefficient * factor, value.scale});
}

}  // namespace

TEST_CASE("each formula is what its definition says of two products by hand") {
    // p_0 = 2, 5; p_t = 3, 4; q_0 = 9, 4; q_t = 4, 16
    const Sales base{{0, "2", "9"}, {1, "5", "4"}};
    const Sales current{{0, "3", "4"}, {1, "4", "16"}};
    const auto is = [&](IndexFormula formula, const std::string& text) {
        INFO(to_string(formula));
        CHECK(to_string(compare(formula, base, current)) == text);
    };
    is(IndexFormula::unit_value, to_string(Real{76} / 20 / (Real{38} / 13)));
    is(IndexFormula::carli, "1.15");
    is(IndexFormula::dutot, "1");
    is(IndexFormula::jevons, to_string(sqrt(Real{"1.2"})));
    is(IndexFormula::laspeyres, to_string(Real{43} / 38));
    is(IndexFormula::paasche, to_string(Real{76} / 88));
    is(IndexFormula::fisher, to_string(sqrt(Real{43} * 76 / 38 / 88)));
    is(IndexFormula::walsh, to_string(Real{18 + 32} / Real{12 + 40}));
    const Real logs = (Real{18} / 38 + Real{12} / 76) / 2 * log(Real{"1.5"}) +
                      (Real{20} / 38 + Real{64} / 76) / 2 * log(Real{"0.8"});
    is(IndexFormula::tornqvist, to_string(exp(logs)));
}

TEST_CASE("identity: where no price changes every index is 1, whatever the quantities") {
    const auto periods = drawn(1, 2, 7);
    Sales moved = periods[0];
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i].quantity = periods[1][i].quantity;
    for (std::size_t i = 0; i < all; ++i) {
        INFO(to_string(formula_at(i)));
        // A unit value moves with what is bought: identity asks for the same basket there.
        const Sales& current = formula_at(i) == IndexFormula::unit_value ? periods[0] : moved;
        CHECK(nearly(compare(formula_at(i), periods[0], current), Real{1}));
    }
    CHECK_FALSE(nearly(compare(IndexFormula::unit_value, periods[0], moved), Real{1}));
}

TEST_CASE("proportionality: prices three times as high make an index three times as high") {
    const auto periods = drawn(2, 2, 9);
    Sales dearer = periods[1];
    for (Sale& sale : dearer) sale.price = times(sale.price, 3);
    for (std::size_t i = 0; i < all; ++i) {
        INFO(to_string(formula_at(i)));
        CHECK(nearly(compare(formula_at(i), periods[0], dearer),
                     compare(formula_at(i), periods[0], periods[1]) * 3));
    }
}

TEST_CASE("commensurability: units of a product do not matter, but to Dutot and unit values") {
    const auto periods = drawn(3, 2, 5);
    // The second product is counted in fifths.
    auto fifths = periods;
    for (Sales& sales : fifths) {
        sales[1].quantity = times(sales[1].quantity, 5);
        const Decimal price = *parse_decimal(sales[1].price);
        sales[1].price =
            to_string(Decimal{price.coefficient * 2, static_cast<std::uint8_t>(price.scale + 1)});
    }
    for (std::size_t i = 0; i < all; ++i) {
        INFO(to_string(formula_at(i)));
        const bool same = nearly(compare(formula_at(i), fifths[0], fifths[1]),
                                 compare(formula_at(i), periods[0], periods[1]));
        const bool counts_units =
            formula_at(i) == IndexFormula::dutot || formula_at(i) == IndexFormula::unit_value;
        CHECK(same == !counts_units);
    }
}

TEST_CASE("time reversal holds of the formulas that claim it, and of no other") {
    for (unsigned seed = 10; seed < 15; ++seed) {
        const auto periods = drawn(seed, 2, 6);
        for (std::size_t i = 0; i < all; ++i) {
            INFO(to_string(formula_at(i)));
            const Real there = compare(formula_at(i), periods[0], periods[1]);
            const Real back = compare(formula_at(i), periods[1], periods[0]);
            CHECK(nearly(there * back, Real{1}) == is_time_reversible(formula_at(i)));
        }
    }
}

TEST_CASE("factor reversal: Fisher's index of prices and of quantities make the ratio of values") {
    const auto periods = drawn(20, 2, 8);
    auto exchanged = periods;
    Real value[2]{};
    for (std::size_t t = 0; t < 2; ++t) {
        for (Sale& sale : exchanged[t]) {
            std::swap(sale.price, sale.quantity);
            value[t] +=
                to_real(*parse_decimal(sale.price)) * to_real(*parse_decimal(sale.quantity));
        }
    }
    const auto product = [&](IndexFormula formula) {
        return compare(formula, periods[0], periods[1]) *
               compare(formula, exchanged[0], exchanged[1]);
    };
    CHECK(nearly(product(IndexFormula::fisher), value[1] / value[0]));
    CHECK_FALSE(nearly(product(IndexFormula::tornqvist), value[1] / value[0]));
}

TEST_CASE("with the same quantities in both periods all baskets agree") {
    const auto periods = drawn(30, 2, 6);
    const Sales base = with_quantity(periods[0], "7");
    const Sales current = with_quantity(periods[1], "7");
    const Real laspeyres = compare(IndexFormula::laspeyres, base, current);
    for (const IndexFormula formula :
         {IndexFormula::paasche, IndexFormula::fisher, IndexFormula::walsh, IndexFormula::dutot,
          IndexFormula::unit_value}) {
        CHECK(nearly(compare(formula, base, current), laspeyres));
    }
}
