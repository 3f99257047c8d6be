#include "ledger/kinds/booking_memory.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

TEST_CASE("kinds, parties and accounts are looked up once") {
    Chart chart = bolivian_chart();
    BookingMemory memory{KindTable::standard(), chart};
    const Event rent = sample_event(*KindTable::standard().find("cell_rent"));
    const auto* const first = std::get<const KnownKind*>(memory.kind_of(rent));
    CHECK(std::get<const KnownKind*>(memory.kind_of(rent)) == first);
    CHECK(chart[first->word] == "cell_rent");
    CHECK(chart[first->product] == "housing");

    KnownParty& tenant = memory.party("inmates:i0042");
    CHECK(&memory.party("inmates:i0042") == &tenant);
    const auto cash = memory.account_number("assets:cash");
    REQUIRE(cash);
    CHECK(memory.is_financial(*cash));
    const auto account = memory.account(tenant, *cash);
    REQUIRE(account);
    CHECK(chart[*account].name == "inmates:i0042:assets:cash");
    CHECK(chart[*account].party == tenant.id);
    CHECK(*memory.account(tenant, *cash) == *account);
}

TEST_CASE("what is put off is remembered for each kind apart") {
    Chart chart = bolivian_chart();
    BookingMemory memory{KindTable::standard(), chart};
    Event dues = sample_event(*KindTable::standard().find("charge"));
    Event rent = dues;
    rent.tags = {{"of", "cell_rent"}};
    const auto* const of_dues = std::get<const KnownKind*>(memory.kind_of(dues));
    const auto* const of_rent = std::get<const KnownKind*>(memory.kind_of(rent));
    CHECK(chart[of_dues->product] == "dues");
    CHECK(chart[of_rent->product] == "housing");
    CHECK(std::get<const KnownKind*>(memory.kind_of(dues)) == of_dues);
}

TEST_CASE("a class of accounts is no part of a party's name, and an account begins with one") {
    Chart chart = bolivian_chart();
    BookingMemory memory{KindTable::standard(), chart};
    const auto cash = *memory.account_number("assets:cash");
    const auto account = memory.account(memory.party("inmates:income"), cash);
    REQUIRE_FALSE(account);
    CHECK(account.error().code == DiagnosticCode::event_field_invalid);
    CHECK(memory.account(memory.party(" x"), cash).error().code ==
          DiagnosticCode::account_name_invalid);
    for (const auto* wrong : {"cash", "inmates:i1:assets:cash", ""}) {
        INFO(wrong);
        CHECK_FALSE(memory.account_number(wrong));
    }
}

TEST_CASE("names that some kind gives a meaning are known") {
    Chart chart;
    const BookingMemory memory{KindTable::standard(), chart};
    CHECK(memory.has_meaning("levy_rate"));
    CHECK(memory.has_meaning("buyer_levy"));
    CHECK_FALSE(memory.has_meaning("weather"));
    CHECK(memory.is_field("cell"));
    CHECK_FALSE(memory.is_field("levy_rate"));
}
