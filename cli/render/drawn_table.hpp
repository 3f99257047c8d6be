/// A table as people see it: which columns and rows, and every cell as lines of text.
///
/// What the forms for people (text, md, html, tex) share. Each adds only its own marks.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// What a table was made from and by: the footer of a table that leaves its terminal.
struct Origin {
    std::string digest{};   ///< of the book; empty: none
    std::string command{};  ///< the line that a shell would take; empty: not known
    std::string label{};    ///< what a document refers to it by; empty: the table's name
};

/// One line of a cell, in the style declared for its commodity: `head + tail + unit`.
///
/// *Shape*: an amount has its sign, whole digits and any symbol before them in `head`, decimal mark
/// and decimals in `tail`, and what stands behind (` BOB`, blank included) in `unit`; other numbers
/// have no unit. Words are all `head`. No line holds control characters or broken UTF-8.
struct DrawnLine {
    std::string head{};
    std::string tail{};
    std::string unit{};
    bool negative = false;

    [[nodiscard]] std::string text() const { return head + tail + unit; }
    [[nodiscard]] bool empty() const { return head.empty() && tail.empty() && unit.empty(); }
};

/// One line, which nearly all cells have, or one for each of several amounts.
using DrawnCell = boost::container::small_vector<DrawnLine, 1>;

struct DrawnRow {
    std::vector<DrawnCell> cells{};
    Row::Role role = Row::Role::fact;
    unsigned indent = 0;  ///< of the cell in `indented_column`
    /// Where a rule stands over the columns of numbers: the first of the totals, and what sums up
    /// the rows below a heading.
    bool ruled = false;
    /// A heading that names what follows and has no figures of its own.
    bool names_section = false;
};

struct DrawnTable {
    std::string caption{};  ///< never empty
    std::vector<Column> columns{};
    std::vector<DrawnRow> rows{};
    std::vector<std::string> notes{};
    std::size_t indented_column = 0;  ///< the first of words
    std::size_t named_column = 0;     ///< says what its row is about: the account, or the first
};

/// The layout where there is one, else the rows, without what is for tidy forms only.
DrawnTable draw(const Table& table);
/// The same without rows, for tables that are too long to be held twice.
DrawnTable draw_frame(const Table& table);
/// Calls `use` with each row of `draw(table)`, which lives no longer.
void for_each_drawn_row(const Table& table, const std::function<void(DrawnRow&)>& use);

/// An amount with its commodity, in the style declared for it.
DrawnLine styled_amount(const TableAmount& amount, const CommodityStyle& style);

/// The lines of a cell joined by `separator`.
template <class Write>
std::string joined_lines(const DrawnCell& cell, const std::string& separator, Write write) {
    std::string text;
    for (const DrawnLine& line : cell) {
        if (&line != &cell.front()) text += separator;
        text += write(line);
    }
    return text;
}

}  // namespace cellbook::cli
