/// A book with what other programs take otherwise, and how a writer writes it.
#pragma once

#include <string>
#include <vector>

#include "ledger/query/query.hpp"
#include "ledger/writing/export_selection.hpp"
#include "tests/ledger/journal_fixture.hpp"

namespace cellbook::test {

/// Two parties, a purchase of dollars at a unit price, assertions of all kinds, a name with a
/// blank, tags with a meaning of their own elsewhere, a date in brackets.
inline MemoryBook odd_book() {
    return book_of(
        "commodity 1000.00 BOB\n"
        "commodity 1000 cigarettes\n"
        "commodity 1000.00 USD\n"
        "; party: inmates:i1  sector:households\n"
        "account inmates:i1:assets:bank 2\n"
        "    ; opened:2018-01-01\n"
        "P 2018-03-01 USD 6.96 BOB\n"
        "\n"
        "2018-03-02 * (7) dollars \"cheap\"  ; id:x1, payee:inmates:i2, note:\"a, b\"\n"
        "    ; see [2018-01-01]\n"
        "    inmates:i1:assets:cash      10.00 USD @ 6.955 BOB\n"
        "    inmates:i1:assets:bank 2   -69.55 BOB\n"
        "\n"
        "2018-04-02 soap  ; id:x2\n"
        "    ! inmates:i1:expenses:food_in_kind   3 cigarettes  ; value:late\n"
        "    inmates:i1:assets:Box               -3 cigarettes = -3 cigarettes\n"
        "    inmates:i1:assets:bank 2   0.00 BOB ==* -69.55 BOB\n");
}

struct Export {
    std::string text;
    ExportResult result;
};

/// What a writer writes of the odd book: all of it, or what the terms match.
inline Export exported(ExportResult (*write)(const EntrySource&, const ExportOptions&,
                                             const WriteText&),
                       const std::vector<std::string>& terms = {}) {
    const MemoryBook book = odd_book();
    const auto query = Query::parse(terms, *parse_date("2018-06-01"));
    REQUIRE(query);
    Export done;
    done.result = write(book, {.query = terms.empty() ? nullptr : &*query},
                        [&](std::string_view text) { done.text += text; });
    return done;
}

}  // namespace cellbook::test
