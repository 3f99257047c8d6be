/// Pictures out of tables, by the names of columns.
#pragma once

#include <string>
#include <vector>

#include "cli/plot/picture.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// Which columns of a table are drawn, and how.
struct DrawingRule {
    /// The places of the x axis; several are one place, their words joined by a blank.
    std::vector<std::string> x{};
    std::string count{};            ///< said with a place: `posta 3 (n=12)`; none: not said
    std::vector<std::string> y{};   ///< one column, or those of a box's `box_numbers`
    std::vector<std::string> by{};  ///< its words tell series apart; none: one series
    Mark mark = Mark::line;
    bool x_numbers = false;              ///< the x axis is one of numbers
    std::vector<std::string> x_names{};  ///< places known beforehand, in order, drawn or not
    bool absent_is_zero = false;         ///< a place without a row is zero; else there is no point
    std::string name{};                  ///< of the series that `by` does not name
};

/// The series of a table's facts, added to a picture: series in the order of their first row,
/// places of the x axis in the order in which they come first. Cells that are empty give no point.
/// Throws UsageError: no such column (with those there are); a cell of a y column, or of an x axis
/// of numbers, that holds no number; two rows for one place of a series.
void add_series(Picture& picture, const Table& table, const DrawingRule& rule);

/// Throws UsageError when no series has a point.
void require_points(const Picture& picture);

/// The one value of a column in every fact: a picture has one unit. Empty for no rows. Throws
/// UsageError, with `remedy`, when there are several.
std::string only_value(const Table& table, const std::string& column, const std::string& remedy);

/// Whether a table has a column.
bool has_column(const Table& table, const std::string& name);

}  // namespace cellbook::cli
