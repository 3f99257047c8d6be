#include "ledger/book/reversal.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

Transaction rent(Chart& chart) {
    TransactionDraft given = draft(chart, {{"inmates:i1:expenses:rent", "300.00 BOB"},
                                           {"inmates:i1:assets:cash", "-300.00 BOB"},
                                           {"inmates:i2:assets:cash", "300.00 BOB"},
                                           {"inmates:i2:income:rent", "-300.00 BOB"}});
    given.id = "r-1";
    given.kind = chart.word("cell_rent");
    given.flow.quantity = Decimal{1, 0};
    given.low = Decimal{250, 0};
    given.high = Decimal{350, 0};
    given.postings[1].assertion = BalanceAssertion{.expected = amount(chart, "100.00 BOB")};
    return *BalanceRule{chart}.balance(given);
}

}  // namespace

TEST_CASE("a reversal negates amounts, quantity and range, and leaves assertions behind") {
    Chart chart;
    const Transaction original = rent(chart);
    const Date day = *parse_date("2018-04-02");
    const TransactionDraft draft = reversal_of(original, "wrong cell", day, day);

    CHECK(draft.date == day);
    CHECK(draft.recorded == day);
    CHECK(draft.id.empty());
    CHECK(draft.kind == original->kind);
    CHECK(draft.reversal == Reversal{"r-1", "wrong cell"});
    CHECK(draft.postings[0].amount.minor == -300'00);
    CHECK(draft.postings[3].amount.minor == 300'00);
    CHECK_FALSE(draft.postings[1].assertion);
    CHECK(draft.flow.quantity == Decimal{-1, 0});
    CHECK(draft.low == Decimal{-350, 0});
    CHECK(draft.high == Decimal{-250, 0});

    const auto balanced = BalanceRule{chart}.balance(draft);
    REQUIRE(balanced);
    CHECK((*balanced)->flow.payer == original->flow.payer);
    CHECK((*balanced)->flow.amount->minor == -original->flow.amount->minor);
    CHECK_FALSE(not_a_reversal(**balanced, original, chart));
}

TEST_CASE("costs are negated with their amounts") {
    Chart chart;
    const auto bought = balance(
        chart, {{"assets:dollars", "10 cigarettes", "69.60 BOB"}, {"assets:cash", "-69.60 BOB"}});
    REQUIRE(bought);
    const TransactionDraft draft = reversal_of(*bought, "no", (*bought)->date, {});
    CHECK(draft.postings[0].cost->total.minor == -69'60);
    CHECK(BalanceRule{chart}.balance(draft));
    CHECK_FALSE(not_a_reversal(draft, *bought, chart));
}

TEST_CASE("what only says that it reverses is told what is wrong") {
    Chart chart;
    const Transaction original = rent(chart);
    const TransactionDraft good = reversal_of(original, "twice", original->date, {});

    SECTION("without a reason") {
        TransactionDraft draft = good;
        draft.reversal->reason.clear();
        CHECK(not_a_reversal(draft, original, chart)->code ==
              DiagnosticCode::reversal_without_reason);
    }
    SECTION("another amount") {
        TransactionDraft draft = good;
        draft.postings[0].amount.minor = -299'00;
        const auto fault = not_a_reversal(draft, original, chart);
        REQUIRE(fault);
        CHECK(fault->code == DiagnosticCode::reversal_mismatch);
        CHECK(fault->explanation.find("`inmates:i1:expenses:rent` -300.00 BOB") !=
              std::string::npos);
    }
    SECTION("a posting too many") {
        TransactionDraft draft = good;
        draft.postings.push_back(draft.postings[0]);
        CHECK(not_a_reversal(draft, original, chart)->code == DiagnosticCode::reversal_mismatch);
    }
    SECTION("the quantity as it was") {
        TransactionDraft draft = good;
        draft.flow.quantity = original->flow.quantity;
        CHECK(not_a_reversal(draft, original, chart)->code == DiagnosticCode::reversal_mismatch);
    }
    SECTION("the reversal of a reversal") {
        const auto reversal = BalanceRule{chart}.balance(good);
        REQUIRE(reversal);
        const TransactionDraft again = reversal_of(*reversal, "back", original->date, {});
        CHECK(not_a_reversal(again, *reversal, chart)->code ==
              DiagnosticCode::reversal_of_reversal);
    }
}
