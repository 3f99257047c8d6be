#include "ledger/writing/journal_writer.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/memory_book.hpp"

using namespace cellbook;

namespace {

std::string written(const std::string& text, const JournalStyle& style = {}) {
    MemoryFiles files{{{"t.journal", text}}};
    MemoryBook book;
    const ImportReport report = book.read(files, {"t.journal"}, {}, KindTable::standard());
    for (const Diagnostic& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    std::string out;
    write_journal(book, style, [&](std::string_view part) { out += part; });
    return out;
}

}  // namespace

TEST_CASE("an export spells everything out, in sequence") {
    CHECK(written("; party: inmates:i1  sector:households\n"
                  "commodity 1.000,00 EUR\n"
                  "2018-03-02=2018-03-04 ! (7) lunch; with a friend\n"
                  "    ; kind:gift, payer:inmates:i1, payee:inmates:i2, quantity:2\n"
                  "    ; source:S1, standing:assumed, low:2.5, note:\"x, y\", id:x0\n"
                  "    inmates:i1:expenses:gifts    3 EUR\n"
                  "    ; for two\n"
                  "    * inmates:i1:assets:cash\n"
                  "    inmates:i2:assets:cash    3 EUR = 3 EUR\n"
                  "    inmates:i2:income:gifts\n"
                  "\n"
                  "2018-03-01 dollars  ; id:x1\n"
                  "    assets:cash    10 USD @ 0,875 EUR\n"
                  "    assets:cash   -8,75 EUR =* -8,75 EUR\n"
                  "P 2018-03-01 USD 0,875 EUR  ; source:S1\n",
                  {.ids = true, .declarations = true}) ==
          "; decimal-mark: .\n"
          "; scale: USD 2\n"
          "\n"
          "; party: inmates:i1  sector:households\n"
          "commodity 1000.00 EUR  ; style:\"1.000,00 EUR\"\n"
          "\n"
          "2018-03-02 ! (7) lunch\n"
          "    ; kind:gift, payer:inmates:i1, payee:inmates:i2, quantity:2\n"
          "    ; standing:assumed, low:2.5, source:S1\n"
          "    ; note:\"x, y\"\n"
          "    ; id:x0, recorded:2018-03-04\n"
          "    ; with a friend\n"
          "    inmates:i1:expenses:gifts   3.00 EUR\n"
          "    ; for two\n"
          "    * inmates:i1:assets:cash   -3.00 EUR\n"
          "    inmates:i2:assets:cash      3.00 EUR = 3.00 EUR\n"
          "    inmates:i2:income:gifts    -3.00 EUR\n"
          "\n"
          "2018-03-01 dollars\n"
          "    ; id:x1\n"
          "    assets:cash  10.00 USD @ 0.875 EUR\n"
          "    assets:cash  -8.75 EUR  ; assert:=* -8.75 EUR\n"
          "\n"
          "P 2018-03-01 USD 0.875 EUR  ; source:S1\n");
}

TEST_CASE("ids and declarations are left out where the style says so") {
    const std::string text =
        "; source: S1  x\n2018-03-01 x  ; id:x1, recorded:2018-03-02\n    assets:a  1 BOB\n    "
        "assets:b\n";
    CHECK(written(text, {.ids = false, .declarations = false}) ==
          "; decimal-mark: .\n; scale: BOB 2\n\n2018-03-01 x\n    assets:a   1.00 BOB\n"
          "    assets:b  -1.00 BOB\n");
}
