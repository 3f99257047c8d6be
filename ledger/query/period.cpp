#include "ledger/query/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cellbook {

namespace {

Diagnostic period_invalid(std::string_view text, std::string why = {}) {
    return {DiagnosticCode::period_invalid,
            "`" + std::string{text} + "` is no period" + (why.empty() ? "" : ": " + why),
            "write 2018, 2018-03, 2018q2, 2018-03-01, last month, or from 2018-01 to 2018-06"};
}

/// Words in lower case, split at blanks.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool in_word = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank && !in_word) words.emplace_back();
        if (!blank) words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        in_word = !blank;
    }
    return words;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// *Requires*: `digits` are at most nine digits.
int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

DateRange months(Month first, int count) {
    return {first_day(first), first_day(Month{first.index + count})};
}
DateRange days(Date first, int count) {
    return {first, Date{first.days + count}};
}

std::optional<DateRange> year_range(std::string_view digits) {
    const int year = number(digits);
    if (year < 1 || year > 9999) return std::nullopt;
    return months(Month{year * 12}, 12);
}

/// `january` or at least its first three letters: 0 to 11.
std::optional<int> month_by_name(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word.size() < 3) return std::nullopt;
    const auto found =
        std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
}

/// `2018`, `2018-03`, `2018q2`, `201803`, `20180301`, `2018-03-01`, `q2`.
std::optional<DateRange> numeric(std::string_view word, Date today) {
    if (is_digits(word)) {
        if (word.size() == 4) return year_range(word);
        if (word.size() == 6 || word.size() == 8) {
            std::string dashed{word.substr(0, 4)};
            for (std::size_t at = 4; at < word.size(); at += 2) {
                dashed += '-';
                dashed += word.substr(at, 2);
            }
            return numeric(dashed, today);
        }
        return std::nullopt;
    }
    const auto q = word.find('q');
    if (q != std::string_view::npos && word.size() == q + 2 && word[q + 1] >= '1' &&
        word[q + 1] <= '4') {
        std::string_view year = word.substr(0, q);
        if (year.ends_with('-')) year.remove_suffix(1);
        if (q != 0 && (!is_digits(year) || year.size() != 4)) return std::nullopt;
        const int first = q == 0 ? today.year() : number(year);
        return months(Month{first * 12 + (word[q + 1] - '1') * 3}, 3);
    }
    if (word.size() <= 7 && word.size() >= 6 && is_digits(word.substr(0, 4)) &&
        std::string_view{"-/."}.find(word[4]) != std::string_view::npos &&
        is_digits(word.substr(5))) {
        const int month = number(word.substr(5));
        if (month < 1 || month > 12) return std::nullopt;
        return months(Month{number(word.substr(0, 4)) * 12 + month - 1}, 1);
    }
    const auto day = parse_date(word, today.year());
    if (!day) return std::nullopt;
    return days(*day, 1);
}

/// `this month` and its like; `shift` is -1, 0 or 1.
std::optional<DateRange> relative(std::string_view unit, int shift, Date today) {
    if (unit == "day") return days(Date{today.days + shift}, 1);
    if (unit == "week") {
        // 1970-01-01 was a Thursday.
        const int weekday = ((today.days + 3) % 7 + 7) % 7;
        return days(Date{today.days - weekday + 7 * shift}, 7);
    }
    const int month = today.month().index;
    if (unit == "month") return months(Month{month + shift}, 1);
    if (unit == "quarter") return months(Month{month / 3 * 3 + 3 * shift}, 3);
    if (unit == "year") return months(Month{month / 12 * 12 + 12 * shift}, 12);
    return std::nullopt;
}

/// A period of one or two words without prepositions.
std::optional<DateRange> simple(std::span<const std::string> words, Date today) {
    if (words.size() == 1) {
        const std::string& word = words[0];
        if (word == "today") return relative("day", 0, today);
        if (word == "yesterday") return relative("day", -1, today);
        if (word == "tomorrow") return relative("day", 1, today);
        if (const auto month = month_by_name(word)) {
            return months(Month{today.year() * 12 + *month}, 1);
        }
        return numeric(word, today);
    }
    if (words.size() != 2) return std::nullopt;
    if (words[0] == "this") return relative(words[1], 0, today);
    if (words[0] == "last") return relative(words[1], -1, today);
    if (words[0] == "next") return relative(words[1], 1, today);
    // `march 2018` and `2018 march`
    const bool year_first = is_digits(words[0]);
    const auto& year = words[year_first ? 0 : 1];
    const auto month = month_by_name(words[year_first ? 1 : 0]);
    if (!month || !is_digits(year) || year.size() != 4) return std::nullopt;
    return months(Month{number(year) * 12 + *month}, 1);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

std::optional<DateRange> from_to(std::span<const std::string> words, Date today) {
    DateRange range;
    const auto to = std::ranges::find_if(words, [](const auto& word) {
        return is_one_of(word, {"to", "until", "-"});
    });
    auto begin_words = words.first(static_cast<std::size_t>(to - words.begin()));
    if (!begin_words.empty() && is_one_of(begin_words[0], {"from", "since"})) {
        begin_words = begin_words.subspan(1);
        if (begin_words.empty()) return std::nullopt;
    } else if (to == words.end()) {
        return simple(words, today);
    }
    if (!begin_words.empty()) {
        const auto begin = simple(begin_words, today);
        if (!begin) return std::nullopt;
        range.begin = begin->begin;
    }
    if (to != words.end()) {
        const auto end =
            simple(words.subspan(static_cast<std::size_t>(to - words.begin()) + 1), today);
        if (!end) return std::nullopt;
        range.end = end->begin;
    }
    return range;
}

}  // namespace

Result<DateRange> parse_period(std::string_view text, Date today) {
    std::string spaced{text};
    if (const auto dots = spaced.find(".."); dots != std::string::npos) {
        const bool open = words_of(spaced.substr(dots + 2)).empty();
        spaced = open ? "since " + spaced.substr(0, dots) : spaced.replace(dots, 2, " to ");
    }
    auto words = words_of(spaced);
    if (words.empty()) return period_invalid(text);
    if (is_one_of(words[0], {"in", "during"})) words.erase(words.begin());
    if (!words.empty() &&
        is_one_of(words[0], {"every", "daily", "weekly", "monthly", "quarterly", "yearly"})) {
        return period_invalid(text, "it names an interval, and a report has one period");
    }
    const auto range = from_to(words, today);
    if (!range) return period_invalid(text);
    if (range->begin && range->end && !(*range->begin < *range->end)) {
        return period_invalid(text, "it ends before " + to_string(*range->end) +
                                        " and begins on " + to_string(*range->begin));
    }
    return *range;
}

Result<Date> parse_period_start(std::string_view text, Date today) {
    const auto words = words_of(text);
    const auto range = simple(words, today);
    if (!range || !range->begin) {
        auto complaint = period_invalid(text);
        complaint.explanation = "`" + std::string{text} + "` is no date";
        complaint.remedy = "write 2018-03-01, 2018-03, 2018, today or last month";
        return complaint;
    }
    return *range->begin;
}

DateRange intersection(const DateRange& a, const DateRange& b) {
    DateRange both = a;
    if (b.begin && (!both.begin || *both.begin < *b.begin)) both.begin = b.begin;
    if (b.end && (!both.end || *b.end < *both.end)) both.end = b.end;
    return both;
}

}  // namespace cellbook
