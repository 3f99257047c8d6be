#include "ledger/declare.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("declarations say what a party, an account and a commodity are; the later one holds") {
    Chart chart;
    const PartyId party = chart.party("businesses:sauna");
    const PartyId owner = chart.party("inmates:i1");
    apply(PartyDeclaration{.party = party, .sector = Sector::businesses, .parent = owner}, chart);
    CHECK(chart[party].declared);
    CHECK(chart[party].sector == Sector::businesses);
    CHECK(chart[party].parent == owner);
    apply(PartyDeclaration{.party = party, .sector = Sector::businesses, .quasi_corporation = true},
          chart);
    CHECK(chart[party].quasi_corporation);
    CHECK_FALSE(chart[party].parent.valid());

    const AccountId oven = *chart.account("businesses:sauna:assets:oven");
    CHECK_FALSE(chart[oven].non_financial);
    apply(AccountDeclaration{.account = oven, .non_financial = true}, chart);
    CHECK(chart[oven].non_financial);
    CHECK(chart[oven].declared);

    const CommodityId bob = chart.commodity("BOB");
    apply(CommodityDeclaration{.commodity = bob, .scale = 2}, chart);
    CHECK(chart[bob].scale == 2);
    CHECK(chart[bob].scale_known);
}
