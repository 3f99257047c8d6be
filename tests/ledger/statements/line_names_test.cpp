#include "ledger/statements/line_names.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a name has one line, numbered as it came, and names are ordered part by part") {
    LineNames names;
    CHECK(names.line("b:x") == 0);
    CHECK(names.line("b") == 1);
    CHECK(names.line("a-b") == 2);
    CHECK(names.line("a:c") == 3);
    CHECK(names.line("b") == 1);
    CHECK(names.size() == 4);
    CHECK(names[2] == "a-b");
    CHECK(names.in_order() == std::vector<LineId>{3, 2, 1, 0});
}
