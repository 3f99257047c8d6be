/// How each statement is drawn: pure functions of its table.
///
/// Each takes a table by the names of its columns and gives a picture without its source line.
/// Throws UsageError where the table has no such columns, several units or nothing to draw.
#pragma once

#include "cli/plot/picture.hpp"
#include "cli/plot/table_picture.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// What stands at the end of each period: a line an account. *Shape of the table*: `account,
/// period, commodity, amount`, periods being the layout's columns (`PeriodTable`); what has no row
/// is zero.
Picture balance_picture(const Table& table);

/// What changed in each period: a bar an account. *Shape of the table*: as `balance_picture`.
Picture flow_picture(const Table& table);

/// A Lorenz curve a group under the line of equality. *Shape of the table*: `people, value`, shares
/// from 0 to 1, and `group` where there are several curves, empty for that of everybody.
Picture lorenz_picture(const Table& table);

/// An index over periods, a line a method, and the base's level. *Shape of the table*: `period,
/// method, value`; the first period is the base.
Picture index_picture(const Table& table);

/// The distribution of rents: a box for each section and grade. *Shape of the table*: `section,
/// grade, commodity, n, min, p25, median, p75, max`.
Picture rents_picture(const Table& table);

/// Persons in each section, and the places there are. *Shape of the table*: `section, persons,
/// places`.
Picture occupancy_picture(const Table& table);

}  // namespace cellbook::cli
