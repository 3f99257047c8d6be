#include <catch2/catch.hpp>

#include "ledger/book/book.hpp"
#include "ledger/kinds/event.hpp"
#include "tests/ledger/book/gate_fixture.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Code = DiagnosticCode;

struct BatchCase {
    const char* name;
    std::string first;
    std::string second;
    std::string second_name;
    std::string batch;  ///< --batch of the second import
    std::vector<Code> complaints;
    std::int64_t added = 0;
    std::int64_t present = 0;
};

}  // namespace

TEST_CASE("importing a batch again adds only what is new") {
    const std::string meal = found("2018-01-01", "8.00", "meal");
    const std::string tea = found("2018-01-02", "2.00", "tea");
    const std::string given = found("2018-01-03", "3.00", "given", "id:r-1");
    const std::vector<BatchCase> cases{
        {"the same file", meal + tea, meal + tea, "a", "", {}, 0, 2},
        {"a longer version", meal, meal + tea, "a", "", {}, 1, 1},
        {"a row put in between", meal + given, meal + tea + given, "a", "", {}, 1, 2},
        {"another equal meal", meal, meal + meal, "a", "", {}, 1, 1},
        {"a row missing", meal + tea, meal, "a", "", {Code::batch_rows_missing}, 0, 0},
        {"two rows missing",
         meal + tea + meal,
         tea,
         "a",
         "",
         {Code::batch_rows_missing, Code::batch_rows_missing},
         0,
         0},
        {"a row changed",
         meal + tea,
         meal + found("2018-01-02", "2.50", "tea"),
         "a",
         "",
         {Code::batch_rows_missing},
         0,
         0},
        {"the same bytes under another name", meal, meal, "b", "", {Code::batch_bytes_known}, 0, 0},
        {"said to be new", meal, meal, "b", "market", {}, 1, 0},
        {"said to be new, under its own name", meal, meal, "a", "market", {}, 1, 0},
        {"an equal row in another file", meal, meal + tea, "b", "", {}, 2, 0},
        {"a given id in another file", given, tea + given, "b", "", {}, 1, 1},
        {"a given id with other content",
         given,
         found("2018-01-03", "4.00", "given", "id:r-1"),
         "b",
         "",
         {Code::id_taken},
         0,
         0},
    };
    for (const BatchCase& tried : cases) {
        INFO(tried.name);
        TemporaryBook book;
        book.must_import("a", tried.first);
        const Hash before = book->digest();
        const auto count = book->transaction_count();
        const auto report = book.import(tried.second_name, tried.second, {.batch = tried.batch});
        CHECK(codes(report) == tried.complaints);
        if (report.ok()) {
            CHECK(report.transactions == tried.added);
            CHECK(report.already_present == tried.present);
            CHECK(book->transaction_count() == count + tried.added);
        } else {
            CHECK(book->digest() == before);
        }
        CHECK(book->check().empty());
    }
}

TEST_CASE("a row missing from a new version is named, with where it came from") {
    TemporaryBook book;
    book.must_import("a", "\n" + found("2018-01-01", "8.00", "meal") + found("2018-01-02", "1.00"));
    const auto report = book.import("a", found("2018-01-02", "1.00"));
    REQUIRE(codes(report) == std::vector{Code::batch_rows_missing});
    CHECK(report.problems[0].position.file == "a");
    CHECK(report.problems[0].position.line == 2);
    CHECK(report.problems[0].explanation.find("of 2018-01-01 \"meal\"") != std::string::npos);
}

TEST_CASE("a row that was reversed may leave the next version of its file") {
    TemporaryBook book;
    book.must_import("a",
                     found("2018-01-01", "8.00", "meal", "id:m") + found("2018-01-02", "1.00"));
    const Date day = *parse_date("2018-02-01");
    REQUIRE(book->reverse("m", "was 9.00", day, day).ok());
    const auto report =
        book.import("a", found("2018-01-01", "9.00", "meal") + found("2018-01-02", "1.00"));
    CHECK(report.ok());
    CHECK(report.transactions == 1);
    CHECK(book->check().empty());
}

TEST_CASE("an import is all or nothing, also over several files") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    const Hash before = book->digest();
    MemoryFiles files{{{"b", found("2018-01-02", "1.00", "new") + "2018-01-02 off\n    x:assets  1 "
                                                                  "BOB\n    x:income  1 BOB\n"},
                       {"c", found("2018-01-03", "1.00")}}};
    const auto report = book->import(files, {"b", "c"}, {}, KindTable::standard());
    CHECK(report.problem_count == 1);
    CHECK(book->digest() == before);
    CHECK_FALSE(book->chart().find_account("x:assets"));
    CHECK(book->check().empty());
    // What was refused may come in once it is mended.
    CHECK(book.import("b", found("2018-01-02", "1.00", "new")).transactions == 1);
}

TEST_CASE("an import that is asked to stop leaves the book as it was") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    const Hash before = book->digest();
    std::string text;
    for (int i = 0; i < 5000; ++i) text += found("2018-01-02", std::to_string(i + 1) + ".00");
    MemoryFiles files{{{"b", text}}};
    int calls = 0;
    const auto report = book->import(files, {"b"}, {}, KindTable::standard(),
                                     [&](std::int64_t, std::int64_t) { return ++calls < 2; });
    CHECK(report.cancelled);
    CHECK_FALSE(report.ok());
    CHECK(calls >= 2);
    CHECK(book->digest() == before);
    CHECK(book->check().empty());
}

TEST_CASE("the log of imports says where an entry came from") {
    TemporaryBook book;
    const auto report = book.import(
        "a.journal", "; comment\n" + found("2018-01-01", "1.00") + found("2018-01-02", "2.00"),
        {.imported_at = "2018-03-01T10:00:00Z"});
    REQUIRE(report.ok());
    const Provenance second = book->provenance(2);
    CHECK(second.file == "a.journal");
    CHECK(second.line == 6);
    CHECK(second.imported_at == "2018-03-01T10:00:00Z");
    CHECK(book->provenance(77).file.empty());
}

TEST_CASE("a book reverses by id, once, and retires what it asserted") {
    TemporaryBook book;
    book.must_import("a",
                     "2018-01-01 counted  ; id:c\n    assets:cash  5 BOB = 5 BOB\n"
                     "    income:found\n");
    const Date day = *parse_date("2018-02-01");
    CHECK(codes(book->reverse("nothing", "x", day, day)) == std::vector{Code::reversal_unknown});
    const auto reversed = book->reverse("c", "counted wrongly", day, day);
    REQUIRE(reversed.ok());
    REQUIRE(reversed.ids.size() == 1);
    CHECK(codes(book->reverse("c", "again", day, day)) == std::vector{Code::reversal_twice});
    CHECK(codes(book->reverse(reversed.ids[0], "back", day, day)) ==
          std::vector{Code::reversal_of_reversal});
    CHECK(book->reversed_by(1) == 2);
    CHECK(book.import("b", found("2017-12-31", "1.00")).ok());
    CHECK(book->check().empty());
}

TEST_CASE("a lock is kept across connections") {
    TemporaryBook book;
    REQUIRE(book->lock(*parse_date("2018-06-01")).declarations == 1);
    CHECK(book->lock(*parse_date("2018-06-01")).declarations == 0);
    auto other = Book::open(book.path(), {.writable = true});
    REQUIRE(other);
    MemoryFiles files{{{"a", found("2018-05-31", "1.00")}}};
    CHECK(codes(other->import(files, {"a"}, {}, KindTable::standard())) ==
          std::vector{Code::period_locked});
    CHECK(book->check().empty());
}

TEST_CASE("events are recorded one by one and in batches, all or nothing") {
    TemporaryBook book;
    Event dues{.date = *parse_date("2018-01-01"), .kind = "section_dues"};
    dues.payer = "inmates:i1";
    dues.payee = "sections:posta";
    dues.amount = parse_decimal("10").operator*();
    dues.commodity = "BOB";
    const auto first = book->record_event(dues);
    REQUIRE(first);
    const auto second = book->record_event(dues);
    REQUIRE(second);
    CHECK(*first != *second);
    const auto kept = book->find_transaction(*second);
    REQUIRE(kept);
    CHECK((*kept)->flow.amount->minor == 10'00);

    Event wrong = dues;
    wrong.kind = "section_due";
    CHECK(book->record_events({dues, wrong}).error().code == Code::kind_unknown);
    CHECK(book->transaction_count() == 2);
    const auto many = book->record_events(std::vector<Event>(50, dues));
    REQUIRE(many);
    CHECK(many->size() == 50);
    CHECK(book->transaction_count() == 52);
    CHECK(book->check().empty());
}

TEST_CASE("names recorded by one connection are known to another that was open all the while") {
    TemporaryBook book;
    auto reader = Book::open(book.path());
    auto writer = Book::open(book.path(), {.writable = true});
    REQUIRE(reader);
    REQUIRE(writer);
    book.must_import("a", found("2018-01-01", "1.00"));
    MemoryFiles files{{{"b",
                        "2018-01-02 x\n    new:party:assets:cash  1 USD\n    new:party:income"
                        "\n"}}};
    REQUIRE(writer->import(files, {"b"}, {}, KindTable::standard()).ok());
    book.must_import("c", found("2018-01-03", "1.00"));
    std::size_t seen = 0;
    reader->for_each_transaction({}, [&](const Transaction&) { return ++seen > 0; });
    CHECK(seen == 3);
    CHECK(reader->chart().find_account("new:party:assets:cash"));
    CHECK(reader->check().empty());
}
