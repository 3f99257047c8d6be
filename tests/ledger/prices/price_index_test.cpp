#include "ledger/prices/price_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("the PPI Manual's data give the published indexes, with a fixed base and chained") {
    // t2 to t5. Fixed base: the R package gpindex (marberts/gpindex@e1226f9), to its digits, and
    // PPI Manual 2004, tables 19.4 and 19.6. Chained: products of its links.
    const std::map<std::string, std::vector<std::string>> published{
        {"laspeyres", {"1.42", "1.345", "1.355", "1.44"}},
        {"paasche", {"1.382353", "1.203150", "1.020930", "0.796813"}},
        {"fisher", {"1.401050", "1.272099", "1.176163", "1.071172"}},
        {"tornqvist", {"1.405162", "1.289013", "1.226816", "1.247661"}},
        {"walsh", {"1.4017", "1.2850", "1.2193", "1.1850"}},
        {"chained-laspeyres", {"1.42", "1.364610", "1.335139", "1.330577"}},
        {"chained-paasche", {"1.382353", "1.273966", "1.205975", "1.123405"}},
        {"chained-fisher", {"1.401050", "1.318509", "1.268915", "1.222610"}},
        {"chained-tornqvist", {"1.405162", "1.311201", "1.262440", "1.222405"}}};
    for (const auto& [method, texts] : published) {
        const auto values = index_by(ppi_manual(), method);
        REQUIRE(values.size() == 5);
        CHECK(to_string(values[0]) == "1");
        for (std::size_t i = 0; i < texts.size(); ++i) {
            INFO(method << " t" << i + 2);
            const auto decimals = static_cast<unsigned>(texts[i].size() - 2);
            CHECK(to_fixed(values[i + 1], decimals) == texts[i]);
        }
    }
}

TEST_CASE("of two periods a chained index is the fixed one") {
    const auto periods = drawn(51, 2, 6);
    for (const IndexMethod& method : all_index_methods()) {
        if (method.scheme != IndexScheme::chained) continue;
        const std::string formula{to_string(method.formula)};
        CHECK(nearly(index_by(periods, "chained-" + formula)[1], index_by(periods, formula)[1]));
    }
}

TEST_CASE("the order of products changes nothing") {
    const auto periods = drawn(52, 4, 6);
    auto renamed = periods;
    for (Sales& sales : renamed) {
        std::ranges::reverse(sales);
        for (Sale& sale : sales) sale.product = (sale.product * 5 + 2) % 6;
    }
    for (const IndexMethod& method : all_index_methods()) {
        const auto values = index_by(periods, to_string(method));
        const auto others = index_by(renamed, to_string(method));
        for (std::size_t t = 0; t < periods.size(); ++t) CHECK(nearly(values[t], others[t]));
    }
}

TEST_CASE("another base is 1 itself, and is compared with earlier periods too") {
    const auto periods = drawn(53, 4, 5);
    const IndexOptions base{.base = "3"};
    const auto fixed = index_by(periods, "laspeyres", base);
    CHECK(fixed[2] == 1);
    CHECK(nearly(fixed[0], index_by({periods[2], periods[0]}, "laspeyres")[1]));
    const auto chained = index_by(periods, "chained-laspeyres", base);
    const auto from_first = index_by(periods, "chained-laspeyres");
    for (std::size_t t = 0; t < 4; ++t) CHECK(nearly(chained[t], from_first[t] / from_first[2]));
}

TEST_CASE("what only one of two periods has is left out, and counted") {
    auto periods = drawn(54, 3, 4);
    auto complete = periods;
    periods[1].erase(periods[1].begin());    // gone, and back again
    periods[2].push_back({9, "3.00", "5"});  // new
    complete[0].erase(complete[0].begin());
    complete[1].erase(complete[1].begin());
    CHECK(nearly(index_by(periods, "fisher")[1], index_by(complete, "fisher")[1]));
    const auto indexes = price_indexes(panel_of(periods),
                                       {.methods = {{IndexFormula::fisher, IndexScheme::fixed_base},
                                                    {IndexFormula::jevons, IndexScheme::chained},
                                                    {IndexFormula::jevons, IndexScheme::geks}}});
    REQUIRE(indexes);
    CHECK(indexes->notes ==
          std::vector<std::string>{
              "each period with the base: 2 of 9 pairs of prices are unmatched, of products new or "
              "gone, and left out",
              "each period with the one before: 3 of 9 pairs of prices are unmatched, of products "
              "new or gone, and left out",
              "each period with every other: 4 of 14 pairs of prices are unmatched, of products "
              "new or gone, and left out"});
    CHECK(price_indexes(panel_of(drawn(54, 3, 4)),
                        {.methods = {{IndexFormula::fisher, IndexScheme::geks}}})
              ->notes.empty());
}

TEST_CASE("a base that is not there is told with what is near") {
    const auto indexes = price_indexes(panel_of(ppi_manual()), {.base = "55"});
    REQUIRE_FALSE(indexes);
    CHECK(indexes.error().code == DiagnosticCode::index_base_unknown);
    CHECK(indexes.error().remedy == "Did you mean 5? The periods reach from 1 to 5.");
}

TEST_CASE("periods without a product in common cannot be compared") {
    const PricePanel panel =
        panel_of({{{0, "1", "1"}}, {{0, "2", "1"}, {1, "1", "1"}}, {{1, "3", "1"}}});
    const auto by = [&](IndexScheme scheme) {
        return price_indexes(panel, {.methods = {{IndexFormula::jevons, scheme}}});
    };
    REQUIRE_FALSE(by(IndexScheme::fixed_base));
    CHECK(by(IndexScheme::fixed_base).error().code == DiagnosticCode::index_nothing_in_common);
    CHECK(by(IndexScheme::fixed_base).error().explanation ==
          "period 3 has no product in common with period 1, with which it is compared");
    CHECK_FALSE(by(IndexScheme::geks));
    REQUIRE(by(IndexScheme::chained));
    CHECK(to_string(by(IndexScheme::chained)->series[0].values[2]) == "6");
}

TEST_CASE("a window of one period compares nothing, and no prices make no index") {
    CHECK(price_indexes(panel_of(ppi_manual()), {.window = 1}).error().code ==
          DiagnosticCode::index_option_invalid);
    CHECK(price_indexes({}, {})->series.empty());
    const auto one = price_indexes(panel_of({{{0, "2", "1"}}}), {.methods = all_index_methods()});
    REQUIRE(one);
    for (const auto& series : one->series) CHECK(series.values == std::vector<Real>{Real{1}});
}
