#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("init makes a book, and leaves alone what is there") {
    const Town town;
    CHECK(town.print({"init", "@a.book"}) == "made " + town.path("a.book") + "\n");
    CHECK(town.print({"balance", "-f", "@a.book", "-O", "csv"}) == "account,commodity,amount\n");
    CHECK(town.print({"-f", "@b.book", "init"}) == "made " + town.path("b.book") + "\n");
    const std::string before = town.read("a.book");
    for (const auto* name : {"@a.book", "@week.journal"}) {
        const auto outcome = town.run({"init", name});
        CHECK(outcome.code == 1);
        CHECK(outcome.err.find("book_exists") != std::string::npos);
    }
    CHECK(town.read("a.book") == before);
    CHECK(town.run({"init", "@no/such/folder/a.book"}).code == 3);
    CHECK(town.run({"init"}).code == 2);
}
