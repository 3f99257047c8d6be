#include "ledger/writing/hledger_writer.hpp"

#include "ledger/statements/account_role.hpp"
#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

TEST_CASE("hledger is told every account's type, all assertions and costs as totals") {
    CHECK(test::exported(write_hledger).text ==
          "decimal-mark .\n"
          "commodity 1000.00 BOB\n"
          "commodity 1000. cigarettes\n"
          "commodity 1000.00 USD\n"
          "; party: inmates:i1  sector:households\n"
          "P 2018-03-01 USD 6.96 BOB\n"
          "account inmates:i1:assets:Box  ; type:A\n"
          "account inmates:i1:assets:bank 2  ; type:A\n"
          "    ; opened:2018-01-01\n"
          "account inmates:i1:assets:cash  ; type:C\n"
          "account inmates:i1:expenses:food_in_kind  ; type:X\n"
          "\n"
          "2018-03-02 * (7) dollars \"cheap\"\n"
          "    ; cellbook-payee:inmates:i2\n"
          "    ; note:\"a, b\"\n"
          "    ; id:x1\n"
          "    ; see (2018-01-01)\n"
          "    inmates:i1:assets:cash     10.00 USD @@ 69.55 BOB  ; unit_cost:6.955\n"
          "    inmates:i1:assets:bank 2  -69.55 BOB\n"
          "\n"
          "2018-04-02 soap\n"
          "    ; id:x2\n"
          "    ! inmates:i1:expenses:food_in_kind     3 cigarettes  ; cellbook-value:late\n"
          "    inmates:i1:assets:Box                 -3 cigarettes = -3 cigarettes\n"
          "    inmates:i1:assets:bank 2            0.00 BOB ==* -69.55 BOB\n");
}

TEST_CASE("what hledger reads otherwise is said with how often") {
    CHECK(test::exported(write_hledger).result.notes ==
          std::vector<std::string>{
              "1 declaration of parties, sources, kinds, conventions and locks: comments to other "
              "programs",
              "1 tag with a comma in the value, which ends there for hledger",
              "1 date in brackets in comments: in parentheses, since brackets mean a posting's "
              "date"});
}

TEST_CASE("an account is cash to hledger where it is to the cash flow statement") {
    std::string text = "2018-01-01 x\n    equity:opening  0\n";
    for (const auto* name :
         {"cash", "Cash:box", "cashews", "BANK", "bank 2", "bank:two", "cells", "loans:cash"}) {
        text += "    assets:" + std::string{name} + "  0\n";
    }
    const MemoryBook book = test::book_of(text);
    std::string written;
    write_hledger(book, {}, [&](std::string_view part) { written += part; });
    const Chart& chart = book.chart();
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        const Account& account = chart[AccountId{i}];
        INFO(account.name);
        const bool cash = account_role(account) == AccountRole::cash;
        const bool typed_cash =
            written.find("account " + account.name + "  ; type:C\n") != std::string::npos;
        CHECK(typed_cash == cash);
    }
}
