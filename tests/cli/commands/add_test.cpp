#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

struct TownWithBook : Town {
    TownWithBook() {
        print({"init", "@town.book"});
        print({"import", "-f", "@town.book", "@week.journal"});
    }
};

}  // namespace

TEST_CASE("add records an event today under an id of its own, which it prints") {
    const TownWithBook town;
    const std::vector<std::string> event{
        "add",       "-f",      "@town.book",    "--date",  "2018-03-08",       "--kind",
        "shop_sale", "--payer", "inmates:i0042", "--payee", "businesses:kiosk", "--amount",
        "12.50 BOB", "--note",  "bread"};
    const std::string first = town.print(event);
    const std::string second = town.print(event);
    CHECK(first != second);
    CHECK(first.size() > 16);
    const std::string shown = town.print({"print", "-f", "@town.book", "--ids", "desc:bread"});
    CHECK(shown.find(first.substr(0, first.size() - 1)) != std::string::npos);
    CHECK(shown.find("recorded:2018-05-16") != std::string::npos);
    CHECK(town.print({"bal", "-f", "@town.book", "kiosk:income", "-N"}) ==
          "-30.50 BOB  businesses:kiosk:income:sales\n");
    CHECK(town.print({"check", "-f", "@town.book"}).empty());
}

TEST_CASE("add refuses what is no event, and the book stays as it was") {
    const TownWithBook town;
    const std::string before = town.print({"stats", "-f", "@town.book"});
    const auto code = [&](std::vector<std::string> flags) {
        std::vector<std::string> all{"add", "-f", "@town.book", "--payer", "inmates:i0042"};
        all.insert(all.end(), flags.begin(), flags.end());
        return town.run(all).code;
    };
    CHECK(code({"--kind", "shop_sale"}) == 2);
    CHECK(code({"--kind", "shop_sale", "--amount", "much"}) == 2);
    CHECK(code({"--kind", "shop_sale", "--amount", "1 BOB", "--standing", "certain"}) == 2);
    CHECK(code({"--kind", "shop_sale", "--amount", "1 BOB", "--tag", "x"}) == 2);
    CHECK(code({"--kind", "shop_sal", "--amount", "1 BOB", "--payee", "businesses:kiosk"}) == 1);
    CHECK(code({"--kind", "shop_sale", "--amount", "1.005 BOB", "--payee", "businesses:kiosk"}) ==
          1);
    CHECK(town.print({"stats", "-f", "@town.book"}) == before);
}
