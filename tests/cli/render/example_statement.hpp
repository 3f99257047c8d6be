/// A statement with everything that a form for people has to draw.
#pragma once

#include <string>

#include "ledger/statements/table.hpp"

namespace cellbook::test {

/// Two sections with a heading each, an indented line, two commodities in a cell, a subtotal, a
/// total, a note.
inline Table example_statement() {
    constexpr auto right = Column::Align::right;
    using Role = Row::Role;
    const auto bob = [](Int128 minor) { return TableAmount{minor, 2, "BOB"}; };
    const auto text = [](const char* words) { return std::string{words}; };
    Table table{.name = "statement", .title = "Income & costs"};
    table.columns = {{"account", "Account"}, {"amount", "Amount", right}};
    table.layout.emplace();
    table.layout->columns = {
        {"account", "Account"}, {"q1", "2018 Q1", right}, {"q2", "2018 Q2", right}};
    table.layout->rows = {
        {{text("Income"), Value{}, Value{}}, Role::heading},
        {{text("rent"), bob(30000), std::vector<TableAmount>{bob(100000), {7, 0, "USD"}}},
         Role::fact,
         2},
        {{text("total income"), bob(30000), bob(100000)}, Role::subtotal},
        {{text("Costs"), Value{}, Value{}}, Role::heading},
        {{text("soap_1|2"), bob(-5), Value{}}, Role::fact, 2},
        {{text("net"), bob(29995), bob(100000)}, Role::total},
    };
    table.notes = {"unallocated: 5%"};
    return table;
}

}  // namespace cellbook::test
