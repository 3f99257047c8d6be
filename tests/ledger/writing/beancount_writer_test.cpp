#include "ledger/writing/beancount_writer.hpp"

#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

TEST_CASE("beancount is given its own names, with ours in metadata") {
    CHECK(test::exported(write_beancount).text == R"(option "title" "cellbook"
option "operating_currency" "BOB"
option "inferred_tolerance_default" "*:0.000001"

2018-03-02 commodity BOB
  cellbook-symbol: "BOB"
  scale: "2"
2018-03-02 commodity CIGARETTES
  cellbook-symbol: "cigarettes"
  scale: "0"
2018-03-02 commodity USD
  cellbook-symbol: "USD"
  scale: "2"
2018-04-02 open Assets:Inmates:I1:Assets:Box-
  cellbook-account: "inmates:i1:assets:Box"
2018-01-01 open Assets:Inmates:I1:Assets:Bank-0x20-2
  cellbook-account: "inmates:i1:assets:bank 2"
2018-03-02 open Assets:Inmates:I1:Assets:Cash
  cellbook-account: "inmates:i1:assets:cash"
2018-04-02 open Expenses:Inmates:I1:Expenses:FoodInKind
  cellbook-account: "inmates:i1:expenses:food_in_kind"
2018-03-02 custom "cellbook" "; party: inmates:i1  sector:households"
2018-03-01 price USD 6.96 BOB

2018-03-02 * "dollars \"cheap\""
  code: "7"
  id: "x1"
  payee: "inmates:i2"
  comment: "see [2018-01-01]"
  note: "a, b"
  Assets:Inmates:I1:Assets:Cash  10.00 USD @@ 69.55 BOB
    unit_cost: "6.955"
  Assets:Inmates:I1:Assets:Bank-0x20-2  -69.55 BOB

2018-04-02 * "soap"
  status: "unmarked"
  id: "x2"
  ! Expenses:Inmates:I1:Expenses:FoodInKind  3 CIGARETTES
    value: "late"
  Assets:Inmates:I1:Assets:Box-  -3 CIGARETTES
    assert: "= -3 cigarettes"
  Assets:Inmates:I1:Assets:Bank-0x20-2  0.00 BOB
    assert: "==* -69.55 BOB"

2018-04-03 balance Assets:Inmates:I1:Assets:Box-  -3 CIGARETTES
)");
}

TEST_CASE("what beancount cannot carry as it is is said with how often") {
    CHECK(test::exported(write_beancount).result.notes ==
          std::vector<std::string>{
              "4 accounts renamed as beancount wants them: their names are the metadata "
              "cellbook-account",
              "1 commodity renamed: their symbols are the metadata cellbook-symbol",
              "1 unmarked transaction complete (*) to beancount: the metadata status says so",
              "1 balance assertion in metadata: not of one commodity, one account and the end of "
              "a day"});
}

TEST_CASE("an assertion amid a day or of an account with others below is metadata alone") {
    const MemoryBook book = test::book_of(
        "2018-01-01 x\n    assets:cash  1 = 1\n    income:y  -1\n"
        "2018-01-01 x\n    assets:cash  1\n    income:y  -1\n"
        "2018-01-02 x\n    assets:box  1 = 1\n    income:y  -1\n"
        "2018-01-03 x\n    assets:box:lid  1 = 1\n    income:y  -1\n"
        "2018-01-04 x\n    assets:cash  1 = 3\n    income:y  -1\n");
    std::string text;
    const auto result = write_beancount(book, {}, [&](std::string_view part) { text += part; });
    CHECK(text.find("2018-01-02 balance") == std::string::npos);
    CHECK(text.find("balance Assets:Box  ") == std::string::npos);
    CHECK(text.find("2018-01-04 balance Assets:Box:Lid  1 ") != std::string::npos);
    CHECK(text.find("2018-01-05 balance Assets:Cash  3 ") != std::string::npos);
    CHECK(result.notes.back().starts_with("2 balance assertions in metadata"));
}
