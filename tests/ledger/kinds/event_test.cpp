#include "ledger/kinds/event.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

TEST_CASE("an event gives what its fields and tags hold") {
    const Event nothing{};
    for (const auto& field : event_fields()) {
        INFO(field);
        CHECK_FALSE(nothing.gives(field));
    }
    const Event event{.kind = "shop_sale",
                      .payer = "inmates:i1",
                      .amount = decimal("0"),
                      .tags = {{"stock_cost", "3.00"}, {"empty", ""}}};
    CHECK(event.gives("payer"));
    CHECK(event.gives("amount"));
    CHECK(event.gives("stock_cost"));
    CHECK_FALSE(event.gives("payee"));
    CHECK_FALSE(event.gives("empty"));
    CHECK_FALSE(event.gives("account"));
    CHECK(event.tag("stock_cost") == "3.00");
}
