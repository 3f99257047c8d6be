#include "ledger/flow.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

struct Case {
    const char* claim;
    std::vector<Line> lines;
    const char* said_payer;
    const char* payer;
    const char* amount;
};

const std::vector<Case> flows{
    Case{"rent: the tenant's cash",
         {{"a:expenses:rent", "300 BOB"},
          {"a:assets:cash", "-300 BOB"},
          {"b:assets:cash", "300 BOB"},
          {"b:income:rent", "-300 BOB"}},
         nullptr,
         "a",
         "300.00 BOB"},
    Case{"charged, not paid: what the payer came to owe",
         {{"a:expenses:dues", "30 BOB"},
          {"a:liabilities:payable", "-30 BOB"},
          {"b:assets:receivable", "30 BOB"},
          {"b:income:dues", "-30 BOB"}},
         nullptr,
         "a",
         "30.00 BOB"},
    Case{"a debt settled: the cash that moved",
         {{"a:liabilities:payable", "30 BOB"},
          {"a:assets:cash", "-30 BOB"},
          {"b:assets:cash", "30 BOB"},
          {"b:assets:receivable", "-30 BOB"}},
         "a",
         "a",
         "30.00 BOB"},
    Case{"given in kind and eaten",
         {{"a:expenses:allowance", "8 BOB"},
          {"a:assets:goods", "-8 BOB"},
          {"b:expenses:food", "8 BOB"},
          {"b:income:allowance", "-8 BOB"}},
         "a",
         "a",
         "8.00 BOB"},
    Case{"two currencies: who pays must be said, then it is what he gives",
         {{"a:assets:cash", "-100 USD", "-691 BOB"},
          {"a:assets:cash", "691 BOB"},
          {"b:assets:cash", "100 USD", "691 BOB"},
          {"b:assets:cash", "-691 BOB"}},
         "a",
         "a",
         "100.00 USD"},
    Case{"two currencies and nothing said",
         {{"a:assets:cash", "-100 USD", "-691 BOB"},
          {"a:assets:cash", "691 BOB"},
          {"b:assets:cash", "100 USD", "691 BOB"},
          {"b:assets:cash", "-691 BOB"}},
         nullptr,
         nullptr,
         nullptr},
    Case{"one party alone",
         {{"a:assets:cash", "5 BOB"}, {"a:equity:opening", "-5 BOB"}},
         nullptr,
         nullptr,
         nullptr}};

}  // namespace

TEST_CASE("payer, payee and amount are read off the postings") {
    const auto& at = GENERATE(from_range(flows));
    Chart chart;
    TransactionDraft draft = test::draft(chart, at.lines);
    if (at.said_payer != nullptr) {
        draft.flow.payer = chart.party(at.said_payer);
    }
    const auto result = BalanceRule{chart}.balance(draft);
    INFO(at.claim);
    REQUIRE(result);
    const Flow& flow = (*result)->flow;
    CHECK(flow.payer == (at.payer == nullptr ? PartyId{} : chart.party(at.payer)));
    REQUIRE(flow.amount.has_value() == (at.amount != nullptr));
    if (flow.amount) {
        CHECK(amount_text(chart, *flow.amount) == at.amount);
    }
}

TEST_CASE("a reversal's flow is the same, negative") {
    Chart chart;
    TransactionDraft draft = test::draft(chart, {{"a:expenses:rent", "-300 BOB"},
                                                 {"a:assets:cash", "300 BOB"},
                                                 {"b:assets:cash", "-300 BOB"},
                                                 {"b:income:rent", "300 BOB"}});
    draft.reversal = Reversal{.of_id = "x", .reason = "paid twice"};
    const auto result = BalanceRule{chart}.balance(draft);
    REQUIRE(result);
    CHECK((*result)->flow.payer == chart.party("a"));
    CHECK(amount_text(chart, *(*result)->flow.amount) == "-300.00 BOB");
}
