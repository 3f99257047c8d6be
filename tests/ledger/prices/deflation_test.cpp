#include "ledger/prices/deflation.hpp"

#include <catch2/catch.hpp>

#include "ledger/price.hpp"
#include "ledger/statements/balance.hpp"
#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const std::string books =
    "commodity 1.00 BOB\ncommodity 1.00 USD\nP 2018-01-01 USD 7.00 BOB\n\n"
    "2018-02-10 wage\n    a:assets:cash  100.00 BOB\n    a:income:wages\n\n"
    "2019-03-10 wage\n    a:assets:cash  110.00 BOB\n    a:income:wages\n\n"
    "2019-04-10 gift\n    a:assets:dollars  10.00 USD\n    a:income:gifts\n";

PriceSeries series(const std::vector<std::pair<std::string, std::string>>& levels) {
    PriceSeries all;
    for (const auto& [year, level] : levels) {
        all.push_back({.label = year, .begin = *parse_date(year + "-01-01"), .level = Real{level}});
    }
    return all;
}

std::shared_ptr<const EntrySource> source() {
    return std::make_shared<MemoryBook>(test::book_of(books));
}

Result<std::shared_ptr<DeflatedSource>> deflated(const PriceSeries& levels,
                                                 std::optional<std::string> base = {}) {
    const auto books_of_a = source();
    const CommodityId bob = books_of_a->chart().find_commodity("BOB");
    return DeflatedSource::make(books_of_a, levels, {.currency = bob, .base = std::move(base)});
}

/// What an account's changes come to by year, in real terms.
std::vector<std::string> by_year(const DeflatedSource& books_of_a, const std::string& account) {
    const std::vector<std::string> terms{account};
    const Query query = *Query::parse(terms, *parse_date("2020-01-01"));
    BalanceOptions options;
    options.columns.interval = Interval::year;
    options.columns.valuation =
        ValuationOptions{.when = ValuationOptions::When::then, .currency = books_of_a.symbol()};
    const Table table = balance(books_of_a, query, options);
    std::vector<std::string> texts;
    for_each_fact(table, [&](const Row& row) {
        std::string text;
        for (const Value& value : row.cells) text += plain_text(value) + " ";
        texts.push_back(text);
    });
    return texts;
}

}  // namespace

TEST_CASE("a deflated currency values what any statement shows at the prices of its base") {
    const auto real = deflated(series({{"2018", "100"}, {"2019", "110"}}));
    REQUIRE(real);
    CHECK((**real).symbol() == "BOB of 2018");
    CHECK((**real).notes().empty());
    CHECK(by_year(**real, "cash") ==
          std::vector<std::string>{"a:assets:cash 2018 BOB of 2018 100.00 ",
                                   "a:assets:cash 2019 BOB of 2018 100.00 "});
    // 10 USD are 70 BOB, and those 63.64 of 2018.
    CHECK(by_year(**real, "dollars") ==
          std::vector<std::string>{"a:assets:dollars 2019 BOB of 2018 63.64 "});
    const auto later = deflated(series({{"2018", "100"}, {"2019", "110"}}), "2019");
    CHECK(by_year(**later, "cash") ==
          std::vector<std::string>{"a:assets:cash 2018 BOB of 2019 110.00 ",
                                   "a:assets:cash 2019 BOB of 2019 110.00 "});
}

TEST_CASE("the base is the period that the books begin in, and only ratios of levels count") {
    const PriceSeries levels =
        series({{"2016", "5"}, {"2017", "6"}, {"2018", "8"}, {"2019", "12"}});
    const auto real = deflated(levels);
    CHECK((**real).symbol() == "BOB of 2018");
    PriceSeries tenfold = levels;
    for (PriceLevel& level : tenfold) level.level *= 10;
    CHECK(by_year(**real, "cash") == by_year(**deflated(tenfold), "cash"));
}

TEST_CASE("days before a series stay as they are, and days after it are told of") {
    const auto late = deflated(series({{"2019", "1"}, {"2020", "2"}}));
    CHECK(by_year(**late, "cash") ==
          std::vector<std::string>{"a:assets:cash 2018 BOB 100.00 ",
                                   "a:assets:cash 2019 BOB of 2019 110.00 "});
    const auto early = deflated(series({{"2017", "1"}, {"2018", "2"}}));
    REQUIRE((**early).notes().size() == 1);
    CHECK((**early).notes()[0].starts_with("the series of prices ends with 2018"));
}

TEST_CASE("a deflated source passes its books on as they are") {
    const auto real = deflated(series({{"2018", "100"}}));
    const auto plain = source();
    CHECK((**real).digest() == plain->digest());
    CHECK((**real).transaction_count() == 3);
    CHECK((**real).entry_count() == plain->entry_count());
    CHECK((**real).span() == plain->span());
    CHECK((**real).chart().commodity_count() == plain->chart().commodity_count() + 1);
    int transactions = 0;
    (**real).for_each_transaction({}, [&](const Transaction&) { return ++transactions < 2; });
    CHECK(transactions == 2);
    int declarations = 0;
    (**real).for_each_declaration([&](std::int64_t, const Declaration&) {
        ++declarations;
        return true;
    });
    int own = 0;
    plain->for_each_declaration([&](std::int64_t, const Declaration&) { return ++own > 0; });
    CHECK(declarations == own + 1);
}

TEST_CASE("a series without a level, or without the base asked for, deflates nothing") {
    CHECK(deflated({}).error().code == DiagnosticCode::prices_missing);
    CHECK(deflated(series({{"2018", "1"}}), "2020").error().code ==
          DiagnosticCode::index_base_unknown);
}
