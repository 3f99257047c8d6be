#include "ledger/book/recorder.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/entry_ids.hpp"
#include "ledger/book/memory_book.hpp"
#include "ledger/book/reversal.hpp"
#include "tests/ledger/book/gate_fixture.hpp"
#include "tests/ledger/kinds/kind_files.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Code = DiagnosticCode;

/// A transaction that fails every rung of the ladder, and what mends the rungs one by one.
struct Rung {
    const char* name;
    Code complaint;
    void (*mend)(Gate&, TransactionDraft&);
};

const Rung ladder[] = {
    {"names declared", Code::not_declared, [](Gate& gate, auto&) { gate.options.strict = false; }},
    {"kind known", Code::kind_unknown, [](Gate&, auto& draft) { draft.kind = {}; }},
    {"accounts alive", Code::outside_life,
     [](Gate&, auto& draft) { draft.date = *parse_date("2018-05-02"); }},
    {"three balances", Code::unbalanced,
     [](Gate&, auto& draft) { draft.postings[0].amount.minor = 5'00; }},
    {"journal text can say it", Code::text_not_spellable,
     [](Gate&, auto& draft) { draft.comment.clear(); }},
    {"id", Code::id_taken, [](Gate&, auto& draft) { draft.id = "new"; }},
    {"period lock", Code::period_locked,
     [](Gate&, auto& draft) { draft.date = *parse_date("2018-06-01"); }},
    {"reversal", Code::reversal_unknown, [](Gate&, auto& draft) { draft.reversal.reset(); }},
    {"assertion", Code::assertion_failed,
     [](Gate&, auto& draft) { draft.postings[0].assertion.reset(); }},
};

}  // namespace

TEST_CASE("a transaction is complained of for the first rung it fails") {
    Gate gate;
    TransactionDraft known = gate.gift("inmates:i1", "inmates:i2", "1.00 BOB", "2018-05-02");
    known.id = "taken";
    REQUIRE(gate.record(known).ok());
    REQUIRE(gate.declare(LockDeclaration{*parse_date("2018-05-03")}).ok());
    REQUIRE(gate.declare(AccountDeclaration{
                             .account = gate.chart().find_account("inmates:i1:assets:cash"),
                             .life = {*parse_date("2018-05-02"), {}}})
                .ok());

    gate.options.strict = true;
    TransactionDraft draft = gate.gift("inmates:i1", "inmates:i2", "5.00 BOB", "2018-05-01");
    draft.kind = gate.chart().word("cell_rnt");
    draft.postings[0].amount.minor = 4'00;
    draft.postings[0].assertion = BalanceAssertion{.expected = amount(gate.chart(), "9.00 BOB")};
    draft.comment = std::string(1, '\0');
    draft.id = "taken";
    draft.reversal = Reversal{"nothing", "no reason"};
    for (const Rung& rung : ladder) {
        INFO(rung.name);
        // A refused record forgets the names it brought, and with them the numbers in the draft:
        // those of this draft were all brought by the transaction before.
        const auto report = gate.record(draft);
        REQUIRE_FALSE(report.ok());
        CHECK(report.problems.front().code == rung.complaint);
        CHECK(report.problems.front().position.file == "test.journal");
        CHECK(report.problems.front().excerpt == "the entry");
        CHECK(gate.book.transaction_count() == 1);
        draft.kind = draft.kind ? gate.chart().word("cell_rnt") : draft.kind;
        rung.mend(gate, draft);
    }
    CHECK(gate.record(draft).ok());
    CHECK(gate.book.transaction_count() == 2);
}

TEST_CASE("an id given again is passed over with the same content, refused with other content") {
    Gate gate;
    TransactionDraft draft = gate.gift("inmates:i1", "inmates:i2", "1.00 BOB", "2018-05-02");
    draft.id = "r-1";
    REQUIRE(gate.record(draft).transactions == 1);
    const auto again = gate.record(draft);
    CHECK(again.ok());
    CHECK(again.transactions == 0);
    CHECK(again.already_present == 1);
    CHECK(again.ids == std::vector<std::string>{"r-1"});

    draft.description = "something else";
    CHECK(codes(gate.record(draft)) == std::vector{Code::id_taken});
    draft.id = "a,b";
    CHECK(codes(gate.record(draft)) == std::vector{Code::id_invalid});
    CHECK(gate.book.transaction_count() == 1);
}

TEST_CASE("equal entries get numbered ids that depend on nothing but content and count") {
    Gate gate;
    const auto meal = [&] { return gate.gift("inmates:i1", "shop:s", "8.00 BOB", "2018-05-02"); };
    const auto first = gate.record(meal()).ids;
    const auto second = gate.record(meal()).ids;
    REQUIRE(first.size() == 1);
    REQUIRE(parse_derived_id(first[0]));
    CHECK(second == std::vector{first[0] + "-2"});

    Gate other;
    other.record(other.gift("x:y", "z:w", "3.00 USD", "2017-05-02"));
    CHECK(other.record(other.gift("inmates:i1", "shop:s", "8.00 BOB", "2018-05-02")).ids == first);

    // Given, the derived id is the same entry; the third equal one counts on.
    TransactionDraft given = meal();
    given.id = first[0] + "-2";
    CHECK(gate.record(given).already_present == 1);
    given.id = "by-hand";
    CHECK(gate.record(given).transactions == 1);
    CHECK(gate.record(meal()).ids == std::vector{first[0] + "-4"});
}

TEST_CASE("drawn ids make every entry its own") {
    Gate gate;
    gate.options.random_ids = true;
    gate.options.recorded = parse_date("2018-05-09").operator*();
    const auto draft = gate.gift("inmates:i1", "shop:s", "8.00 BOB", "2018-05-02");
    const auto first = gate.record(draft).ids;
    const auto second = gate.record(draft).ids;
    CHECK(first != second);
    const auto kept = gate.book.find_transaction(second[0]);
    REQUIRE(kept);
    CHECK(to_string(kept->recorded()) == "2018-05-09");
}

TEST_CASE("ten thousand errors are counted and the first thousand kept") {
    Gate gate;
    std::vector<ReadEntry> entries;
    for (std::uint32_t i = 1; i <= 10'000; ++i) {
        TransactionDraft draft = gate.gift("inmates:i1", "inmates:i2", "1.00 BOB", "2018-05-02");
        draft.postings[0].amount.minor += i;
        entries.push_back(entry_of(std::move(draft), i));
    }
    const auto report = gate.record(std::move(entries));
    CHECK(report.problem_count == 10'000);
    CHECK(report.problems.size() == kept_problems);
    CHECK(report.problems.back().position.line == 1000);
    CHECK(gate.book.entry_count() == 0);
}

TEST_CASE("a transaction is reversed once, by what takes all of it back") {
    Gate gate;
    TransactionDraft draft = gate.gift("inmates:i1", "inmates:i2", "1.00 BOB", "2018-05-02");
    draft.id = "r-1";
    REQUIRE(gate.record(draft).ok());
    const auto original = gate.book.find_transaction("r-1");
    REQUIRE(original);
    const auto back = reversal_of(*original, "never happened", *parse_date("2018-06-01"), {});
    auto wrong = back;
    wrong.postings.pop_back();
    wrong.postings.pop_back();
    wrong.postings[0].amount.minor = 0;
    wrong.postings[1].amount.minor = 0;
    CHECK(codes(gate.record(wrong)) == std::vector{Code::reversal_mismatch});

    REQUIRE(gate.record(back).ok());
    CHECK(gate.book.reversed_by(original->seq()) == 2);
    CHECK_FALSE(gate.book.reversed_by(2));
    auto again = back;
    again.date = *parse_date("2018-06-02");
    CHECK(codes(gate.record(again)) == std::vector{Code::reversal_twice});
    bool any = false;
    gate.book.for_each_total([&](AccountId, CommodityId, Sum) { any = true; });
    CHECK_FALSE(any);
}

TEST_CASE("a lock refuses what is dated before it, and moves forward only") {
    Gate gate;
    REQUIRE(gate.declare(LockDeclaration{*parse_date("2018-05-01")}).declarations == 1);
    CHECK(gate.declare(LockDeclaration{*parse_date("2018-04-01")}).declarations == 0);
    const auto refused = gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-04-30"));
    REQUIRE(codes(refused) == std::vector{Code::period_locked});
    CHECK(refused.problems[0].explanation.find("locked until 2018-05-01") != std::string::npos);
    CHECK(gate.record(gate.gift("a:b", "c:d", "1.00 BOB", "2018-05-01")).ok());
}

TEST_CASE("an assignment brings an account to where it is to stand, by date") {
    Gate gate;
    gate.record(gate.gift("a:b", "c:d", "10.00 BOB", "2018-05-01"));
    gate.record(gate.gift("a:b", "c:d", "7.00 BOB", "2018-05-09"));
    TransactionDraft draft = test::draft(
        gate.chart(),
        {{"c:d:assets:cash", "1.00 BOB"}, {"c:d:assets:cash", ""}, {"c:d:income:found", ""}},
        "2018-05-05");
    draft.postings[1].elided = false;
    draft.postings[1].assigned = true;
    draft.postings[1].assertion = BalanceAssertion{.expected = amount(gate.chart(), "25.00 BOB")};
    const auto report = gate.record(draft);
    REQUIRE(report.ok());
    const auto kept = gate.book.find_transaction(report.ids[0]);
    REQUIRE(kept);
    CHECK((*kept)->postings[1].amount.minor == 14'00);
    CHECK((*kept)->postings[2].amount.minor == -15'00);
}

TEST_CASE("a user's kind is declared before its first use, also where it is only put off") {
    const auto reading = KindTable::with_file(KindTable::standard(), raffle_file, "raffle.toml");
    REQUIRE(reading.ok());
    MemoryFiles files{{{"raffle.csv",
                        "date,kind,payer,payee,amount,commodity,tag:of\n"
                        "2018-05-01,charge,inmates:i1,inmates:i2,9.00,BOB,raffle_prize\n"
                        "2018-05-02,charge,inmates:i1,inmates:i2,9.00,BOB,raffle_prize\n"
                        "2018-05-03,charge,inmates:i1,inmates:i2,9.00,BOB,cell_improvement\n"}}};
    MemoryBook book;
    auto report = book.read(files, {"raffle.csv"}, {}, reading.table);
    REQUIRE(report.problems.size() == 1);  // cell_improvement wants a cell
    CHECK(report.problems[0].position.line == 4);

    MemoryFiles right{{{"raffle.csv",
                        "date,kind,payer,payee,amount,commodity,tag:of\n"
                        "2018-05-01,charge,inmates:i1,inmates:i2,9.00,BOB,raffle_prize\n"
                        "2018-05-02,charge,inmates:i1,inmates:i2,9.00,BOB,raffle_prize\n"}}};
    report = book.read(right, {"raffle.csv"}, {}, reading.table);
    REQUIRE(report.ok());
    KindTable of_the_book = KindTable::standard();
    std::int64_t declared = 0;
    book.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        if (const auto* kind = std::get_if<KindDeclaration>(&declaration)) {
            CHECK_FALSE(of_the_book.add_definition(kind->definition));
            ++declared;
        }
        return true;
    });
    CHECK(declared == 1);
    CHECK(of_the_book.find("raffle_prize") != nullptr);
}
