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
