#include "ledger/housing/due_days.hpp"

#include <algorithm>

namespace cellbook {

namespace {

/// The day of that month which has the number of `day`, or the month's last.
Date in_month(Month month, Date day) {
    const Date first = first_day(month);
    const Date next = first_day(Month{month.index + 1});
    const auto wanted = static_cast<std::int32_t>(day.day_of_month()) - 1;
    return {std::min(first.days + wanted, next.days - 1)};
}

/// The first number of steps from `begin` whose day is not before `from`, a step too few at most.
std::int32_t steps_before(std::int32_t begin, std::int32_t from, std::int32_t step) {
    return std::max(0, (from - begin) / step - 1);
}

}  // namespace

void for_each_due_day(const DateRange& term, ChargePeriod period, const DateRange& wanted,
                      const std::function<void(Date)>& visit) {
    const Date begin = *term.begin;
    const std::int32_t from = wanted.begin ? wanted.begin->days : begin.days;
    const std::int32_t end =
        term.end ? std::min(wanted.end->days, term.end->days) : wanted.end->days;
    const auto show = [&](Date day) {
        if (day.days >= from && day.days < end) visit(day);
        return day.days < end;
    };
    if (period == ChargePeriod::once) {
        show(begin);
        return;
    }
    if (period == ChargePeriod::day || period == ChargePeriod::week) {
        const std::int32_t step = period == ChargePeriod::day ? 1 : 7;
        for (std::int32_t i = steps_before(begin.days, from, step);
             show(Date{begin.days + i * step}); ++i) {
        }
        return;
    }
    const std::int32_t step = period == ChargePeriod::month ? 1 : 12;
    const Month first = begin.month();
    for (std::int32_t i = steps_before(first.index, Date{from}.month().index, step);
         show(in_month(Month{first.index + i * step}, begin)); ++i) {
    }
}

}  // namespace cellbook
