#include "market/series/book_series.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

std::string sale(const std::string& date, const std::string& buyer, const std::string& tags,
                 const std::string& amount) {
    return date + " sale  ; kind:shop_sale, " + tags + "\n    " + buyer + ":expenses:food  " +
           amount + "\n    " + buyer + ":assets:cash  -" + amount + "\n    kiosk:assets:cash  " +
           amount + "\n    kiosk:income:sales  -" + amount + "\n\n";
}

std::string pay(const std::string& date, const std::string& who, const std::string& amount) {
    return date + " pay\n    " + who + ":assets:cash  " + amount + "\n    " + who +
           ":income:family  -" + amount + "\n\n";
}

const std::string market =
    "commodity 1.00 BOB\n; party: a  sector:households\n; party: b  sector:households\n\n" +
    pay("2018-01-02", "a", "100.00 BOB") + pay("2018-01-02", "b", "50.00 BOB") +
    pay("2018-02-02", "a", "80.00 BOB") +
    sale("2018-01-05", "a", "product:rice, quantity:2, id:r1", "5.00 BOB") +
    sale("2018-01-20", "a", "product:rice, quantity:4", "10.30 BOB") +
    sale("2018-01-21", "b", "product:rice, quantity:1, standing:assumed", "3.00 BOB") +
    sale("2018-02-05", "a", "product:rice, quantity:3", "9.00 BOB") +
    sale("2018-02-05", "a", "product:soup, quantity:1", "4.00 BOB") +
    sale("2018-02-06", "a", "product:rice", "99.00 BOB");  // no quantity, no price

BookSeries series_of(const EntrySource& book, const BookSeriesOptions& options) {
    auto series = book_series(book, *Query::parse({}, Date{}), options);
    if (!series) UNSCOPED_INFO(to_string(series.error()));
    REQUIRE(series.has_value());
    return *std::move(series);
}

double number(const BookSeries& series, const std::string& column, std::size_t row) {
    return series.frame.find(column)->number(row).high;
}

}  // namespace

TEST_CASE("a price is what was paid by how much was bought, exact to the last cent") {
    const auto book = test::book_of(market);
    const BookSeries series = series_of(book, {});
    REQUIRE(series.frame.rows == 2);
    CHECK(series.products == std::vector<std::string>{"rice", "soup"});
    CHECK(number(series, "spending_rice", 0) == 18.3);
    CHECK(number(series, "quantity_rice", 0) == 7);
    CHECK(number(series, "price_rice", 0) == 18.3 / 7);
    CHECK(number(series, "income", 0) == 150);
    CHECK(series.frame.find("price_soup")->is_missing(0));
    CHECK(number(series, "price_soup", 1) == 4);
}

TEST_CASE("each buyer has rows of its own, and the price that others paid") {
    const auto book = test::book_of(market);
    const BookSeries series = series_of(book, {.by = Buyers::party});
    REQUIRE(series.frame.rows == 3);
    CHECK(series.frame.find("buyer")->label(1) == "b");
    CHECK(number(series, "income", 0) == 100);
    CHECK(number(series, "price_rice", 0) == 2.55);
    CHECK(number(series, "elsewhere_rice", 0) == 3);
    CHECK(number(series, "elsewhere_rice", 1) == 2.55);
    CHECK(series.frame.find("elsewhere_rice")->is_missing(2));
    CHECK(series.frame.is_observed(0));
    CHECK_FALSE(series.frame.is_observed(1));
}

TEST_CASE("a reversed purchase never was") {
    const auto book =
        test::book_of(market +
                      "2018-03-01 back  ; kind:shop_sale, product:rice, quantity:-2, reverses:r1, "
                      "reason:typed twice\n    a:expenses:food  -5.00 BOB\n"
                      "    a:assets:cash  5.00 BOB\n    kiosk:assets:cash  -5.00 BOB\n"
                      "    kiosk:income:sales  5.00 BOB\n");
    const BookSeries series = series_of(book, {});
    CHECK(series.frame.rows == 2);
    CHECK(number(series, "quantity_rice", 0) == 5);
    CHECK(number(series, "spending_rice", 0) == 13.3);
}

TEST_CASE("a series of nothing, or of a product nobody bought, is refused") {
    const auto book = test::book_of(market);
    const auto query = Query::parse({}, Date{});
    CHECK(book_series(book, *query, {.products = {"rise"}}).error().remedy.find("`rice`") !=
          std::string::npos);
    CHECK(book_series(book, *query, {.commodity = "USD"}).error().code ==
          DiagnosticCode::series_missing);
    const auto two = test::book_of(market + "commodity 1.00 USD\n" +
                                   sale("2018-01-05", "a", "product:rice, quantity:2", "1.00 USD"));
    CHECK(book_series(two, *query, {}).error().code == DiagnosticCode::index_commodities_several);
}
