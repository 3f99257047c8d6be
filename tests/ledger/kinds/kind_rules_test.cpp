#include "ledger/kinds/kind_rules.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/kinds/kind_files.hpp"

using namespace cellbook;

TEST_CASE("a kind whose names, roles or legs do not fit is refused with its place") {
    const std::vector<WrongFile> cases{
        {"\"share\", ", "\"share\", \"color\", ", {"9:14 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{share}\", \"amount\", \"payee\"]",
         {"9:14 kind_invalid", "9:14 kind_invalid"}},
        {"\"expenses:prizes\"", "\"prizes\"", {"9:14 kind_invalid"}},
        {"account = \"expenses:prizes\"",
         "account = \"expenses:prizes\", share = \"-1\"",
         {"9:14 kind_invalid"}},
        {"[\"payee\"]", "[\"payee\", \"sell\"]", {"7:12 kind_invalid"}},
        {"[\"cell\"]", "[\"celll\"]", {"8:9 kind_invalid"}},
        {", section = \"D.29\"", "", {"5:7 kind_invalid"}},
        {"section = \"D.29\"", "section = \"D.29\", council = \"D.29\"", {"5:7 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{account}\", \"amount\"]",
         {"14:10 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{account}\", \"amount\", \"payer\"]",
         {"14:10 kind_invalid"}},
        {"[\"{account}\", \"amount\", \"payee\"]",
         "[\"{account}\", \"amount + amount2\", \"payee\"]",
         {"2:1 kind_invalid"}},
        {"[\"income:prizes\", \"-amount\", \"payer\"]",
         "[\"income:prizes\", \"-cut\", \"payer\"]",
         {"15:1 kind_unbalanced"}},
        {"[\"assets:cash\", \"cut\", \"payee\"]",
         "[\"assets:goods\", \"cut\", \"payee\"]",
         {"13:7 kind_unbalanced"}},
        {"[\"assets:cash\", \"-cut\", \"section\"]",
         "[\"assets:cash\", \"-cut\", \"payer\"]",
         {"13:7 kind_unbalanced", "13:7 kind_unbalanced"}},
    };
    for (const auto& [from, to, problems] : cases) {
        INFO(from << " -> " << to);
        CHECK(problems_of(raffle_with(from, to)) == problems);
    }
}
