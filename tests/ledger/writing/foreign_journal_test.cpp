#include "ledger/writing/foreign_journal.hpp"

#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

namespace {

ExportResult write_plain(const EntrySource& source, const ExportOptions& options,
                         const WriteText& write) {
    return write_foreign_journal(source, options,
                                 {.dialect = JournalStyle::Dialect::hledger,
                                  .account_tags = [](const Account&) { return std::string{}; }},
                                 write);
}

}  // namespace

TEST_CASE("a part of a book keeps what is declared and leaves out what is claimed of the whole") {
    const auto done = test::exported(write_plain, {"date:2018-04"});
    CHECK(done.text.find("P 2018-03-01 USD 6.96 BOB\n") != std::string::npos);
    CHECK(done.text.find("account inmates:i1:assets:cash\n") != std::string::npos);
    CHECK(done.text.find("2018-03-02") == std::string::npos);
    CHECK(
        done.text.ends_with("    inmates:i1:assets:Box                 -3 cigarettes\n"
                            "    inmates:i1:assets:bank 2            0.00 BOB\n"));
    REQUIRE(done.result.notes.size() == 2);
    CHECK(done.result.notes[1] ==
          "2 balance assertions left out: a part of a book does not stand at them");
}

TEST_CASE("transactions stand by date, whatever their order in the book") {
    const MemoryBook book = test::book_of(
        "2018-02-02 later\n    assets:x  1\n    income:y  -1\n"
        "2018-02-01 before\n    assets:x  1\n    income:y  -1\n");
    std::string text;
    write_plain(book, {}, [&](std::string_view part) { text += part; });
    CHECK(text.find("before") < text.find("later"));
}
