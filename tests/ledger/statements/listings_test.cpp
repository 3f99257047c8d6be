#include "ledger/statements/listings.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string town = R"(
; party: inmates:i1  sector:households, opened:2018-01-05
; party: businesses:kiosk  sector:businesses, parent:inmates:i1, closed:2018-12-31
; source: S45  official rate
commodity 1.00 BOB
account inmates:i1:assets:savings
P 2018-05-01 USD 6.91 BOB
P 2018-06-01 USD 6.92 BOB

2018-03-05 * (7) soap  ; kind:shop_sale, standing:assumed, id:s1
    inmates:i1:expenses:soap         5.50 BOB
    inmates:i1:assets:cash          -5.50 BOB
    businesses:kiosk:assets:cash     5.50 BOB
    businesses:kiosk:income:sales   -5.50 BOB

2018-04-02 change      ; id:s2
    inmates:i1:assets:dollars       10.00 USD @ 6.90 BOB
    inmates:i1:assets:cash         -69.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

}  // namespace

TEST_CASE("accounts are listed by name with their party, or by what is posted to them") {
    const auto book = test::book_of(town);
    CHECK(facts_of(account_list(book, query_of({"kiosk"}))) ==
          Lines{"businesses:kiosk:assets:cash | businesses:kiosk | households | assets | yes | no "
                "| - | -",
                "businesses:kiosk:income:sales | businesses:kiosk | households | income | no | no "
                "| - | -"});
    CHECK(facts_of(account_list(book, query_of({"savings"}))).size() == 1);
    CHECK(facts_of(account_list(book, query_of({"savings", "date:2018"}))).empty());
    CHECK(facts_of(account_list(book, query_of({"desc:change"}))).size() == 2);
    CHECK(facts_of(account_list(book, query_of({"cur:USD"}))).size() == 1);
}

TEST_CASE("parties are listed with sector, parent and life") {
    const auto book = test::book_of(town);
    CHECK(facts_of(party_list(book, {})) ==
          Lines{"businesses:kiosk | businesses | inmates:i1 | no | yes | - | 2018-12-31 | 2",
                "inmates:i1 | households | - | no | yes | 2018-01-05 | - | 4"});
    CHECK(facts_of(party_list(book, query_of({"party:kiosk"}))).size() == 1);
    CHECK(facts_of(party_list(book, query_of({"sector:state"}))).empty());
}

TEST_CASE("commodities are listed with their decimals") {
    const auto book = test::book_of(town);
    CHECK(facts_of(commodity_list(book, {})) == Lines{"BOB | 2 | yes", "USD | 2 | no"});
    CHECK(facts_of(commodity_list(book, query_of({"cur:usd"}))) == Lines{"USD | 2 | no"});
}

TEST_CASE("prices are listed in the order declared") {
    const auto book = test::book_of(town);
    CHECK(facts_of(price_list(book, {})) ==
          Lines{"2018-05-01 | USD | 6.91 | BOB | -", "2018-06-01 | USD | 6.92 | BOB | -"});
    CHECK(facts_of(price_list(book, query_of({"date:2018-06"}))).size() == 1);
    CHECK(facts_of(price_list(book, query_of({"cur:BOB"}))).empty());
}

TEST_CASE("every posting of a transaction that matches is a row of facts") {
    const auto book = test::book_of(town);
    const auto rows = facts_of(posting_list(book, query_of({"desc:soap", "acct:soap"})));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] ==
          "2018-03-05 | 2018-03-05 | s1 | * | 7 | soap | shop_sale | inmates:i1 | businesses:kiosk "
          "|  |  | - | - | assumed |  | inmates:i1:expenses:soap | BOB | 5.50 | - | - | "
          "businesses:kiosk");
    const auto change = facts_of(posting_list(book, query_of({"desc:change"})));
    REQUIRE(change.size() == 2);
    CHECK_THAT(change[0], Catch::Contains("USD | 10.00 | BOB | 69.00"));
}
