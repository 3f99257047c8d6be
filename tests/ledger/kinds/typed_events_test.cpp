#include "ledger/kinds/typed_events.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "ledger/balance_rule.hpp"
#include "ledger/kinds/event_booking.hpp"
#include "ledger/kinds/leg_check.hpp"
#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

namespace {

const Date day = *Date::from_civil(2018, 3, 1);
const PartyName carpenter{"inmates:i0042"};
const PartyName widow{"inmates:i0007"};

template <class TypedEvent>
std::string kind_name() {
    return to_event(TypedEvent{}).kind;
}

template <class... Each>
std::multiset<std::string> kind_names(const std::tuple<Each...>*) {
    return {kind_name<Each>()...};
}

}  // namespace

TEST_CASE("every standard kind has one typed event") {
    const auto typed = kind_names(static_cast<const TypedEvents*>(nullptr));
    const auto names = KindTable::standard().names();
    CHECK(typed == std::multiset<std::string>(names.begin(), names.end()));
}

TEST_CASE("a typed event and a row of the same words book the same") {
    const auto typed = to_event(CellSale{.date = day,
                                         .buyer = carpenter,
                                         .seller = widow,
                                         .cell = CellName{"posta-12"},
                                         .section = PartyName{"sections:posta"},
                                         .amount = {15'000.00_decimal, "BOB"},
                                         .levy_rate = 0.05_decimal,
                                         .details = {.quantity = 1_decimal, .source = "S12"}});
    const Event row{.date = day,
                    .kind = "cell_sale",
                    .payer = "inmates:i0042",
                    .payee = "inmates:i0007",
                    .amount = decimal("15000.00"),
                    .commodity = "BOB",
                    .quantity = decimal("1"),
                    .cell = "posta-12",
                    .source = "S12",
                    .tags = {{"section", "sections:posta"}, {"levy_rate", "0.05"}}};
    Chart chart = bolivian_chart();
    const auto booked = book_event(typed, KindTable::standard(), chart);
    const auto expected = book_event(row, KindTable::standard(), chart);
    REQUIRE(booked);
    REQUIRE(expected);
    CHECK(*booked == *expected);
}

TEST_CASE("what is charged is the event itself, on account") {
    Chart chart = bolivian_chart();
    const auto draft =
        book_event(to_event(charge(SectionDues{.date = day,
                                               .member = carpenter,
                                               .section = PartyName{"sections:posta"},
                                               .amount = {20.00_decimal, "BOB"}})),
                   KindTable::standard(), chart);
    REQUIRE(draft);
    CHECK(draft->description == "Charge of section dues");
    REQUIRE(draft->postings.size() == 4);
    CHECK(chart[draft->postings[1].account].name == "inmates:i0042:liabilities:payable");
    CHECK(chart[draft->postings[2].account].name == "sections:posta:assets:receivable");
}

TEST_CASE("an exchange says both moneys, and a rate must agree") {
    Chart chart = bolivian_chart();
    CurrencyExchange exchange{.date = day,
                              .customer = carpenter,
                              .changer = widow,
                              .amount = {100.00_decimal, "USD"},
                              .taken = {690.00_decimal, "BOB"},
                              .rate = 6.90_decimal};
    CHECK(book_event(to_event(exchange), KindTable::standard(), chart));
    exchange.rate = 6.96_decimal;
    const auto wrong = book_event(to_event(exchange), KindTable::standard(), chart);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == DiagnosticCode::event_amounts_disagree);
}
