#include "ledger/kinds/event_amounts.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/kinds/kind_files.hpp"
#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

namespace {

/// What an event of a kind comes to, leg by leg, or the code and the field of what is wrong.
std::string settled(const Event& event, const KindTable& kinds = KindTable::standard()) {
    Chart chart = bolivian_chart();
    const KindPlan plan = make_plan(*kinds.find(event.kind));
    EventAmounts amounts{
        event, plan, chart, chart.commodity(event.commodity),
        event.commodity2.empty() ? CommodityId{} : chart.commodity(event.commodity2)};
    if (const auto fault = amounts.settle()) {
        return std::string{to_string(fault->diagnostic.code)} + " " + fault->field;
    }
    std::string text;
    for (const auto& leg : plan.legs) {
        const auto minor = amounts.leg(leg);
        if (!minor) return std::string{to_string(minor.error().code)};
        text += (text.empty() ? "" : " ") + std::to_string(*minor);
    }
    return text;
}

Event sale(const char* amount, std::vector<std::pair<std::string, std::string>> tags) {
    return {.kind = "cell_sale",
            .amount = decimal(amount),
            .commodity = "BOB",
            .tags = std::move(tags)};
}

struct Exchange {
    const char* amount = "";
    const char* amount2 = "";
    const char* rate = "";

    operator Event() const {
        const auto number = [](const char* text) {
            return *text == '\0' ? std::optional<Decimal>{} : decimal(text);
        };
        return {.kind = "currency_exchange",
                .amount = number(amount),
                .commodity = "USD",
                .amount2 = number(amount2),
                .commodity2 = "BOB",
                .rate = number(rate)};
    }
};

}  // namespace

TEST_CASE("a levy is rounded half-even to the commodity's scale") {
    const auto levy = [](const char* amount) {
        return settled(sale(amount, {{"levy_rate", "0.05"}}));
    };
    CHECK(levy("0.10") == "10 -10 0 0 10 -10 0 0 0 0 0 0");    // 0.005 -> 0.00
    CHECK(levy("0.30") == "30 -30 0 0 30 -30 2 -2 2 -2 0 0");  // 0.015 -> 0.02
    CHECK(levy("0.50") == "50 -50 0 0 50 -50 2 -2 2 -2 0 0");  // 0.025 -> 0.02
    CHECK(levy("0.51") == "51 -51 0 0 51 -51 3 -3 3 -3 0 0");  // 0.0255 -> 0.03
}

TEST_CASE("a computed amount may be given, and must agree with what it is computed from") {
    CHECK(settled(sale("1000", {{"levy", "50.00"}})) ==
          "100000 -100000 0 0 100000 -100000 5000 -5000 5000 -5000 0 0");
    CHECK(settled(sale("1000", {{"levy", "50"}, {"levy_rate", "0.05"}})) ==
          "100000 -100000 0 0 100000 -100000 5000 -5000 5000 -5000 0 0");
    CHECK(settled(sale("1000", {{"levy", "51"}, {"levy_rate", "0.05"}})) ==
          "event_amounts_disagree levy");
}

TEST_CASE("two of amount, amount2 and rate give the third") {
    CHECK(settled(Exchange{"100.00", "", "6.905"}) == "-10000 69050 10000 -69050");
    CHECK(settled(Exchange{"100.00", "690.50", ""}) == "-10000 69050 10000 -69050");
    CHECK(settled(Exchange{"", "690.50", "6.905"}) == "-10000 69050 10000 -69050");
    CHECK(settled(Exchange{"", "100.00", "6.90"}) == "-1449 10000 1449 -10000");
}

TEST_CASE(
    "all three must agree in one direction, as whoever wrote them may have begun with either") {
    CHECK(settled(Exchange{"14.49", "99.98", "6.90"}) == "-1449 9998 1449 -9998");
    CHECK(settled(Exchange{"14.49", "100.00", "6.90"}) == "-1449 10000 1449 -10000");
    CHECK(settled(Exchange{"14.50", "100.00", "6.90"}) == "event_amounts_disagree amount2");
}

TEST_CASE("what an exchange lacks, or has of the wrong sign, is named") {
    CHECK(settled(Exchange{"", "", "6.90"}) == "event_field_missing amount");
    CHECK(settled(Exchange{"", "100.00", ""}) == "event_field_missing amount");
    CHECK(settled(Exchange{"100.00", "", ""}) == "event_field_missing amount2");
    CHECK(settled(Exchange{"100.00", "", "-6.90"}) == "event_amount_sign rate");
    CHECK(settled(Exchange{"100.00", "-1", ""}) == "event_amount_sign amount2");
    CHECK(settled(Exchange{"0.00", "1", ""}) == "event_amount_sign amount");
    CHECK(settled(Exchange{"", "0.01", "1000"}) == "event_amount_sign amount");
    CHECK(settled(Exchange{"100.001", "1", ""}) == "amount_too_precise amount");
    CHECK(settled(Exchange{"1", "1.001", ""}) == "amount_too_precise amount2");
    CHECK(settled(Exchange{"90000000000000000.00", "", "6.90"}) == "amount_overflow amount2");
}

TEST_CASE("only a signed kind takes a negative amount, and none takes nothing") {
    const auto event = [](const char* kind, const char* amount) {
        return settled({.kind = kind, .amount = decimal(amount), .commodity = "BOB"});
    };
    CHECK(event("opening_balance", "-5") == "-500 500");
    CHECK(event("revaluation", "0") == "event_amount_sign amount");
    CHECK(event("loss", "-5") == "event_amount_sign amount");
}

TEST_CASE("numbers of a kind come from tags") {
    const auto shop = [](const char* cost) {
        return settled({.kind = "shop_sale",
                        .amount = decimal("5.00"),
                        .commodity = "BOB",
                        .tags = {{"stock_cost", cost}}});
    };
    CHECK(shop("3.50") == "500 -500 500 -500 350 -350");
    CHECK(shop("0") == "500 -500 500 -500 0 0");
    CHECK(shop("-1") == "event_amount_sign stock_cost");
    CHECK(shop("3.505") == "amount_too_precise stock_cost");
    CHECK(shop("much") == "event_field_invalid stock_cost");
}

TEST_CASE("a leg does not turn round") {
    const auto reading = KindTable::with_file({}, R"(schema = "cellbook-kinds/1"
[[kind]]
name = "net_pay"
title = "Pay less what is kept back"
sna = { payer = "D.1", payee = "D.1" }
requires = ["payee"]
parameters = ["kept"]
[kind.legs]
payer = [["expenses:wages", "amount - kept"], ["assets:cash", "-amount + kept"]]
payee = [["assets:cash", "amount - kept"], ["income:wages", "-amount + kept"]]
)",
                                              "net_pay.toml");
    REQUIRE(reading.ok());
    const auto pay = [&](const char* kept) {
        return settled({.kind = "net_pay",
                        .amount = decimal("10"),
                        .commodity = "BOB",
                        .tags = {{"kept", kept}}},
                       reading.table);
    };
    CHECK(pay("4") == "600 -600 600 -600");
    CHECK(pay("11") == "event_amounts_disagree");
}
