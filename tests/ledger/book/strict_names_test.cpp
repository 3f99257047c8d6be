#include "ledger/book/strict_names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ledger/book/gate_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::vector<std::string> complaints(const ImportReport& report) {
    std::vector<std::string> found;
    for (const Diagnostic& problem : report.problems) {
        CHECK(problem.code == DiagnosticCode::not_declared);
        found.push_back(problem.explanation);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("the option --strict complains of every undeclared name once") {
    Gate gate;
    gate.options.strict = true;
    std::vector<ReadEntry> entries;
    for (int i = 0; i < 3; ++i) {
        entries.push_back(
            entry_of(draft(gate.chart(), {{"inmates:i1:assets:cash", "1.00 BOB"},
                                          {"inmates:i1:income:found", "-1.00 BOB"}})));
    }
    CHECK(complaints(gate.record(std::move(entries))) ==
          std::vector<std::string>{"account `inmates:i1:assets:cash` is not declared",
                                   "account `inmates:i1:income:found` is not declared",
                                   "commodity `BOB` is not declared",
                                   "party `inmates:i1` is not declared"});
}

TEST_CASE("payees and tags are looked at where the book declares some") {
    Gate gate;
    gate.options.strict = true;
    Chart& chart = gate.chart();
    const auto entry = [&] {
        TransactionDraft given =
            draft(gate.chart(), {{"assets:cash", "1.00 BOB"}, {"income:found", "-1.00 BOB"}});
        given.description = "Market | two kilos";
        given.tags = {{gate.chart().word("trip"), "x"}};
        return given;
    };
    std::vector<ReadEntry> names;
    names.push_back(entry_of(Declaration{CommodityDeclaration{chart.commodity("BOB"), 2, {}}}));
    for (const auto* name : {"assets:cash", "income:found"}) {
        names.push_back(entry_of(Declaration{AccountDeclaration{*chart.account(name)}}));
    }
    REQUIRE(gate.record(std::move(names)).ok());
    REQUIRE(gate.record(entry()).ok());

    using What = NameDeclaration::What;
    REQUIRE(gate.declare(NameDeclaration{What::payee, gate.chart().word("Shop")}).ok());
    REQUIRE(gate.declare(NameDeclaration{What::tag, gate.chart().word("walk")}).ok());
    CHECK(complaints(gate.record(entry())) ==
          std::vector<std::string>{"payee `Market` is not declared", "tag `trip` is not declared"});
    REQUIRE(gate.declare(NameDeclaration{What::payee, gate.chart().word("Market")}).ok());
    REQUIRE(gate.declare(NameDeclaration{What::tag, gate.chart().word("trip")}).ok());
    CHECK(gate.record(entry()).ok());
}
