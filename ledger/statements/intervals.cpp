#include "ledger/statements/intervals.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

/// The Monday of the day's week, or of one so many weeks later.
Date monday_of(Date day, int weeks_later) {
    // 1970-01-01 was a Thursday.
    const int weekday = ((day.days + 3) % 7 + 7) % 7;
    return Date{day.days - weekday + 7 * weeks_later};
}

struct Days {
    Date begin{};
    Date end{};
};

Days months(Date day, int count) {
    const int first = day.month().index / count * count;
    return {first_day(Month{first}), first_day(Month{first + count})};
}

Days days_holding(Date day, Interval interval) {
    switch (interval) {
        case Interval::week:
            return {monday_of(day, 0), monday_of(day, 1)};
        case Interval::month:
            return months(day, 1);
        case Interval::quarter:
            return months(day, 3);
        case Interval::year:
            return months(day, 12);
        case Interval::none:
        case Interval::day:
            break;
    }
    return {day, Date{day.days + 1}};
}

std::string year_text(Date day) {
    return to_string(day).substr(0, 4);
}

std::string week_text(Date monday) {
    const Date thursday{monday.days + 3};
    const Date new_year = first_day(Month{thursday.year() * 12});
    const int week = (thursday.days - new_year.days) / 7 + 1;
    return year_text(thursday) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

std::string label_of(Date begin, Date end) {
    static constexpr std::array intervals{Interval::year, Interval::quarter, Interval::month,
                                          Interval::week, Interval::day};
    const auto natural = std::ranges::find_if(intervals, [&](Interval interval) {
        const Days days = days_holding(begin, interval);
        return days.begin == begin && days.end == end;
    });
    if (natural == intervals.end()) return to_string(begin) + ".." + to_string(Date{end.days - 1});
    switch (*natural) {
        case Interval::year:
            return year_text(begin);
        case Interval::quarter:
            return year_text(begin) + 'Q' +
                   std::to_string((begin.month().month_of_year() - 1) / 3 + 1);
        case Interval::month:
            return to_string(begin.month());
        case Interval::week:
            return week_text(begin);
        case Interval::none:
        case Interval::day:
            break;
    }
    return to_string(begin);
}

bool begins_month(Date day) {
    return day.day_of_month() == 1;
}

}  // namespace

Period period_of(Date begin, Date end) {
    return {begin, end, label_of(begin, end)};
}

Period period_holding(Date day, Interval interval) {
    const Days days = days_holding(day, interval);
    return period_of(days.begin, days.end);
}

std::vector<Period> split(Date begin, Date end, Interval interval) {
    if (interval == Interval::none) return {period_of(begin, end)};
    std::vector<Period> periods;
    for (Date at = begin; at < end;) {
        const Date next = std::min(days_holding(at, interval).end, end);
        periods.push_back(period_of(at, next));
        at = next;
    }
    return periods;
}

Period period_before(const Period& period) {
    if (begins_month(period.begin) && begins_month(period.end)) {
        const int count = period.end.month().index - period.begin.month().index;
        return period_of(first_day(Month{period.begin.month().index - count}), period.begin);
    }
    const int count = period.end.days - period.begin.days;
    return period_of(Date{period.begin.days - count}, period.begin);
}

}  // namespace cellbook
