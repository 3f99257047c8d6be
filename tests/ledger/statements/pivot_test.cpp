#include "ledger/statements/pivot.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const std::string rent = R"(
; party: inmates:i1  sector:households
; party: inmates:i2  sector:households
2018-01-01 rent
    ; kind:cell_rent, payer:inmates:i1, payee:inmates:i2, cell:posta-12
    ; source:S1, standing:assumed, note:whole, month:January
    inmates:i1:expenses:rent    5 B  ; note:own
    inmates:i1:assets:cash     -5 B
    inmates:i2:assets:cash      5 B
    inmates:i2:income:rent     -5 B
)";

std::string name(const std::string& what, std::size_t posting) {
    const auto book = test::book_of(rent);
    std::string found;
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        found = Pivot{what}.name_of(transaction, transaction->postings[posting], book.chart());
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("a line is named by what the pivot asks of its postings") {
    struct Case {
        const char* what;
        std::size_t posting;
        const char* name;
    };
    const Case cases[]{
        {"party", 0, "inmates:i1"}, {"party", 2, "inmates:i2"}, {"sector", 0, "households"},
        {"with", 0, "inmates:i2"},  {"kind", 0, "cell_rent"},   {"payer", 3, "inmates:i1"},
        {"payee", 0, "inmates:i2"}, {"cell", 0, "posta-12"},    {"product", 0, "(no product)"},
        {"source", 1, "S1"},        {"standing", 1, "assumed"}, {"month", 1, "January"},
        {"note", 0, "own"},         {"note", 1, "whole"},       {"other", 1, "(no other)"},
    };
    for (const auto& [what, posting, expected] : cases) {
        INFO(what << ' ' << posting);
        CHECK(name(what, posting) == expected);
    }
}

TEST_CASE("a posting whose other side nobody knows is unallocated") {
    const auto book = test::book_of("2018-01-01 a\n  assets:x  5 B\n  income:y\n");
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        const auto& posting = transaction->postings[0];
        CHECK(Pivot{"with"}.name_of(transaction, posting, book.chart()) == "unallocated");
        CHECK(Pivot{"party"}.name_of(transaction, posting, book.chart()) == "(no party)");
        return true;
    });
}

TEST_CASE("party and sector are of accounts, so that kept balances can answer") {
    CHECK(Pivot{"party"}.is_of_accounts());
    CHECK(Pivot{"sector"}.is_of_accounts());
    CHECK_FALSE(Pivot{"kind"}.is_of_accounts());
}
