#include "cli/render/separated_values.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace cellbook;

namespace {

Table example() {
    Table table{.name = "example"};
    table.columns = {{"account", "Account"}, {"amount", "Amount"}};
    table.rows = {{{std::string{"a"}, TableAmount{-105, 2, "BOB"}}},
                  {{std::string{"total"}, Value{}}, Row::Role::total},
                  {{std::string{"say \"hi\", twice\nor\tso\\"}, Value{}}}};
    table.notes = {"not a fact"};
    return table;
}

template <class Render>
std::string rendered(Render render, const Table& table) {
    std::ostringstream out;
    render(table, out);
    return out.str();
}

}  // namespace

TEST_CASE("csv holds the facts alone, quoted where RFC 4180 says") {
    CHECK(rendered(cli::render_csv, example()) ==
          "account,amount\na,-1.05\n\"say \"\"hi\"\", twice\nor\tso\\\",\n");
}

TEST_CASE("tsv holds the facts alone, without quotes, tabs and line ends escaped") {
    CHECK(rendered(cli::render_tsv, example()) ==
          "account\tamount\na\t-1.05\nsay \"hi\", twice\\nor\\tso\\\\\t\n");
}

TEST_CASE("one empty field is no empty line in csv") {
    Table table{.name = "example"};
    table.columns = {{"a", "A"}};
    table.rows = {{{Value{}}}};
    CHECK(rendered(cli::render_csv, table) == "a\n\"\"\n");
    CHECK(rendered(cli::render_tsv, table) == "a\n\n");
}
