#include "ledger/writing/ledger_writer.hpp"

#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

TEST_CASE("ledger is given tags as metadata, each on a line of its own") {
    const auto done = test::exported(write_ledger);
    CHECK(done.text.ends_with(
        "account inmates:i1:assets:Box\n"
        "account inmates:i1:assets:bank 2\n"
        "    ; opened: 2018-01-01\n"
        "account inmates:i1:assets:cash\n"
        "account inmates:i1:expenses:food_in_kind\n"
        "\n"
        "2018-03-02 * (7) dollars \"cheap\"\n"
        "    ; cellbook-payee: inmates:i2\n"
        "    ; note: \"a, b\"\n"
        "    ; id: x1\n"
        "    ; see (2018-01-01)\n"
        "    inmates:i1:assets:cash     10.00 USD @@ 69.55 BOB  ; unit_cost: 6.955\n"
        "    inmates:i1:assets:bank 2  -69.55 BOB\n"
        "\n"
        "2018-04-02 soap\n"
        "    ; id: x2\n"
        "    ! inmates:i1:expenses:food_in_kind     3 cigarettes  ; cellbook-value: late\n"
        "    inmates:i1:assets:Box                 -3 cigarettes = -3 cigarettes\n"
        "    inmates:i1:assets:bank 2            0.00 BOB  ; assert: ==* -69.55 BOB\n"));
    CHECK(done.result.notes.size() == 3);
    CHECK(done.result.notes[1] ==
          "1 balance assertion of totals or with sub-accounts: metadata to ledger");
}
