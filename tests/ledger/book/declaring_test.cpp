#include "ledger/book/declaring.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/ledger/book/gate_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Code = DiagnosticCode;

}  // namespace

TEST_CASE("a declaration that changes nothing is passed over, a changed one is recorded") {
    Gate gate;
    const auto declaration = [&](Sector sector) {
        return PartyDeclaration{.party = gate.chart().party("inmates:i1"), .sector = sector};
    };
    CHECK(gate.declare(declaration(Sector::households)).declarations == 1);
    CHECK(gate.declare(declaration(Sector::households)).declarations == 0);
    CHECK(gate.declare(declaration(Sector::state)).declarations == 1);
    CHECK(gate.declare(declaration(Sector::households)).declarations == 1);
    CHECK(gate.book.entry_count() == 3);
    CHECK(gate.chart()[gate.chart().find_party("inmates:i1")].sector == Sector::households);
}

TEST_CASE("each subject has a key of its own") {
    Chart chart;
    const Date day = *parse_date("2018-01-01");
    const CommodityId bob = chart.commodity("BOB");
    const CommodityId usd = chart.commodity("USD");
    const std::vector<Declaration> subjects{
        PartyDeclaration{.party = chart.party("BOB")},
        PartyDeclaration{.party = chart.party("USD")},
        AccountDeclaration{.account = *chart.account("BOB:assets")},
        CommodityDeclaration{.commodity = bob},
        PriceDeclaration{.date = day, .commodity = usd, .currency = bob},
        PriceDeclaration{.date = day, .commodity = bob, .currency = usd},
        PriceDeclaration{.date = Date{day.days + 1}, .commodity = bob, .currency = usd},
        SourceDeclaration{.source = chart.word("BOB")},
        KindDeclaration{.kind = chart.word("BOB")},
        ConventionDeclaration{.name = chart.word("BOB")},
        NameDeclaration{.what = NameDeclaration::What::payee, .name = chart.word("BOB")},
        NameDeclaration{.what = NameDeclaration::What::tag, .name = chart.word("BOB")},
        LockDeclaration{day},
    };
    std::set<std::uint64_t> keys;
    for (const Declaration& subject : subjects) keys.insert(subject_key(subject, chart));
    CHECK(keys.size() == subjects.size());
    CHECK(subject_key(LockDeclaration{day}, chart) ==
          subject_key(LockDeclaration{Date{day.days + 1}}, chart));
}

TEST_CASE("a commodity's scale is settled by its first amount") {
    Gate gate;
    REQUIRE(gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-05-01")).ok());
    CommodityDeclaration bob{.commodity = gate.chart().find_commodity("BOB"), .scale = 3};
    const auto refused = gate.declare(bob);
    REQUIRE(codes(refused) == std::vector{Code::commodity_scale_settled});
    CHECK(refused.problems[0].explanation.find("has 2 decimals in this book, not 3") !=
          std::string::npos);
    bob.scale = 2;
    bob.style.symbol_left = true;
    CHECK(gate.declare(bob).ok());
}

TEST_CASE("nobody stands above himself") {
    Gate gate;
    const auto belongs = [&](std::string_view party, std::string_view parent) {
        return gate.declare(PartyDeclaration{.party = gate.chart().party(party),
                                             .sector = Sector::businesses,
                                             .parent = gate.chart().party(parent)});
    };
    REQUIRE(belongs("a", "b").ok());
    REQUIRE(belongs("b", "c").ok());
    CHECK(codes(belongs("c", "a")) == std::vector{Code::party_cycle});
    CHECK(codes(belongs("d", "d")) == std::vector{Code::party_cycle});
}

TEST_CASE("a life leaves no recorded posting outside") {
    Gate gate;
    REQUIRE(gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-05-10")).ok());
    const auto life = [](const char* begin, const char* end) {
        return DateRange{*parse_date(begin), *parse_date(end)};
    };
    const AccountId cash = gate.chart().find_account("a:b:assets:cash");
    CHECK(codes(gate.declare(
              AccountDeclaration{.account = cash, .life = life("2018-05-11", "2019-01-01")})) ==
          std::vector{Code::life_too_short});
    CHECK(codes(gate.declare(PartyDeclaration{.party = gate.chart().find_party("c:d"),
                                              .life = life("2018-01-01", "2018-05-10")})) ==
          std::vector{Code::life_too_short});
    CHECK(
        gate.declare(AccountDeclaration{.account = cash, .life = life("2018-05-10", "2018-05-11")})
            .ok());
    CHECK(codes(gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-05-11"))) ==
          std::vector{Code::outside_life});
}

TEST_CASE("no price is added to a locked period") {
    Gate gate;
    gate.declare(LockDeclaration{*parse_date("2018-05-01")});
    const auto price = [&](const char* date) {
        return PriceDeclaration{.date = *parse_date(date),
                                .commodity = gate.chart().commodity("USD"),
                                .price = {696, 2},
                                .currency = gate.chart().commodity("BOB")};
    };
    CHECK(codes(gate.declare(price("2018-04-30"))) == std::vector{Code::period_locked});
    CHECK(gate.declare(price("2018-05-01")).ok());
}
