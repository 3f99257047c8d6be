#include "market/estimate/elasticity.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

std::string money(double value) {
    return to_fixed(Real{value}, 2) + " BOB";
}

std::string day(int month) {
    return std::to_string(2010 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") +
           std::to_string(month % 12 + 1);
}

/// Months in which a household earns and buys: rice with elasticities -0.8 and 0.3 to soup's price,
/// 0.5 to income; soup with -1.2.
std::string simulated(const std::string& standing) {
    test::Normals draw{12};
    std::string text = "commodity 1.00 BOB\n; party: a  sector:households\n\n";
    const auto sale = [&](const std::string& when, const std::string& product, double quantity,
                          double price) {
        const std::string paid = money(quantity * price);
        text += when + "-15 sale  ; kind:shop_sale, product:" + product +
                ", quantity:" + to_fixed(Real{quantity}, 3) + standing + "\n    a:expenses:food  " +
                paid + "\n    a:assets:cash  -" + paid + "\n    kiosk:assets:cash  " + paid +
                "\n    kiosk:income:sales  -" + paid + "\n\n";
    };
    for (int month = 0; month < 80; ++month) {
        const double rice = 5 * std::exp(0.3 * draw());
        const double soup = 8 * std::exp(0.3 * draw());
        const double income = 2000 * std::exp(0.4 * draw());
        const std::string earned = money(income);
        text += day(month) + "-01 pay\n    a:assets:cash  " + earned + "\n    a:income:family  -" +
                earned + "\n\n";
        sale(day(month), "rice",
             3000 * std::pow(rice, -0.8) * std::pow(soup, 0.3) * std::pow(income / 2000, 0.5) *
                 std::exp(0.02 * draw()),
             rice);
        sale(day(month), "soup", 5000 * std::pow(soup, -1.2) * std::exp(0.02 * draw()), soup);
    }
    return text;
}

BookSeries series_of(const EntrySource& book, const std::vector<std::string>& products) {
    auto series = book_series(book, *Query::parse({}, Date{}), {.products = products});
    REQUIRE(series.has_value());
    return *std::move(series);
}

}  // namespace

TEST_CASE("elasticities that made a book are recovered from it, the cross ones too") {
    const auto book = test::book_of(simulated(", standing:observed"));
    const auto demand = estimate_demand(series_of(book, {"rice", "soup"}),
                                        {.cross = true, .regression = {.errors = Errors::hc1}});
    REQUIRE(demand.has_value());
    struct Case {
        std::string product;
        std::string respect_to;
        double elasticity;
    };
    const std::vector<Case> cases{{"rice", "rice", -0.8},  {"rice", "soup", 0.3},
                                  {"rice", "income", 0.5}, {"soup", "soup", -1.2},
                                  {"soup", "rice", 0},     {"soup", "income", 0}};
    REQUIRE(demand->elasticities.size() == cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Elasticity& found = demand->elasticities[i];
        INFO(found.product << " to " << found.respect_to);
        CHECK(found.product == cases[i].product);
        CHECK(found.respect_to == cases[i].respect_to);
        CHECK(found.coefficient.estimate == Approx(cases[i].elasticity).margin(0.03));
    }
    CHECK(demand_table(*demand, 0.95).rows.size() == 6);
}

TEST_CASE("a simulated book is refused, and stamped where that is overridden") {
    const auto book = test::book_of(simulated(", standing:simulated"));
    const BookSeries series = series_of(book, {"rice"});
    const auto refused = estimate_demand(series, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == DiagnosticCode::nothing_observed);
    CHECK(refused.error().explanation == "0 of 80 rows observed: you would recover the generator");
    const auto stamped = estimate_demand(series, {.regression = {.on_simulated = true}});
    REQUIRE(stamped.has_value());
    CHECK(demand_table(*stamped, 0.95).title.find("ON SIMULATED DATA") != std::string::npos);
}

TEST_CASE("products that tell nothing are noted beside those that do") {
    BookSeries series{.frame = test::frame_of("quantity_a,price_a,quantity_b,price_b\n1,2,1,3\n"
                                              "2,3,2,3\n4,5,3,3\n1,4,2,3\n"),
                      .products = {"a", "b"}};
    const auto demand = estimate_demand(series, {});
    REQUIRE(demand.has_value());
    CHECK(demand->elasticities.size() == 1);
    bool noted = false;
    for (const std::string& note : demand->notes) noted |= note.starts_with("b has no estimate");
    CHECK(noted);
    series.products = {"b"};
    CHECK(estimate_demand(series, {}).error().code == DiagnosticCode::not_identified);
}
