#include "ledger/statements/valuation.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;
using When = ValuationOptions::When;

namespace {

const std::string prices = R"(
commodity 1.00 BOB
commodity 1.00 USD
commodity 1 CIG

P 2018-01-01 USD 6.90 BOB
P 2018-02-01 USD 7 BOB
P 2018-01-10 CIG 0.1 USD
2018-01-02 one of each
    assets:cash     1.00 USD
    assets:cash     1 CIG
    equity:opening  -1.00 USD
    equity:opening  -1 CIG
)";

Date day(const char* text) {
    return *parse_date(text);
}

struct Valued {
    MemoryBook book = test::book_of(prices);
    Valuation valuation;

    explicit Valued(ValuationOptions options) : valuation{book, std::move(options)} {}
    CommodityId id(const char* symbol) { return book.chart().find_commodity(symbol); }
    Sums value(std::vector<Valuation::Term> terms) { return valuation.value(terms); }
};

}  // namespace

TEST_CASE("a figure is the exact sum of amounts times prices, rounded once") {
    Valued valued{{.when = When::end, .currency = "BOB"}};
    // 0.05 x 6.90 = 0.345 and 0.05 x 7 = 0.35: 0.695 is 0.70 half-even, where 0.34 + 0.35 is not.
    CHECK(valued.value({{5, valued.id("USD"), day("2018-01-31")},
                        {5, valued.id("USD"), day("2018-02-28")}}) == Sums{{valued.id("BOB"), 70}});
    CHECK(valued.value({{5, valued.id("USD"), day("2018-01-31")}}) == Sums{{valued.id("BOB"), 34}});
    CHECK(valued.value({{-5, valued.id("USD"), day("2018-01-31")}}) ==
          Sums{{valued.id("BOB"), -34}});
    CHECK(valued
              .value({{5, valued.id("USD"), day("2018-01-31")},
                      {-5, valued.id("USD"), day("2018-01-31")}})
              .empty());
}

TEST_CASE("what is in the currency already is added to what is valued") {
    Valued valued{{.when = When::end, .currency = "BOB"}};
    CHECK(valued.value({{100, valued.id("USD"), day("2018-01-31")},
                        {11, valued.id("BOB"), day("2018-01-31")}}) ==
          Sums{{valued.id("BOB"), 701}});
}

TEST_CASE("an amount without a price stays as it is, and a note says so with the days") {
    Valued valued{{.when = When::end, .currency = "BOB"}};
    CHECK(valued.value({{3, valued.id("CIG"), day("2018-01-05")}}) == Sums{{valued.id("CIG"), 3}});
    CHECK(valued.value({{3, valued.id("CIG"), day("2018-01-07")}}) == Sums{{valued.id("CIG"), 3}});
    CHECK(valued.value({{3, valued.id("CIG"), day("2018-02-01")}}) ==
          Sums{{valued.id("BOB"), 210}});
    CHECK(valued.valuation.notes() ==
          std::vector<std::string>{
              "no price of CIG in BOB until 2018-01-07: its amounts stay in CIG"});
}

TEST_CASE("a currency that the book does not know values nothing and says so") {
    Valued valued{{.when = When::end, .currency = "EUR"}};
    CHECK(valued.value({{3, valued.id("USD"), day("2018-02-05")}}) == Sums{{valued.id("USD"), 3}});
    CHECK(valued.valuation.notes().size() == 1);
}

TEST_CASE("without a currency each commodity takes the one it was last priced in") {
    Valued valued{{.when = When::end}};
    CHECK(valued.value({{100, valued.id("USD"), day("2018-01-31")},
                        {10, valued.id("CIG"), day("2018-01-31")},
                        {7, valued.id("BOB"), day("2018-01-31")}}) ==
          Sums{{valued.id("BOB"), 697}, {valued.id("USD"), 100}});
    CHECK(valued.valuation.notes().empty());
}

TEST_CASE("the prices used are shown with their days and their chain when asked for") {
    Valued valued{{.when = When::end, .currency = "BOB", .show_prices = true}};
    valued.value({{3, valued.id("CIG"), day("2018-02-05")},
                  {3, valued.id("USD"), day("2018-02-05")},
                  {3, valued.id("USD"), day("2018-02-07")}});
    CHECK(valued.valuation.notes() ==
          std::vector<std::string>{
              "1 CIG = 0.7 BOB, price of 2018-01-10, by CIG > USD > BOB, for 2018-02-05",
              "1 USD = 7 BOB, price of 2018-02-01, for 2018-02-05 to 2018-02-07"});
}

TEST_CASE("amounts take the prices of the column's end, of their own day or of a given one") {
    const Date posted = day("2018-01-03");
    const Date last = day("2018-01-31");
    CHECK(Valued{{.when = When::end}}.valuation.day_of(posted, last) == last);
    CHECK(Valued{{.when = When::then}}.valuation.day_of(posted, last) == posted);
    CHECK(Valued{{.when = When::date, .date = day("2017-05-01")}}.valuation.day_of(posted, last) ==
          day("2017-05-01"));
    CHECK(Valued{{.when = When::then}}.valuation.cuts() ==
          std::vector{day("2018-01-01"), day("2018-01-10"), day("2018-02-01")});
    CHECK(Valued{{.when = When::end}}.valuation.cuts().empty());
}

TEST_CASE("a value that no sum holds leaves the amount as it is") {
    auto book = test::book_of(
        "commodity 1 A\ncommodity 1.000000000000000000 B\n"
        "P 2018-01-01 A 10000000000000000000000000 B\n"
        "2018-01-01 a\n  assets:x  9000000000000000000 A\n  income:y\n");
    Valuation valuation{book, {.currency = "B"}};
    const CommodityId a = book.chart().find_commodity("A");
    CHECK(valuation.value({{9'000'000'000'000'000'000, a, day("2018-01-01")}}) ==
          Sums{{a, 9'000'000'000'000'000'000}});
    CHECK(valuation.notes() ==
          std::vector<std::string>{
              "amounts too large to be valued in B stay in their own commodities"});
}

TEST_CASE("rates are shown as decimals where they are, else as fractions") {
    CHECK(to_string(Rate{691, 100}) == "6.91");
    CHECK(to_string(Rate{7}) == "7");
    CHECK(to_string(Rate{100, 691}) == "100/691 (about 0.14471780)");
}

TEST_CASE("rounding to the even neighbour holds for either sign") {
    CHECK(rounded_half_even(Rate{5, 2}) == Sum{2});
    CHECK(rounded_half_even(Rate{7, 2}) == Sum{4});
    CHECK(rounded_half_even(Rate{-5, 2}) == Sum{-2});
    CHECK(rounded_half_even(Rate{-51, 20}) == Sum{-3});
}
