#include <algorithm>

#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

const char* const year =
    "2018-03-01 dues\n"
    "    inmates:i1:expenses:dues      20.00 BOB\n"
    "    inmates:i1:assets:cash       -20.00 BOB\n"
    "    sections:posta:assets:cash    20.00 BOB\n"
    "    sections:posta:income:dues   -20.00 BOB\n";

}  // namespace

TEST_CASE("close prints an entry a party as journal text, dated the last day of the period") {
    const Town town;
    town.write("year.journal", year);
    CHECK(town.print({"close", "-f", "@year.journal", "-p", "2018"}) ==
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    inmates:i1:expenses:dues             -20.00 BOB\n"
          "    inmates:i1:equity:retained earnings   20.00 BOB\n"
          "\n"
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    sections:posta:income:dues                20.00 BOB\n"
          "    sections:posta:equity:retained earnings  -20.00 BOB\n");
    CHECK(town.print({"close", "-f", "@year.journal", "-p", "2017"}).empty());
    CHECK(town.print({"close", "-f", "@year.journal", "party:posta"}).starts_with("2018-03-01"));

    town.print({"close", "-f", "@year.journal", "-o", "@closing.journal"});
    town.print({"check", "-f", "@year.journal", "-f", "@closing.journal"});
    CHECK(town.print({"bal", "-f", "@year.journal", "-f", "@closing.journal", "-N", "income",
                      "expenses"})
              .empty());
}

TEST_CASE("close --record records the entries, and what is closed stays closed") {
    const Town town;
    town.write("year.journal", year);
    town.print({"init", "@town.book"});
    town.print({"import", "-f", "@town.book", "@year.journal"});
    const std::string ids = town.print({"close", "-f", "@town.book", "-p", "2018", "--record"});
    CHECK(std::ranges::count(ids, '\n') == 2);
    CHECK(town.print({"close", "-f", "@town.book", "-p", "2018"}).empty());
    town.print({"check", "-f", "@town.book"});
    CHECK(town.print({"print", "-f", "@town.book", "kind:closing", "posta"})
              .find("equity:retained earnings") != std::string::npos);

    town.print({"lock", "-f", "@town.book", "--until", "2019-01-01"});
    CHECK(town.print({"close", "-f", "@town.book", "-p", "2018", "--record"}).empty());
    CHECK(town.run({"close", "-f", "@year.journal", "--record"}).code == 1);
    town.write("empty.journal", "");
    CHECK(town.run({"close", "-f", "@empty.journal"}).code == 2);
}
