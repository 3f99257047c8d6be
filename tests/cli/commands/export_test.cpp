#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

std::string digest(const Town& town, const std::string& file) {
    const std::string json = town.print({"bal", "-f", file, "-O", "json", "nothing"});
    return json.substr(json.find("digest"), 80);
}

}  // namespace

TEST_CASE("what is exported has the same digest when it is read") {
    const Town town;
    town.write("copy.journal", town.print({"export", "-f", "@week.journal"}));
    CHECK(digest(town, "@copy.journal") == digest(town, "@week.journal"));
    CHECK(town.print({"export", "-f", "@copy.journal", "--format", "journal"}) ==
          town.read("copy.journal"));
    CHECK(town.print({"export", "-f", "@week.journal", "-o", "@other.journal"}).empty());
    CHECK(town.read("other.journal") == town.read("copy.journal"));
}

TEST_CASE("a format that cannot be exported is refused") {
    CHECK(Town{}.run({"export", "-f", "@week.journal", "--format", "xml"}).code == 2);
}

TEST_CASE("each format is its program's, and what it cannot carry is said beside it") {
    const Town town;
    for (const auto* format : {"hledger", "ledger", "beancount", "csv"}) {
        INFO(format);
        const auto outcome = town.run({"export", "-f", "@week.journal", "--format", format});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.starts_with("note: "));
        CHECK(outcome.out.find("note: ") == std::string::npos);
    }
    CHECK(town.run({"export", "-f", "@week.journal", "--format", "hledger"}).out.find("type:C") !=
          std::string::npos);
    CHECK(town.run({"export", "-f", "@week.journal", "--format", "beancount"})
              .out.starts_with("option \"title\""));
}

TEST_CASE("a query exports whole transactions") {
    const Town town;
    const std::string part = town.print({"export", "-f", "@week.journal", "desc:soap"});
    CHECK(part.find("soap") != std::string::npos);
    CHECK(part.find("kind:section_dues") == std::string::npos);
    town.write("part.journal", part);
    CHECK(town.print({"bal", "-f", "@part.journal"}) ==
          town.print({"bal", "-f", "@week.journal", "desc:soap"}));
}

TEST_CASE("the ending of the file says the format, and --format in any case") {
    const Town town;
    town.run({"export", "-f", "@week.journal", "-o", "@a.beancount"});
    CHECK(town.read("a.beancount").starts_with("option "));
    town.run({"export", "-f", "@week.journal", "-o", "@a.csv"});
    CHECK(town.read("a.csv").starts_with("seq,"));
    town.run({"export", "-f", "@week.journal", "-o", "@b.csv", "--format", "ledger"});
    CHECK(town.read("b.csv").find("; kind: section_dues") != std::string::npos);
    town.run({"export", "-f", "@week.journal", "-o", "@a.txt"});
    CHECK(town.read("a.txt").starts_with("; decimal-mark: .\n"));
}
