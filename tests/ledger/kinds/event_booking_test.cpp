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
