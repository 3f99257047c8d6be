#include "ledger/price.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

struct Prices {
    Chart chart{};
    PriceDatabase database{};

    void add(const char* date, const char* commodity, const char* price, const char* currency) {
        database.add({.date = *parse_date(date),
                      .commodity = chart.commodity(commodity),
                      .price = *parse_decimal(price),
                      .currency = chart.commodity(currency)});
    }
    std::optional<PriceDatabase::Found> find(const char* commodity, const char* currency,
                                             const char* date) {
        return database.find(chart.commodity(commodity), chart.commodity(currency),
                             *parse_date(date));
    }
};

}  // namespace

TEST_CASE("a price holds from its day until the next one") {
    Prices prices;
    prices.add("2018-01-01", "USD", "6.96", "BOB");
    prices.add("2018-02-01", "USD", "6.90", "BOB");
    CHECK_FALSE(prices.find("USD", "BOB", "2017-12-31"));
    CHECK(prices.find("USD", "BOB", "2018-01-31")->rate == Rate(696, 100));
    CHECK(prices.find("USD", "BOB", "2018-02-01")->rate == Rate(69, 10));
    prices.add("2018-02-01", "USD", "6.91", "BOB");
    CHECK(prices.find("USD", "BOB", "2019-01-01")->rate == Rate(691, 100));
    CHECK(prices.find("USD", "BOB", "2019-01-01")->date == *parse_date("2018-02-01"));
}

TEST_CASE("an inverse is exact, and the later of two quotations holds") {
    Prices prices;
    prices.add("2018-01-01", "USD", "6.96", "BOB");
    CHECK(prices.find("BOB", "USD", "2018-01-01")->rate == Rate(100, 696));
    prices.add("2018-01-05", "BOB", "0.15", "USD");
    CHECK(prices.find("USD", "BOB", "2018-01-06")->rate == Rate(100, 15));
    prices.add("2018-01-05", "USD", "6.80", "BOB");
    CHECK(prices.find("USD", "BOB", "2018-01-06")->rate == Rate(68, 10));
    prices.add("2018-01-09", "BOB", "0", "USD");
    CHECK(prices.find("USD", "BOB", "2018-01-09")->rate == Rate(68, 10));
}

TEST_CASE("without a price between two commodities the shortest chain gives one") {
    Prices prices;
    prices.add("2018-01-01", "cigarette", "0.5", "BOB");
    prices.add("2018-01-03", "USD", "7", "BOB");
    prices.add("2018-01-02", "EUR", "1.2", "USD");
    const auto found = prices.find("EUR", "cigarette", "2018-01-04");
    REQUIRE(found);
    CHECK(found->rate == Rate(168, 10));
    CHECK(found->date == *parse_date("2018-01-01"));
    CHECK(found->path.size() == 4);
    CHECK_FALSE(prices.find("EUR", "cigarette", "2018-01-01"));
    CHECK_FALSE(prices.find("EUR", "shell", "2018-01-04"));
    CHECK(prices.find("shell", "shell", "2018-01-04")->rate == 1);
}

TEST_CASE("a price between two commodities holds before any chain, however fresh the chain") {
    Prices prices;
    prices.add("2018-01-01", "EUR", "8.00", "BOB");
    prices.add("2018-01-02", "EUR", "1.2", "USD");
    prices.add("2018-01-02", "USD", "7", "BOB");
    const auto direct = prices.find("EUR", "BOB", "2018-06-01");
    CHECK(direct->rate == 8);
    CHECK(direct->date == *parse_date("2018-01-01"));
    CHECK(direct->path.size() == 2);
    // And a fresh one before a chain that has grown stale.
    prices.add("2018-05-31", "BOB", "0.1", "EUR");
    CHECK(prices.find("EUR", "BOB", "2018-06-01")->rate == 10);
}

TEST_CASE("a commodity's own currency is the one it was last priced in") {
    Prices prices;
    prices.add("2018-01-01", "EUR", "8.00", "BOB");
    prices.add("2018-01-05", "EUR", "1.2", "USD");
    prices.add("2018-01-05", "EUR", "0.9", "GBP");
    const auto currency = [&](const char* day) {
        return prices.database.currency_of(prices.chart.commodity("EUR"), *parse_date(day));
    };
    CHECK_FALSE(currency("2017-12-31"));
    CHECK(currency("2018-01-04") == prices.chart.commodity("BOB"));
    CHECK(currency("2018-01-05") == prices.chart.commodity("GBP"));
    CHECK_FALSE(
        prices.database.currency_of(prices.chart.commodity("BOB"), *parse_date("2019-01-01")));
    CHECK(prices.database.days() ==
          std::vector{*parse_date("2018-01-01"), *parse_date("2018-01-05")});
}
