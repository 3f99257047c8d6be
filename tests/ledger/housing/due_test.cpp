#include "ledger/housing/due.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("what fell due, was paid and is outstanding, by age") {
    const auto book = test::book_of(test::five_cells());
    const auto table = due(book, {});
    REQUIRE(table);
    CHECK(table->title == "Due from 2018-01-01 to 2018-05-10");
    CHECK(
        test::facts_of(*table) ==
        Lines{"inmates:i01 | sections:posta | section_dues | posta-dues | BOB | 500.00 | 300.00 | "
              "200.00 | 100.00 | 100.00 | 0.00 | 0.00",
              "inmates:i02 | sections:palmar | section_dues | palmar-dues | BOB | 200.00 | 40.00 "
              "| 160.00 | 40.00 | 40.00 | 40.00 | 40.00",
              "inmates:i03 | sections:palmar | section_dues | palmar-dues | BOB | 100.00 | 0.00 | "
              "100.00 | 20.00 | 20.00 | 20.00 | 40.00",
              "inmates:i04 | inmates:i01 | posta-02 | L01 | BOB | 2400.00 | 1260.00 | 1140.00 | "
              "480.00 | 480.00 | 180.00 | 0.00",
              "inmates:i04 | sections:posta | section_dues | posta-dues | BOB | 250.00 | 0.00 | "
              "250.00 | 50.00 | 50.00 | 50.00 | 100.00",
              "inmates:i05 | sections:palmar | palmar-03 | L03 | BOB | 180.00 | 90.00 | 90.00 | "
              "90.00 | 0.00 | 0.00 | 0.00",
              "inmates:i05 | sections:palmar | section_dues | palmar-dues | BOB | 80.00 | 0.00 | "
              "80.00 | 20.00 | 20.00 | 20.00 | 20.00",
              "inmates:i06 | sections:palmar | section_dues | palmar-dues | BOB | 60.00 | 0.00 | "
              "60.00 | 20.00 | 20.00 | 20.00 | 0.00",
              "inmates:i06 | sections:palmar | section_entry | palmar-entry | BOB | 500.00 | "
              "250.00 | 250.00 | 0.00 | 0.00 | 250.00 | 0.00"});
    const Row& total = table->rows.back();
    REQUIRE(total.role == Row::Role::total);
    CHECK(plain_text(total.cells[5]) == "4950.00");
    CHECK(plain_text(total.cells[6]) == "2620.00");
    CHECK(plain_text(total.cells[7]) == "2330.00");
}

TEST_CASE("who owes nothing is shown when asked for, and who paid ahead is owed") {
    const std::string ahead = R"(
2018-03-20 floor, paid twice  ; kind:floor_rent
    inmates:i05:expenses:rent     60.00 BOB
    inmates:i05:assets:cash      -60.00 BOB
    inmates:i02:assets:cash       60.00 BOB
    inmates:i02:income:rent      -60.00 BOB
)";
    const auto book = test::book_of(test::five_cells());
    const auto lines =
        test::facts_of(*due(book, {.scope = test::on("2018-04-30", {"palmar-01"}), .all = true}));
    CHECK(lines == Lines{"inmates:i05 | inmates:i02 | palmar-01 | L02 | BOB | 180.00 | 180.00 | "
                         "0.00 | 0.00 | 0.00 | 0.00 | 0.00"});
    const auto paid_ahead = test::book_of(test::five_cells(ahead));
    CHECK(test::facts_of(*due(paid_ahead, {.scope = test::on("2018-04-30", {"palmar-01"})})) ==
          Lines{"inmates:i05 | inmates:i02 | palmar-01 | L02 | BOB | 180.00 | 240.00 | -60.00 | "
                "0.00 | 0.00 | 0.00 | 0.00"});
}

TEST_CASE("what was charged is paid when it is settled, and a reversal takes a payment back") {
    const std::string settled = R"(
2018-05-02 dues charged  ; kind:charge, of:section_dues
    inmates:i04:expenses:dues               250.00 BOB
    inmates:i04:liabilities:payable        -250.00 BOB
    sections:posta:assets:receivable        250.00 BOB
    sections:posta:income:dues             -250.00 BOB

2018-05-03 dues settled  ; kind:settle, payer:inmates:i04, payee:sections:posta, id:settled
    inmates:i04:liabilities:payable         250.00 BOB
    inmates:i04:assets:cash                -250.00 BOB
    sections:posta:assets:cash              250.00 BOB
    sections:posta:assets:receivable       -250.00 BOB
)";
    const std::string undone = R"(
2018-05-04 undone  ; kind:settle, payer:inmates:i04, payee:sections:posta
    ; reverses:settled, reason:test
    inmates:i04:liabilities:payable        -250.00 BOB
    inmates:i04:assets:cash                 250.00 BOB
    sections:posta:assets:cash             -250.00 BOB
    sections:posta:assets:receivable        250.00 BOB
)";
    const auto outstanding = [](const std::string& more) {
        const auto book = test::book_of(test::five_cells(more));
        const auto table =
            due(book, {.scope = test::on("2018-05-10", {"posta-dues", "i04"}), .all = true});
        for (const Row& row : table->rows) {
            if (plain_text(row.cells[0]) == "inmates:i04" &&
                plain_text(row.cells[2]) == "section_dues") {
                return plain_text(row.cells[7]);
            }
        }
        return std::string{"none"};
    };
    CHECK(outstanding("") == "250.00");
    CHECK(outstanding(settled) == "0.00");
    CHECK(outstanding(settled + undone) == "250.00");
}

TEST_CASE("a begin leaves out what fell due and was paid before") {
    const auto book = test::book_of(test::five_cells());
    const auto table = due(
        book, {.scope = test::on("2018-05-10", {"posta-02"}), .begin = *parse_date("2018-04-01")});
    CHECK(test::facts_of(*table) ==
          Lines{"inmates:i04 | inmates:i01 | posta-02 | L01 | BOB | 960.00 | 0.00 | 960.00 | "
                "480.00 | 480.00 | 0.00 | 0.00"});
}

TEST_CASE("what is settled is for the charge of its product") {
    const std::string settled = R"(
2018-05-03 dues settled  ; kind:settle, payer:inmates:i06, payee:sections:palmar, product:dues
    inmates:i06:liabilities:payable          60.00 BOB
    inmates:i06:assets:cash                 -60.00 BOB
    sections:palmar:assets:cash              60.00 BOB
    sections:palmar:assets:receivable       -60.00 BOB
)";
    const auto book = test::book_of(test::five_cells(settled));
    CHECK(
        test::facts_of(*due(book, {.scope = test::on("2018-05-10", {"i06"}), .all = true})) ==
        Lines{"inmates:i06 | sections:palmar | section_dues | palmar-dues | BOB | 60.00 | 60.00 | "
              "0.00 | 0.00 | 0.00 | 0.00 | 0.00",
              "inmates:i06 | sections:palmar | section_entry | palmar-entry | BOB | 500.00 | "
              "250.00 | 250.00 | 0.00 | 0.00 | 250.00 | 0.00"});
}
