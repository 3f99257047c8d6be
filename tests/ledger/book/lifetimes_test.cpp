#include "ledger/book/lifetimes.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("postings stand within the life of account and party, closing day included") {
    Chart chart;
    const auto on = [&](std::string_view date) {
        return outside_life(draft(chart, {{"inmates:i1:assets:cash", "1.00 BOB"}}, date), chart);
    };
    CHECK_FALSE(on("1990-01-01"));

    const AccountId cash = chart.find_account("inmates:i1:assets:cash");
    chart[cash].life = {*parse_date("2018-01-05"), *parse_date("2018-06-01")};
    CHECK_FALSE(on("2018-01-05"));
    CHECK_FALSE(on("2018-05-31"));
    REQUIRE(on("2018-01-04"));
    CHECK(on("2018-01-04")->code == DiagnosticCode::outside_life);
    CHECK(on("2018-01-04")->explanation ==
          "account `inmates:i1:assets:cash` opens on 2018-01-05; this is dated 2018-01-04");
    REQUIRE(on("2018-06-01"));
    CHECK(on("2018-06-01")->explanation.find("closed on 2018-05-31") != std::string::npos);

    chart[cash].life = {};
    chart[chart.find_party("inmates:i1")].life = {*parse_date("2018-02-01"), {}};
    REQUIRE(on("2018-01-31"));
    CHECK(on("2018-01-31")->explanation.find("party `inmates:i1`") != std::string::npos);
    CHECK_FALSE(on("2018-02-01"));
}
