/// Intervals of the calendar: the columns of a report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/date.hpp"

namespace cellbook {

/// How a report's days are split. Weeks begin on Monday (ISO 8601).
enum class Interval : std::uint8_t { none, day, week, month, quarter, year };

/// One column's days.
struct Period {
    Date begin{};
    Date end{};  ///< the day after its last
    std::string label{};

    [[nodiscard]] Date last() const { return Date{end.days - 1}; }
    [[nodiscard]] bool contains(Date day) const { return begin <= day && day < end; }
    friend bool operator==(const Period&, const Period&) = default;
};

/// `2018`, `2018Q1`, `2018-03`, `2018-W09` (ISO 8601: of the year its Thursday lies in),
/// `2018-03-01` where the days are exactly that; else `2018-03-05..2018-03-20`, both days part of
/// it. *Requires*: begin < end.
Period period_of(Date begin, Date end);

/// The interval's period that holds a day. *Requires*: interval is not none.
Period period_holding(Date day, Interval interval);

/// The periods of an interval that share a day with [begin, end), the first and last cut where the
/// range is. *Requires*: begin < end.
std::vector<Period> split(Date begin, Date end, Interval interval);

/// The period of the same length that ends where this one begins: as many months before if it is
/// made of whole months, else as many days.
Period period_before(const Period& period);

}  // namespace cellbook
