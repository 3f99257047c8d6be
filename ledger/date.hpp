/// Calendar days and months of the proleptic Gregorian calendar.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// A calendar month, counted from January of year 0: `year * 12 + month - 1`.
struct Month {
    std::int32_t index = 0;

    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month_of_year() const;  ///< 1 to 12
    friend auto operator<=>(const Month&, const Month&) = default;
};

/// A calendar day, counted from 1970-01-01. Valid from 0001-01-01 to 9999-12-31.
struct Date {
    std::int32_t days = 0;

    /// *Errors*: `date_invalid` when there is no such day.
    static Result<Date> from_civil(int year, unsigned month, unsigned day);
    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month_of_year() const;
    [[nodiscard]] unsigned day_of_month() const;
    [[nodiscard]] Month month() const;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// Half-open range of days: `begin <= day < end`; an absent end is open.
struct DateRange {
    std::optional<Date> begin{};
    std::optional<Date> end{};

    [[nodiscard]] bool contains(Date day) const {
        return (!begin || *begin <= day) && (!end || day < *end);
    }
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// First day of a month.
Date first_day(Month month);

/// Reads `YYYY-MM-DD`, `YYYY/M/D` or `YYYY.M.D` (one separator throughout, month and day of one or
/// two digits); with `default_year`, also `M-D`. The whole text must be the date.
/// *Errors*: `date_invalid`.
Result<Date> parse_date(std::string_view text, std::optional<int> default_year = {});

std::string to_string(Date date);    ///< `2018-03-01`
std::string to_string(Month month);  ///< `2018-03`
void append(std::string& out, Date date);

}  // namespace cellbook
