#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("import brings journal and events files into a book, once") {
    const Town town;
    town.print({"init", "@town.book"});
    CHECK(town.print({"import", "-f", "@town.book", "@week.journal", "@events.csv"})
              .starts_with("imported 5 transactions and "));
    CHECK(town.print({"bal", "-f", "@town.book", "posta:income", "-N"}) ==
          "-40.00 BOB  sections:posta:income:dues\n");
    CHECK(town.print({"import", "-f", "@town.book", "@week.journal"}) ==
          "imported 0 transactions and 0 declarations; 3 were there already\n");
    CHECK(town.print({"check", "-f", "@town.book"}).empty());
}

TEST_CASE("a dry run says what would happen and changes nothing") {
    const Town town;
    town.print({"init", "@town.book"});
    const std::string before = town.read("town.book");
    CHECK(town.print({"import", "-f", "@town.book", "--dry-run", "@week.journal"})
              .starts_with("would import 3 transactions"));
    CHECK(town.read("town.book") == before);
}

TEST_CASE("an import is all or nothing") {
    const Town town;
    town.print({"init", "@town.book"});
    const std::string before = town.print({"stats", "-f", "@town.book"});
    town.write("bad.journal", "2018-03-01 a\n  assets:cash  1.00 BOB\n  income:x  -2.00 BOB\n");
    const auto outcome = town.run({"import", "-f", "@town.book", "@week.journal", "@bad.journal"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("bad.journal:1:") != std::string::npos);
    CHECK(town.print({"stats", "-f", "@town.book"}) == before);
}

TEST_CASE("import wants a book and files") {
    const Town town;
    CHECK(town.run({"import", "-f", "@town.book"}).code == 2);
    CHECK(town.run({"import", "-f", "@absent.book", "@week.journal"}).code == 3);
    CHECK(town.run({"import", "-f", "@week.journal", "@week.journal"}).code == 1);
}
