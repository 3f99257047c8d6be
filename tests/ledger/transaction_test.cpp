#include "ledger/transaction.hpp"

#include <catch2/catch.hpp>

#include "ledger/chart.hpp"

using namespace cellbook;

namespace {

Posting on(Chart& chart, const char* account, const char* with = nullptr) {
    Posting posting;
    posting.account = *chart.account(account);
    if (with != nullptr) {
        posting.with = chart.party(with);
    }
    return posting;
}

}  // namespace

TEST_CASE("the counterparty is known when two parties transact") {
    Chart chart;
    TransactionDraft draft;
    draft.postings = {on(chart, "a:expenses:rent"), on(chart, "a:assets:cash"),
                      on(chart, "b:assets:cash"), on(chart, "b:income:rent")};
    CHECK(counterparty(draft, draft.postings[0], chart) == chart.party("b"));
    CHECK(counterparty(draft, draft.postings[3], chart) == chart.party("a"));
    CHECK(parties_of(draft, chart) == std::vector{chart.party("a"), chart.party("b")});
}

TEST_CASE("among three parties only `with:` tells the counterparty, alone there is none") {
    Chart chart;
    TransactionDraft draft;
    draft.postings = {on(chart, "a:assets:cash"), on(chart, "b:assets:cash", "c"),
                      on(chart, "c:assets:cash")};
    CHECK_FALSE(counterparty(draft, draft.postings[0], chart).valid());
    CHECK(counterparty(draft, draft.postings[1], chart) == chart.party("c"));
    draft.postings.resize(1);
    CHECK_FALSE(counterparty(draft, draft.postings[0], chart).valid());
}

TEST_CASE("a cleared draft is as a new one") {
    Chart chart;
    TransactionDraft draft;
    draft.date = Date{17591};
    draft.recorded = Date{17592};
    draft.status = Status::cleared;
    draft.code = draft.description = draft.comment = draft.id = "x";
    draft.kind = draft.source = chart.word("x");
    draft.flow.payer = chart.party("a");
    draft.standings.whole = Standing::assumed;
    draft.low = draft.high = Decimal{};
    draft.nonobserved = true;
    draft.reversal = Reversal{.of_id = "x", .reason = "y"};
    draft.tags = {Tag{.name = chart.word("x"), .value = "y"}};
    draft.postings = {on(chart, "a:assets:cash")};
    clear(draft);
    CHECK(draft == TransactionDraft{});
}
