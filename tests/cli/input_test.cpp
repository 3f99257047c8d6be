#include "cli/input.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/failure.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;
using test::Town;

TEST_CASE("what -f names wins over CELLBOOK_FILE, and nothing named is a usage error") {
    std::ostringstream out;
    const auto environment = [&](std::optional<std::string> value) {
        return cli::Environment{
            .out = out, .err = out, .variable = [value](const char*) { return value; }};
    };
    using Paths = std::vector<std::string>;
    CHECK(cli::input_files({.files = {"a", "b"}}, environment("c")) == Paths{"a", "b"});
    CHECK(cli::input_files({}, environment("c")) == Paths{"c"});
    CHECK_THROWS_AS(cli::input_files({}, environment("")), cli::UsageError);
    CHECK_THROWS_AS(cli::input_files({}, environment(std::nullopt)), cli::UsageError);
}

TEST_CASE("the flag --strict refuses what nothing declares") {
    const Town town;
    CHECK(town.print({"accounts", "-f", "@week.journal"}).find("kiosk") != std::string::npos);
    const auto outcome = town.run({"accounts", "-f", "@week.journal", "--strict"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("not_declared") != std::string::npos);
}

TEST_CASE("kinds of one's own come with --kinds") {
    const Town town;
    town.write("own.journal",
               "2018-03-01 a  ; kind:raffle\n  assets:x  1 BOB\n  income:y  -1 BOB\n");
    CHECK(town.run({"accounts", "-f", "@own.journal"}).code == 1);
    town.write("own.toml",
               "schema = \"cellbook-kinds/1\"\n[[kind]]\nname = \"raffle\"\ntitle = \"A raffle\"\n"
               "sna = { payer = \"D.75\", payee = \"D.75\" }\n[kind.legs]\n"
               "payer = [[\"expenses:raffle\", \"amount\"], [\"assets:cash\", \"-amount\"]]\n"
               "payee = [[\"assets:cash\", \"amount\"], [\"income:raffle\", \"-amount\"]]\n");
    CHECK(town.print({"accounts", "-f", "@own.journal", "--kinds", "@own.toml"}) ==
          "assets:x\nincome:y\n");
    CHECK(town.print({"kinds", "raffle", "--kinds", "@own.toml"}).find("income:raffle") !=
          std::string::npos);
    town.write("bad.toml", "schema = \n");
    const auto outcome = town.run({"kinds", "--kinds", "@bad.toml"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("bad.toml:1:") != std::string::npos);
}

TEST_CASE("the whole of a file is read, and one that is not there is refused") {
    const Town town;
    const std::string long_text(300'000, 'x');
    town.write("long", long_text);
    CHECK(cli::read_file(town.path("long")) == long_text);
    CHECK_THROWS_AS(cli::read_file(town.path("absent")), cli::InputError);
}
