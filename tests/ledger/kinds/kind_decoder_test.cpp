#include "ledger/kinds/kind_decoder.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/kinds/kind_files.hpp"

using namespace cellbook;

TEST_CASE("a kind is decoded whole") {
    REQUIRE(problems_of(raffle_file).empty());
    const auto reading = KindTable::with_file({}, raffle_file, "raffle.toml");
    const Kind* kind = reading.table.find("raffle_prize");
    REQUIRE(kind != nullptr);
    CHECK(kind->roles() == std::vector<std::string>{"payer", "payee", "section"});
    CHECK(kind->legs.size() == 8);
    CHECK(kind->legs[7].with == "payee");
    CHECK(to_string(kind->amounts.at(0).second) == "amount * share");
    CHECK(kind->find_parameter("share")->sort == KindParameter::Sort::number);
    CHECK(kind->find_parameter("account")->sort == KindParameter::Sort::account);
    CHECK(kind->find_parameter("account")->default_value == "expenses:prizes");
}

TEST_CASE("what is wrong in a kind's text is told with its place") {
    const std::vector<WrongFile> cases{
        {"name = \"raffle_prize\"\n", "", {"2:1 kind_invalid"}},
        {"\"raffle_prize\"", "\"Raffle prize\"", {"3:8 kind_invalid"}},
        {"\"raffle_prize\"", "17", {"3:8 kind_invalid"}},
        {"title = \"Prize of a raffle, less what the section keeps\"\n", "", {"2:1 kind_invalid"}},
        {"product =", "produkt =", {"6:1 kind_key_unknown"}},
        {"product =", "price = 3\nproduct =", {"6:1 kind_key_unknown"}},
        {"[\"payee\"]", "\"payee\"", {"7:12 kind_invalid"}},
        {"[\"payee\"]", "[\"payee\", \"payee\"]", {"7:22 kind_invalid"}},
        {"[\"payee\"]", "[\"payee\", 3]", {"7:22 kind_invalid"}},
        {"\"share\", ", "\"share\", \"amount\", ", {"9:14 kind_invalid"}},
        {"{ account = \"expenses:prizes\" }",
         "{ acount = \"expenses:prizes\" }",
         {"10:14 kind_invalid"}},
        {"{ account = \"expenses:prizes\" }",
         "{ account = \"expenses:prizes\", share = 0.05 }",
         {"10:51 kind_invalid"}},
        {"\"amount * share\"", "\"amount * shore\"", {"12:7 kind_invalid"}},
        {"\"amount * share\"", "\"amount * share + amount\"", {"12:7 kind_invalid"}},
        {"\"amount * share\"", "\"amount * amount\"", {"12:7 kind_invalid"}},
        {"[kind.legs]", "amount = \"share\"\n[kind.legs]", {"13:1 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{acount}\", \"amount\", \"payee\"]",
         {"14:11 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"prizes\", \"amount\", \"payee\"]",
         {"14:11 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"inmates:i1:assets:cash\", \"amount\", \"payee\"]",
         {"14:11 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]", "[\"{account}\"]", {"14:10 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{account}\", \"amount * share\", \"payee\"]",
         {"14:24 kind_invalid"}},
        {"product = \"raffle\"", "of = \"share\"", {"2:1 kind_invalid", "2:1 kind_invalid"}},
        {"schema = \"cellbook-kinds/1\"", "schema = \"cellbook-kinds/2\"", {"1:1 kind_invalid"}},
        {"schema =", "sceham =", {"1:1 kind_key_unknown", "1:1 kind_invalid"}},
        {"[[kind]]", "[[kind", {"2:7 kinds_file_syntax"}},
    };
    for (const auto& [from, to, problems] : cases) {
        INFO(from << " -> " << to);
        CHECK(problems_of(raffle_with(from, to)) == problems);
    }
}
