#include "cli/render/csv.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace cellbook;

TEST_CASE("csv holds the facts alone, quoted where RFC 4180 says") {
    Table table{.name = "example"};
    table.columns = {{"account", "Account"}, {"amount", "Amount"}};
    table.rows = {{{std::string{"a"}, TableAmount{-105, 2, "BOB"}}},
                  {{std::string{"total"}, Value{}}, Row::Role::total},
                  {{std::string{"say \"hi\", twice\nor so"}, Value{}}}};
    table.notes = {"not a fact"};
    std::ostringstream out;
    cli::render_csv(table, out);
    CHECK(out.str() == "account,amount\na,-1.05\n\"say \"\"hi\"\", twice\nor so\",\n");
}
