#include "ledger/chart.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a name is interned once and its party with it") {
    Chart chart;
    const AccountId cash = *chart.account("inmates:i1:assets:cash");
    CHECK(*chart.account("inmates:i1:assets:cash") == cash);
    CHECK(*chart.account("inmates:i1:assets:cells") != cash);
    CHECK(chart.account_count() == 2);
    CHECK(chart.party_count() == 1);
    CHECK(chart[chart[cash].party].name == "inmates:i1");
    CHECK(chart.find_account("inmates:i1:assets:cash") == cash);
    CHECK_FALSE(chart.find_account("elsewhere:assets").valid());
    CHECK_FALSE(chart.account("no class here"));
    CHECK(chart.account_count() == 2);
}

TEST_CASE("commodities, parties and words are numbered apart") {
    Chart chart;
    CHECK(chart.commodity("BOB").value == 0);
    CHECK(chart.word("BOB").value == 0);
    CHECK(chart.party("BOB").value == 0);
    CHECK(chart.commodity("USD").value == 1);
    CHECK(chart.find_word("BOB") == chart.word("BOB"));
    CHECK_FALSE(chart.find_commodity("EUR").valid());
}

TEST_CASE("a stall's books roll up to its owner's household unless it is a quasi-corporation") {
    Chart chart;
    const PartyId owner = chart.party("inmates:i1");
    const PartyId stall = chart.party("businesses:stall");
    const PartyId section = chart.party("sections:posta");
    chart[owner].sector = Sector::households;
    chart[owner].parent = section;
    chart[section].sector = Sector::sections;
    chart[stall].sector = Sector::businesses;
    CHECK(chart.books_of(stall) == stall);  // nobody's yet
    chart[stall].parent = owner;
    CHECK(chart.books_of(stall) == owner);
    CHECK(chart.sector_of(stall) == Sector::households);
    CHECK(chart.books_of(owner) == owner);
    chart[stall].quasi_corporation = true;
    CHECK(chart.books_of(stall) == stall);
    CHECK(chart.sector_of(stall) == Sector::businesses);
}
