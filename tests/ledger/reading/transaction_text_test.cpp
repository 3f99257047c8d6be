#include "ledger/reading/transaction_text.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("the first line gives dates, status, code, description and comment") {
    struct Case {
        std::string line;
        std::string date;
        std::string recorded;
        Status status;
        std::string code;
        std::string description;
        std::string comment;
    };
    const std::vector<Case> cases{
        {"2018-03-01 rent", "2018-03-01", "", Status::unmarked, "", "rent", ""},
        {"2018/3/1 * rent", "2018-03-01", "", Status::cleared, "", "rent", ""},
        {"2018.03.01 ! (17) rent of Posta 12  ; late", "2018-03-01", "", Status::pending, "17",
         "rent of Posta 12", "late"},
        {"2018-03-01=2018-03-05 rent", "2018-03-01", "2018-03-05", Status::unmarked, "", "rent",
         ""},
        {"2018-03-01=03-05 rent", "2018-03-01", "2018-03-05", Status::unmarked, "", "rent", ""},
        {"2018-03-01=2018-03-05 rent ; recorded:2018-03-09", "2018-03-01", "2018-03-09",
         Status::unmarked, "", "rent", ""},
        {"2018-03-01", "2018-03-01", "", Status::unmarked, "", "", ""},
        {"2018-03-01;c", "2018-03-01", "", Status::unmarked, "", "", "c"},
        {"2018-03-01 *(7)x", "2018-03-01", "", Status::cleared, "7", "x", ""},
        {"2018-03-01 Café  con leche", "2018-03-01", "", Status::unmarked, "", "Café  con leche",
         ""},
    };
    for (const Case& one : cases) {
        INFO(one.line);
        const ReadText read = read_text(one.line + "\n  assets:a  1 BOB\n");
        REQUIRE(read.problems().empty());
        const TransactionDraft draft = read.transactions().at(0);
        CHECK(to_string(draft.date) == one.date);
        CHECK((draft.recorded ? to_string(*draft.recorded) : "") == one.recorded);
        CHECK(draft.status == one.status);
        CHECK(draft.code == one.code);
        CHECK(draft.description == one.description);
        CHECK(draft.comment == one.comment);
    }
}

TEST_CASE("a posting gives account, amount, cost and balance") {
    struct Case {
        std::string line;
        std::string read;  ///< account|amount|cost|unit|balance
    };
    const std::vector<Case> cases{
        {"assets:cash  300.00 BOB", "assets:cash|300.00 BOB|||"},
        {"assets:cash box\t300 BOB", "assets:cash box|300.00 BOB|||"},
        {"assets:cash", "assets:cash|elided|||"},
        {"assets:cash  ; nothing", "assets:cash|elided|||"},
        {"assets:cash  10 USD @ 6.96 BOB", "assets:cash|10.00 USD|69.60 BOB|6.96|"},
        {"assets:cash  -10 USD @ 6.9655 BOB", "assets:cash|-10.00 USD|-69.66 BOB|6.9655|"},
        {"assets:cash  -10 USD @ 6.9645 BOB", "assets:cash|-10.00 USD|-69.64 BOB|6.9645|"},
        {"assets:cash  -10 USD @@ 69.60 BOB", "assets:cash|-10.00 USD|-69.60 BOB||"},
        {"assets:cash  0 USD @@ 5 BOB", "assets:cash|0.00 USD|5.00 BOB||"},
        {"assets:cash  10 USD @6.96 BOB=10 USD", "assets:cash|10.00 USD|69.60 BOB|6.96|10.00 USD"},
        {"assets:cash  300 BOB = 500 BOB", "assets:cash|300.00 BOB|||500.00 BOB"},
        {"assets:cash  300 BOB == 500 BOB", "assets:cash|300.00 BOB|||total 500.00 BOB"},
        {"assets:cash  300 BOB =* 500 BOB", "assets:cash|300.00 BOB|||sub 500.00 BOB"},
        {"assets:cash  300 BOB ==*500 BOB", "assets:cash|300.00 BOB|||total sub 500.00 BOB"},
        {"assets:cash  = 500 BOB", "assets:cash|assigned|||500.00 BOB"},
        {"assets:cash  300", "assets:cash|300 |||"},
    };
    for (const Case& one : cases) {
        INFO(one.line);
        const ReadText read = read_text("2018-03-01 x\n    " + one.line + "\n");
        REQUIRE(read.problems().empty());
        const Posting posting = read.transactions().at(0).postings.at(0);
        std::string told = read.chart[posting.account].name + '|';
        told += posting.elided     ? "elided"
                : posting.assigned ? "assigned"
                                   : read.text(posting.amount);
        told += '|' + (posting.cost ? read.text(posting.cost->total) : "") + '|';
        told += posting.cost && posting.cost->unit ? to_string(*posting.cost->unit) : "";
        told += '|';
        if (posting.assertion) {
            told += posting.assertion->total ? "total " : "";
            told += posting.assertion->inclusive ? "sub " : "";
            told += read.text(posting.assertion->expected);
        }
        CHECK(told == one.read);
    }
}

TEST_CASE("comments above the first posting are the transaction's, those below a posting its own") {
    const ReadText read = read_text(
        "2018-03-01 x  ; first\n"
        "    ; second, kind:gift\n"
        "    ;\n"
        "    * assets:cash  1 BOB  ; third\n"
        "    ; fourth, shelf:2\n"
        "    ! equity:opening\n");
    REQUIRE(read.problems().empty());
    const TransactionDraft draft = read.transactions().at(0);
    CHECK(draft.comment == "first\nsecond");
    CHECK(read.chart[draft.kind] == "gift");
    CHECK(draft.postings[0].comment == "third\nfourth");
    CHECK(draft.postings[0].status == Status::cleared);
    CHECK(draft.postings[0].tags.size() == 1);
    CHECK(draft.postings[1].status == Status::pending);
    CHECK(draft.postings[1].comment.empty());
}

TEST_CASE("nothing of one transaction stays in the next") {
    const ReadText read = read_text(
        "2018-03-01=2018-03-02 * (1) x  ; a comment\n"
        "    ; kind:gift, payer:a, cell:c, quantity:1, standing:assumed, low:1, high:2, id:i\n"
        "    ; nonobserved:yes, reverses:r, source:S, free:1\n"
        "    assets:cash  1 BOB\n"
        "2018-03-04\n"
        "    assets:cash  2 BOB\n");
    REQUIRE(read.transactions().size() == 2);
    TransactionDraft plain;
    plain.date = *parse_date("2018-03-04");
    plain.postings = read.transactions()[1].postings;
    CHECK(read.transactions()[1] == plain);
    CHECK(plain.postings.size() == 1);
}

TEST_CASE("an entry says where it began and on which lines its postings stand") {
    const ReadText read = read_text("\n; x\n2018-03-01 rent\n  ; note\n  assets:a  1 BOB\n\n");
    const ReadEntry& entry = read.sink.entries.at(0);
    CHECK(entry.position == Position{"test.journal", 3, 1});
    CHECK(entry.excerpt == "2018-03-01 rent");
    CHECK(entry.posting_lines == std::vector<std::uint32_t>{5});
}

TEST_CASE("what a transaction cannot be is refused where it stands") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"2018-13-01 x", "date_invalid 1:1"},
        {"2018-03-01=2018-3 x", "date_invalid 1:12"},
        {"03-01 x", "date_invalid 1:1"},
        {"2018-03-01 (17 x", "posting_invalid 1:12"},
        {"2018-03-01 x\n    cash  1 BOB", "account_without_class 2:5"},
        {"2018-03-01 x\n    assets::cash  1 BOB", "account_name_invalid 2:5"},
        {"2018-03-01 x\n    assets:cash ; note", "account_name_invalid 2:5"},
        {"2018-03-01 x\n    (assets:cash)  1 BOB", "syntax_unsupported 2:5"},
        {"2018-03-01 x\n    [assets:cash]  1 BOB", "syntax_unsupported 2:5"},
        {"2018-03-01 x\n    * ", "posting_invalid 2:7"},
        {"2018-03-01 x\n    assets:cash  1 USD {6.96 BOB}", "syntax_unsupported 2:24"},
        {"2018-03-01 x\n    assets:cash  1 USD [2018-01-01]", "syntax_unsupported 2:24"},
        {"2018-03-01 x\n    assets:cash  1 USD (lot)", "syntax_unsupported 2:24"},
        {"2018-03-01 x\n    assets:cash  1 USD @ -6.96 BOB", "cost_negative 2:26"},
        {"2018-03-01 x\n    assets:cash  1 USD @@ -6.96 BOB", "cost_negative 2:27"},
        {"2018-03-01 x\n    assets:cash  1 USD @ 2 USD", "posting_invalid 2:26"},
        {"2018-03-01 x\n    assets:cash  1 USD @", "amount_invalid 2:25"},
        {"2018-03-01 x\n    assets:cash  1 USD (@) 6.96 BOB", "syntax_unsupported 2:24"},
        {"2018-03-01 x\n    assets:cash  90000000000000000 USD @ 1000 BOB", "amount_overflow 2:42"},
        {"2018-03-01 x\n    assets:cash  1 USD = 2 USD @ 6 BOB", "syntax_unsupported 2:32"},
        {"2018-03-01 x\n    assets:cash  1 BOB and more", "posting_invalid 2:24"},
        {"2018-03-01 x\n    assets:cash  BOB", "amount_invalid 2:21"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(read_text(one.text + "\n    assets:a  1 BOB\n").problems() ==
              std::vector{one.problem});
    }
}
