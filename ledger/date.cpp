#include "ledger/date.hpp"

#include <chrono>

namespace cellbook {

namespace {

std::chrono::year_month_day civil(Date date) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads up to `most` digits from `text` at `at`; -1 when there is none.
int read_digits(std::string_view text, std::size_t& at, std::size_t most) {
    int value = -1;
    for (std::size_t i = 0; i < most && at < text.size() && is_digit(text[at]); ++i, ++at) {
        value = (value < 0 ? 0 : value * 10) + (text[at] - '0');
    }
    return value;
}

void append_padded(std::string& out, int value, int width) {
    int power = 1;
    for (int i = 1; i < width; ++i) {
        power *= 10;
    }
    for (; power > 0; power /= 10) {
        out += static_cast<char>('0' + value / power % 10);
    }
}

Diagnostic invalid_date(std::string_view text) {
    return {.code = DiagnosticCode::date_invalid,
            .explanation = "`" + std::string{text} + "` is no date",
            .remedy = "Write year, month and day with one separator, as in 2018-03-01."};
}

}  // namespace

int Month::year() const {
    return index / 12;
}

unsigned Month::month_of_year() const {
    return static_cast<unsigned>(index % 12) + 1;
}

Result<Date> Date::from_civil(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (year < 1 || year > 9999 || !ymd.ok()) {
        std::string text =
            std::to_string(year) + '-' + std::to_string(month) + '-' + std::to_string(day);
        return Diagnostic{.code = DiagnosticCode::date_invalid,
                          .explanation = "there is no day " + text,
                          .remedy = "Give a day of the calendar from 0001-01-01 to 9999-12-31."};
    }
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

int Date::year() const {
    return int{civil(*this).year()};
}

unsigned Date::month_of_year() const {
    return unsigned{civil(*this).month()};
}

unsigned Date::day_of_month() const {
    return unsigned{civil(*this).day()};
}

Month Date::month() const {
    const auto ymd = civil(*this);
    return Month{int{ymd.year()} * 12 + static_cast<int>(unsigned{ymd.month()}) - 1};
}

Date first_day(Month month) {
    using namespace std::chrono;
    const year_month_day ymd{std::chrono::year{month.year()},
                             std::chrono::month{month.month_of_year()}, day{1}};
    return Date{static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count())};
}

Result<Date> parse_date(std::string_view text, std::optional<int> default_year) {
    std::size_t at = 0;
    const int first = read_digits(text, at, 4);
    const std::size_t first_width = at;
    if (first < 0 || at == text.size()) {
        return invalid_date(text);
    }
    const char separator = text[at];
    if (separator != '-' && separator != '/' && separator != '.') {
        return invalid_date(text);
    }
    ++at;
    const int second = read_digits(text, at, 2);
    if (second < 0) {
        return invalid_date(text);
    }
    if (at == text.size() && default_year && first_width <= 2) {
        return Date::from_civil(*default_year, static_cast<unsigned>(first),
                                static_cast<unsigned>(second));
    }
    if (first_width != 4 || at == text.size() || text[at] != separator) {
        return invalid_date(text);
    }
    ++at;
    const int third = read_digits(text, at, 2);
    if (third < 0 || at != text.size()) {
        return invalid_date(text);
    }
    return Date::from_civil(first, static_cast<unsigned>(second), static_cast<unsigned>(third));
}

void append(std::string& out, Date date) {
    const auto ymd = civil(date);
    append_padded(out, int{ymd.year()}, 4);
    out += '-';
    append_padded(out, static_cast<int>(unsigned{ymd.month()}), 2);
    out += '-';
    append_padded(out, static_cast<int>(unsigned{ymd.day()}), 2);
}

std::string to_string(Date date) {
    std::string out;
    append(out, date);
    return out;
}

std::string to_string(Month month) {
    std::string out;
    append_padded(out, month.year(), 4);
    out += '-';
    append_padded(out, static_cast<int>(month.month_of_year()), 2);
    return out;
}

}  // namespace cellbook
