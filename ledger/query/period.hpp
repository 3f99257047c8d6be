/// Periods of the calendar, in the words of people.
#pragma once

#include <string_view>

#include "ledger/date.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook {

/// Reads a period: `2018`, `2018-03`, `2018q2`, `2018-03-01`, `march`, `today`, `last month`,
/// `this year`, `next week` (weeks begin on Monday), `from 2018-01 to 2018-06`, `since 2018-03`,
/// `until 2019`, `2018-01..2018-06`. The end is not part of the period: `to 2018-06` ends with
/// May. The same separators as in dates.
/// *Errors*: `period_invalid`, for a period without a day too.
Result<DateRange> parse_period(std::string_view text, Date today);

/// The first day of a period: what -b and -e take. *Errors*: `period_invalid`.
Result<Date> parse_period_start(std::string_view text, Date today);

/// The days that are in both.
DateRange intersection(const DateRange& a, const DateRange& b);

}  // namespace cellbook
