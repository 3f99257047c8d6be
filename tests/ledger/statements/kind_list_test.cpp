#include "ledger/statements/kind_list.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::facts_of;

TEST_CASE("every kind is listed with its SNA codes") {
    const auto& kinds = KindTable::standard();
    const auto lines = facts_of(kind_list(kinds));
    REQUIRE(lines.size() == kinds.all().size());
    CHECK(std::ranges::any_of(lines, [](const auto& line) {
        return line.starts_with("cell_sale | ") &&
               line.find(" | NP.2 | NP.2 | cell") != std::string::npos;
    }));
}

TEST_CASE("a kind's legs say what is booked in whose books") {
    const auto table = kind_legs(KindTable::standard(), "cell_sale");
    REQUIRE(table.has_value());
    const auto lines = facts_of(*table);
    CHECK(std::ranges::find(lines, "cell_sale | payee | assets:cells | -amount") != lines.end());
    CHECK(std::ranges::any_of(
        table->notes, [](const auto& note) { return note == "levy = amount * levy_rate"; }));
}

TEST_CASE("a kind that puts another off says so") {
    const auto table = kind_legs(KindTable::standard(), "charge");
    REQUIRE(table.has_value());
    CHECK(std::ranges::any_of(table->notes, [](const auto& note) {
        return note.find("liabilities:payable") != std::string::npos;
    }));
}

TEST_CASE("an unknown kind is refused with the nearest") {
    const auto table = kind_legs(KindTable::standard(), "cel_sale");
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().code == DiagnosticCode::kind_unknown);
    CHECK_THAT(table.error().remedy, Catch::Contains("cell_sale"));
}
