#include "ledger/kinds/event_booking.hpp"

#include <catch2/catch.hpp>

#include "ledger/balance_rule.hpp"
#include "ledger/kinds/leg_check.hpp"
#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

namespace {

/// Books, balances and checks one event: what a book would do with it.
void require_sound(const Event& event, Chart& chart) {
    INFO("kind " << event.kind);
    auto draft = book_event(event, KindTable::standard(), chart);
    if (!draft) FAIL(to_string(draft.error()));
    CHECK(chart[draft->kind] == event.kind);
    const auto transaction = BalanceRule{chart}.balance(*draft);
    if (!transaction) FAIL(to_string(transaction.error()));
    const auto problem = check_legs(**transaction, KindTable::standard(), chart);
    if (problem) FAIL(to_string(*problem));
}

}  // namespace

TEST_CASE("every standard kind books a balanced transaction of its own legs") {
    Chart chart = bolivian_chart();
    REQUIRE(KindTable::standard().all().size() >= 44);
    for (const auto& kind : KindTable::standard().all()) {
        require_sound(sample_event(kind), chart);
        require_sound(full_event(kind), chart);
    }
}

namespace {

/// The code of what is wrong and the field that it is about; `booked` when nothing is.
std::string judged(const Event& event) {
    Chart chart = bolivian_chart();
    EventBooker booker{KindTable::standard(), chart};
    const auto draft = booker.book(event);
    return draft ? "booked"
                 : std::string{to_string(draft.error().code)} + " " +
                       std::string{booker.field_at_fault()};
}

template <class Change>
std::string judged(const char* kind, Change change) {
    Event event = sample_event(*KindTable::standard().find(kind));
    change(event);
    return judged(event);
}

TransactionDraft booked(const Event& event, Chart& chart) {
    auto draft = book_event(event, KindTable::standard(), chart);
    if (!draft) FAIL(to_string(draft.error()));
    return *std::move(draft);
}

}  // namespace

TEST_CASE("what is wrong with an event is named with its field, in order of precedence") {
    CHECK(judged("cell_rent", [](Event& e) { e.kind = "cel_rent"; }) == "kind_unknown kind");
    CHECK(judged("charge", [](Event& e) { e.tags.clear(); }) == "event_field_missing of");
    CHECK(judged("charge", [](Event& e) { e.tags = {{"of", "dues"}}; }) == "kind_unknown of");
    CHECK(judged("charge", [](Event& e) {
              e.tags = {{"of", "settle"}};
          }) == "kind_not_chargeable of");
    CHECK(judged("cell_rent", [](Event& e) { e.payer.clear(); }) == "event_field_missing payer");
    CHECK(judged("cell_rent", [](Event& e) { e.payee.clear(); }) == "event_field_missing payee");
    CHECK(judged("cell_rent", [](Event& e) { e.cell.clear(); }) == "event_field_missing cell");
    CHECK(judged("cell_rent", [](Event& e) { e.amount.reset(); }) == "event_field_missing amount");
    CHECK(judged("cell_rent", [](Event& e) { e.commodity.clear(); }) ==
          "event_field_missing commodity");
    CHECK(judged("sauna_visit", [](Event& e) { e.cell = "posta-1"; }) == "event_field_unused cell");
    CHECK(judged("depreciation", [](Event& e) { e.payee = "x"; }) == "event_field_unused payee");
    CHECK(judged("sauna_visit", [](Event& e) { e.rate = decimal("2"); }) ==
          "event_field_unused rate");
    CHECK(judged("cell_rent", [](Event& e) {
              e.tags = {{"levy_rate", "0.05"}};
          }) == "event_field_unused levy_rate");
    CHECK(judged("cell_rent", [](Event& e) {
              e.tags = {{"cell", "posta-1"}};
          }) == "event_field_invalid cell");
    CHECK(judged("cell_rent", [](Event& e) { e.payee = e.payer; }) == "event_parties_equal payee");
    CHECK(judged("currency_exchange", [](Event& e) { e.commodity2 = e.commodity; }) ==
          "event_field_invalid commodity2");
    CHECK(judged("cell_rent", [](Event& e) { e.amount = decimal("-1"); }) ==
          "event_amount_sign amount");
    CHECK(judged("cell_rent", [](Event& e) { e.amount = decimal("1.001"); }) ==
          "amount_too_precise amount");
    CHECK(judged("cell_rent", [](Event& e) { e.quantity = decimal("0"); }) ==
          "event_amount_sign quantity");
    CHECK(judged("cell_sale", [](Event& e) {
              e.tags = {{"levy_rate", "0.05"}};
          }) == "event_field_missing section");
    CHECK(judged("shop_sale", [](Event& e) {
              e.tags = {{"account", "groceries"}};
          }) == "event_field_invalid account");
    CHECK(judged("shop_sale", [](Event& e) {
              e.tags = {{"account", "assets:deposits"}};
          }) == "event_field_invalid account");
    CHECK(judged("shop_sale", [](Event& e) {
              e.tags = {{"account", "assets:goods"}};
          }) == "booked");
    CHECK(judged("gift", [](Event& e) { e.tags = {{"account", "assets:goods"}}; }) == "booked");
    CHECK(judged("cell_rent", [](Event& e) { e.payer = "inmates:expenses"; }) ==
          "event_field_invalid payer");
    CHECK(judged("cell_rent", [](Event& e) { e.payee = "inmates::i1"; }) ==
          "account_name_invalid payee");
}

TEST_CASE("an estimate lies within its range") {
    const auto with_range = [](const char* low, const char* high) {
        return judged("cell_rent", [&](Event& e) {
            e.low = decimal(low);
            e.high = decimal(high);
        });
    };
    CHECK(with_range("250", "350") == "booked");
    CHECK(with_range("300", "300.00") == "booked");
    CHECK(with_range("350", "250") == "range_reversed high");
    CHECK(with_range("300.01", "350") == "event_range_invalid low");
    CHECK(with_range("250", "299.99") == "event_range_invalid high");
}

TEST_CASE("the flow says who paid whom for what, and the price of one where it is exact") {
    Chart chart = bolivian_chart();
    Event event = sample_event(*KindTable::standard().find("restaurant_meal"));
    event.quantity = decimal("8");
    auto flow = booked(event, chart).flow;
    CHECK(chart[flow.payer].name == "inmates:i0042");
    CHECK(chart[flow.payee].name == "inmates:i0007");
    CHECK(chart[flow.product] == "meal");
    CHECK(flow.quantity == decimal("8"));
    CHECK(flow.unit_price == decimal("37.50"));

    event.quantity = decimal("7");  // 300 / 7 has no end
    CHECK_FALSE(booked(event, chart).flow.unit_price);
    event.quantity = decimal("0.7");
    event.unit_price = decimal("428.5714");
    event.product = "banquet";
    flow = booked(event, chart).flow;
    CHECK(flow.unit_price == decimal("428.5714"));
    CHECK(chart[flow.product] == "banquet");
    event.unit_price = decimal("428");
    CHECK(judged(event) == "event_amounts_disagree quantity");
}

TEST_CASE("the description is the note, else the kind with its cell or product") {
    Chart chart = bolivian_chart();
    Event rent = sample_event(*KindTable::standard().find("cell_rent"));
    CHECK(booked(rent, chart).description == "Cell rent, posta-12");
    rent.note = "  March,\n and\tApril ";
    CHECK(booked(rent, chart).description == "March, and April");
    Event meal = sample_event(*KindTable::standard().find("restaurant_meal"));
    CHECK(booked(meal, chart).description == "Restaurant meal");
    meal.product = "soup";
    CHECK(booked(meal, chart).description == "Restaurant meal, soup");
    CHECK(booked(sample_event(*KindTable::standard().find("charge")), chart).description ==
          "Charge of section dues");
}

TEST_CASE("all else that an event says is kept") {
    Chart chart = bolivian_chart();
    Event event = full_event(*KindTable::standard().find("cell_sale"));
    event.standings = {.whole = Standing::assumed, .price = Standing::observed};
    event.source = "S12";
    event.low = decimal("250");
    event.recorded =
        Date::from_civil(2018, 4, 1) ? std::optional{*Date::from_civil(2018, 4, 1)} : std::nullopt;
    event.id = "sale-1";
    event.tags.emplace_back("weather", "dry");
    event.tags.emplace_back("nothing", "");
    const auto draft = booked(event, chart);
    CHECK(draft.standings == event.standings);
    CHECK(chart[draft.source] == "S12");
    CHECK(draft.low == event.low);
    CHECK_FALSE(draft.high);
    CHECK(to_string(*draft.recorded) == "2018-04-01");
    CHECK(draft.id == "sale-1");
    CHECK_FALSE(draft.nonobserved);
    std::string tags;
    for (const auto& tag : draft.tags) tags += chart[tag.name] + "=" + tag.value + " ";
    CHECK(tags == "levy_rate=0.05 buyer_levy_rate=0.05 section=sections:posta weather=dry ");
}

TEST_CASE("a kind or the event itself makes a transaction non-observed") {
    Chart chart = bolivian_chart();
    CHECK(
        booked(sample_event(*KindTable::standard().find("nonobserved_income")), chart).nonobserved);
    Event wage = sample_event(*KindTable::standard().find("wage"));
    CHECK_FALSE(booked(wage, chart).nonobserved);
    wage.nonobserved = true;
    CHECK(booked(wage, chart).nonobserved);
}

TEST_CASE("counterparties are said where there are more than two parties") {
    Chart chart = bolivian_chart();
    Event sale = sample_event(*KindTable::standard().find("cell_sale"));
    for (const auto& posting : booked(sale, chart).postings) CHECK_FALSE(posting.with.valid());
    sale.tags = {{"levy_rate", "0.05"}, {"section", "sections:posta"}};
    std::string with;
    for (const auto& posting : booked(sale, chart).postings) {
        REQUIRE(posting.with.valid());
        with += chart[posting.account].name + " " + std::to_string(posting.amount.minor) +
                " with " + chart[posting.with].name + "\n";
    }
    CHECK(with ==
          "inmates:i0042:assets:cells 30000 with inmates:i0007\n"
          "inmates:i0042:assets:cash -30000 with inmates:i0007\n"
          "inmates:i0007:assets:cash 30000 with inmates:i0042\n"
          "inmates:i0007:assets:cells -30000 with inmates:i0042\n"
          "inmates:i0007:expenses:levies 1500 with sections:posta\n"
          "inmates:i0007:assets:cash -1500 with sections:posta\n"
          "sections:posta:assets:cash 1500 with inmates:i0007\n"
          "sections:posta:income:levies -1500 with inmates:i0007\n");
}
