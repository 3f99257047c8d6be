#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("check is silent about a clean journal and names what is wrong in another") {
    const Town town;
    CHECK(town.print({"check", "-f", "@week.journal"}).empty());
    town.write("unsourced.journal",
               "commodity 1.00 BOB\n\n2018-03-01 a  ; source:S99, id:x1\n  a:assets:x  1.00 BOB\n"
               "  a:income:y  -1.00 BOB\n");
    const auto outcome = town.run({"check", "-f", "@unsourced.journal"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.find("S99") != std::string::npos);
    CHECK(outcome.out.find("x1") != std::string::npos);
    CHECK(outcome.out.find("unsourced.journal:3") != std::string::npos);
    CHECK(town.print({"check", "hash_chain", "-f", "@unsourced.journal"}).empty());
}

TEST_CASE("check says whether a book is the one that a digest names") {
    const Town town;
    const std::string stats = town.print({"stats", "-f", "@week.journal"});
    const std::string digest = stats.substr(7, 64);
    CHECK(town.print({"check", "-f", "@week.journal", "--digest", digest}).empty());
    CHECK(town.print({"check", "-f", "@week.journal", "--digest", digest.substr(0, 16)}).empty());
    const std::string other = (digest[0] == '0' ? "1" : "0") + digest.substr(1);
    const auto outcome = town.run({"check", "-f", "@week.journal", "--digest", other});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.find(digest) != std::string::npos);
    CHECK(town.run({"check", "-f", "@week.journal", "--digest", digest.substr(0, 15)}).code == 2);
    CHECK(town.run({"check", "-f", "@week.journal", "--digest", "no digest, and long"}).code == 2);
}

TEST_CASE("an unknown check is refused with those there are") {
    const Town town;
    const auto outcome = town.run({"check", "everything", "-f", "@week.journal"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find("hash_chain") != std::string::npos);
    CHECK(outcome.err.find("cash_flow") != std::string::npos);
}

TEST_CASE("check holds the statements' identities too") {
    const Town town;
    town.write("closed.journal",
               "2018-03-01 a  ; kind:closing\n  i1:expenses:x  1.00 BOB\n"
               "  i1:equity:capital  -1.00 BOB\n");
    const auto outcome = town.run({"check", "net_income", "-f", "@closed.journal"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.find("net_income: the books of `i1`: in 2018-03") != std::string::npos);
    CHECK(town.print({"check", "cash_flow", "balance_sheet", "-f", "@closed.journal"}).empty());
}
