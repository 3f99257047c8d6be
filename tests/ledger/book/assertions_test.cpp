#include "ledger/book/assertions.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/reversal.hpp"
#include "tests/ledger/book/gate_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Code = DiagnosticCode;

/// A gift whose receiver's cash is asserted to stand at `expected` after it.
TransactionDraft asserting(Gate& gate, std::string_view given, std::string_view date,
                           std::string_view expected) {
    TransactionDraft draft = gate.gift("a:b", "c:d", given, date);
    draft.postings[2].assertion = BalanceAssertion{.expected = amount(gate.chart(), expected)};
    return draft;
}

}  // namespace

TEST_CASE("assertions hold by date, then by order of entry, whatever order entries come in") {
    Gate gate;
    std::vector<ReadEntry> entries;
    entries.push_back(entry_of(asserting(gate, "5.00 BOB", "2018-05-20", "16.00 BOB")));
    entries.push_back(entry_of(asserting(gate, "10.00 BOB", "2018-05-01", "10.00 BOB")));
    entries.push_back(entry_of(asserting(gate, "1.00 BOB", "2018-05-01", "11.00 BOB")));
    entries.push_back(entry_of(asserting(gate, "2.00 BOB", "2018-06-01", "18.00 BOB")));
    CHECK(gate.record(std::move(entries)).ok());
}

TEST_CASE("an assertion that does not hold says by how much") {
    Gate gate;
    const auto report = gate.record(asserting(gate, "10.00 BOB", "2018-05-01", "12.50 BOB"));
    REQUIRE(codes(report) == std::vector{Code::assertion_failed});
    CHECK(report.problems[0].explanation ==
          "`c:d:assets:cash` stands at 10.00 BOB on 2018-05-01, not at 12.50 BOB as asserted: a "
          "difference of -2.50 BOB");
}

TEST_CASE("an entry that breaks a recorded assertion is refused, both being named") {
    Gate gate;
    TransactionDraft first = asserting(gate, "10.00 BOB", "2018-05-10", "10.00 BOB");
    first.id = "counted";
    REQUIRE(gate.record(first).ok());
    CHECK(gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-05-10")).ok());

    TransactionDraft late = gate.gift("a:b", "c:d", "3.00 BOB", "2018-05-09");
    late.id = "late";
    const auto report = gate.record(late);
    REQUIRE(codes(report) == std::vector{Code::assertion_broken});
    CHECK(report.problems[0].explanation.find("transaction late of 2018-05-09") !=
          std::string::npos);
    CHECK(report.problems[0].explanation.find("transaction counted asserts 10.00 BOB") !=
          std::string::npos);
    CHECK(gate.book.transaction_count() == 2);

    SECTION("two entries that cancel break nothing") {
        std::vector<ReadEntry> entries;
        entries.push_back(entry_of(gate.gift("a:b", "c:d", "3.00 BOB", "2018-05-09")));
        entries.push_back(entry_of(gate.gift("c:d", "a:b", "3.00 BOB", "2018-05-08")));
        CHECK(gate.record(std::move(entries)).ok());
    }
    SECTION("reversing the asserting transaction retires the assertion") {
        const auto counted = gate.book.find_transaction("counted");
        REQUIRE(counted);
        REQUIRE(
            gate.record(reversal_of(*counted, "miscounted", *parse_date("2018-06-01"), {})).ok());
        CHECK(gate.record(gate.gift("a:b", "c:d", "3.00 BOB", "2018-05-09")).ok());
    }
}

TEST_CASE("`==` speaks of every commodity of the account, `=*` of accounts below it too") {
    Gate gate;
    gate.record(gate.gift("a:b", "c:d", "4.00 USD", "2018-05-01"));
    TransactionDraft total = asserting(gate, "10.00 BOB", "2018-05-02", "10.00 BOB");
    total.postings[2].assertion->total = true;
    const auto report = gate.record(total);
    REQUIRE(codes(report) == std::vector{Code::assertion_failed});
    CHECK(report.problems[0].explanation.find("4.00 USD") != std::string::npos);

    const auto below = [&](std::string_view date, const char* cash) {
        return draft(gate.chart(),
                     {{"c:d:assets:cash:box", "5.00 BOB"},
                      {"c:d:income:x", "-5.00 BOB"},
                      {"c:d:assets:cash", cash},
                      {"c:d:income:x", ""}},
                     date);
    };
    TransactionDraft inclusive = below("2018-05-03", "2.00 BOB");
    inclusive.postings[2].assertion = BalanceAssertion{
        .expected = amount(gate.chart(), "7.00 BOB"), .inclusive = true, .total = false};
    REQUIRE(gate.record(inclusive).ok());
    // An entry on the account below breaks it from there.
    CHECK(codes(gate.record(draft(
              gate.chart(), {{"c:d:assets:cash:box", "1.00 BOB"}, {"c:d:income:x", "-1.00 BOB"}},
              "2018-05-02"))) == std::vector{Code::assertion_broken});
}

TEST_CASE("an account's history stands at each posting where its sum stands") {
    Gate gate;
    gate.record(gate.gift("a:b", "c:d", "10.00 BOB", "2018-04-30"));
    gate.record(asserting(gate, "5.00 BOB", "2018-05-20", "15.00 BOB"));
    const auto refused = gate.record(asserting(gate, "1.00 BOB", "2018-05-31", "15.00 BOB"));
    CHECK(codes(refused) == std::vector{Code::assertion_failed});
}
