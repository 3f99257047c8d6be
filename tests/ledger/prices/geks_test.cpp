#include "ledger/prices/geks.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// GEKS by its definition, with no logarithm shared: the geometric mean over l of P(0,l) P(l,t).
Real geks_by_definition(const std::vector<Sales>& periods, IndexFormula formula, std::size_t base,
                        std::size_t current) {
    const PricePanel panel = panel_of(periods);
    Real product{1};
    for (std::size_t l = 0; l < periods.size(); ++l) {
        product *= index_of(formula, matched(panel.of(base), panel.of(l))) *
                   index_of(formula, matched(panel.of(l), panel.of(current)));
    }
    return pow(product, Real{1} / Real{periods.size()});
}

std::vector<Sales> slice(const std::vector<Sales>& periods, std::size_t first, std::size_t count) {
    const auto begin = periods.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

TEST_CASE("GEKS is the geometric mean of the comparisons by way of each period") {
    const auto periods = drawn(41, 6, 5);
    const std::pair<const char*, IndexFormula> methods[] = {
        {"geks-fisher", IndexFormula::fisher},
        {"geks-tornqvist", IndexFormula::tornqvist},
        {"geks-walsh", IndexFormula::walsh},
        {"geks-jevons", IndexFormula::jevons}};
    for (const auto& [name, formula] : methods) {
        const auto values = index_by(periods, name);
        for (std::size_t t = 0; t < periods.size(); ++t) {
            CHECK(nearly(values[t], geks_by_definition(periods, formula, 0, t)));
        }
    }
}

TEST_CASE("GEKS of a full window is transitive: another base only rescales it") {
    const auto periods = drawn(42, 7, 4);
    const auto first = index_by(periods, "geks-walsh");
    for (std::size_t base = 1; base < periods.size(); ++base) {
        const auto other = index_by(periods, "geks-walsh", {.base = std::to_string(base + 1)});
        for (std::size_t t = 0; t < periods.size(); ++t) {
            CHECK(nearly(other[t], first[t] / first[base]));
            CHECK(nearly(other[t], geks_by_definition(periods, IndexFormula::walsh, base, t)));
        }
    }
}

TEST_CASE("a window that holds every period splices nothing") {
    const auto periods = drawn(43, 6, 4);
    const auto full = index_by(periods, "geks-fisher");
    for (const Splice splice : {Splice::movement, Splice::window, Splice::half, Splice::mean}) {
        for (const std::size_t window : {6U, 7U, 100U}) {
            CHECK(index_by(periods, "geks-fisher", {.window = window, .splice = splice}) == full);
        }
    }
}

TEST_CASE("each splice follows the change that it is named for") {
    const auto periods = drawn(44, 6, 5);
    constexpr std::size_t size = 5;
    const auto before = index_by(slice(periods, 0, size), "geks-tornqvist");
    const auto after = index_by(slice(periods, 1, size), "geks-tornqvist");
    // The new period's index by way of the period l of the old window.
    const auto by_way_of = [&](std::size_t l) {
        return before[l] * after[size - 1] / after[l - 1];
    };
    const auto last = [&](Splice splice) {
        const auto values = index_by(periods, "geks-tornqvist", {.window = size, .splice = splice});
        for (std::size_t t = 0; t < size; ++t) CHECK(nearly(values[t], before[t]));
        return values.back();
    };
    CHECK(nearly(last(Splice::movement), by_way_of(4)));
    CHECK(nearly(last(Splice::window), by_way_of(1)));
    CHECK(nearly(last(Splice::half), by_way_of(3)));
    CHECK(nearly(last(Splice::mean),
                 pow(by_way_of(1) * by_way_of(2) * by_way_of(3) * by_way_of(4), Real{"0.25"})));
}

TEST_CASE("a window of two periods is a chained index, however it is spliced") {
    const auto periods = drawn(45, 6, 5);
    const auto chained = index_by(periods, "chained-fisher");
    for (const Splice splice : {Splice::movement, Splice::window, Splice::half, Splice::mean}) {
        const auto rolling = index_by(periods, "geks-fisher", {.window = 2, .splice = splice});
        for (std::size_t t = 0; t < periods.size(); ++t) CHECK(nearly(rolling[t], chained[t]));
    }
}
