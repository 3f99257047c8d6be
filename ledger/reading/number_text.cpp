#include "ledger/reading/number_text.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace cellbook {

namespace {

constexpr std::uint16_t digits_of_64_bits = 18;
constexpr std::uint16_t most_digits = 10'000;
constexpr int max_significant_digits = 38;
constexpr unsigned max_decimals = 36;

bool is_mark(const TextCursor& cursor) {
    const char c = cursor.peek();
    if (c == '.' || c == ',' || c == '\'') return true;
    return c == ' ' && cursor.at > 0 && is_digit(cursor.line[cursor.at - 1]) &&
           is_digit(cursor.peek(1));
}

bool may_mark_decimals(char mark) {
    return mark == '.' || mark == ',';
}

Diagnostic invalid(const DigitsAndMarks& written, std::string_view why) {
    return {.code = DiagnosticCode::number_invalid,
            .explanation = "`" + std::string{written.text} + "` is no number: " + std::string{why},
            .remedy =
                "Write digits in groups of three, then a point or comma and the decimals, as "
                "in 1,234.50."};
}

Diagnostic ambiguous(const DigitsAndMarks& written) {
    return {.code = DiagnosticCode::number_ambiguous,
            .explanation =
                "`" + std::string{written.text} + "` may be a thousand or have three decimals",
            .remedy =
                "Say which mark stands before decimals, by `decimal-mark .` at the top of the "
                "file or by `commodity 1,000.00 BOB` for one commodity."};
}

/// How many of the marks part groups; the mark behind them, if there is one, stands before
/// decimals.
Result<std::size_t> count_group_marks(const DigitsAndMarks& written, char settled) {
    const std::span marks{written.marks.data(), written.mark_count};
    if (marks.empty()) return std::size_t{0};
    const char last = marks.back().character;
    if (settled != 0) {
        return last == settled ? marks.size() - 1 : marks.size();
    }
    if (!may_mark_decimals(last)) return marks.size();
    if (marks.size() > 1) {
        return marks[marks.size() - 2].character == last ? marks.size() : marks.size() - 1;
    }
    const unsigned before = marks[0].digits_before;
    const bool could_be_group =
        before >= 1 && before <= 3 && written.text.front() != '0' && written.digits - before == 3;
    if (could_be_group) return ambiguous(written);
    return std::size_t{0};
}

/// Groups have one mark throughout, one to three digits first, then two (as in 1,00,000) or three,
/// and three last.
bool are_groups(const DigitsAndMarks& written, std::size_t count, unsigned integer_digits) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto& mark = written.marks[i];
        const unsigned before =
            mark.digits_before - (i == 0 ? 0U : written.marks[i - 1].digits_before);
        if (mark.character != written.marks[0].character) return false;
        if (i == 0 ? before < 1 || before > 3 : before < 2 || before > 3) return false;
    }
    if (count > 0 && written.text.front() == '0') return false;  // no group begins a number with 0
    return count == 0 || integer_digits - written.marks[count - 1].digits_before == 3;
}

bool read_coefficient(const DigitsAndMarks& written, Int128& out) {
    if (written.digits <= digits_of_64_bits) {
        out = written.value;
        return true;
    }
    int significant = 0;
    for (const char c : written.text) {
        if (!is_digit(c)) continue;
        significant += significant > 0 || c != '0' ? 1 : 0;
        if (significant > max_significant_digits) return false;
        out = out * 10 + (c - '0');
    }
    return true;
}

}  // namespace

bool take_digits(TextCursor& cursor, DigitsAndMarks& out) {
    const std::size_t begin = cursor.at;
    out.value = 0;
    out.digits = 0;
    out.mark_count = 0;
    for (; !cursor.done(); ++cursor.at) {
        const char c = cursor.line[cursor.at];
        if (is_digit(c)) {
            if (out.digits == most_digits) break;
            if (out.digits < digits_of_64_bits) {
                out.value = out.value * 10 + static_cast<unsigned>(c - '0');
            }
            ++out.digits;
        } else {
            if (!is_mark(cursor) || out.mark_count == DigitsAndMarks::most_marks) break;
            out.marks[out.mark_count++] = {c, out.digits};
        }
    }
    out.text = cursor.line.substr(begin, cursor.at - begin);
    if (out.digits == 0) cursor.at = begin;
    return out.digits > 0;
}

Result<Number> read_number(const DigitsAndMarks& written, char settled) {
    const auto group_marks = count_group_marks(written, settled);
    if (!group_marks) return group_marks.error();
    Number number;
    unsigned integer_digits = written.digits;
    if (*group_marks < written.mark_count) {
        const auto& mark = written.marks[*group_marks];
        number.decimal_mark = mark.character;
        integer_digits = mark.digits_before;
    }
    if (*group_marks > 0) {
        number.group_mark = written.marks[0].character;
        if (number.group_mark == number.decimal_mark || number.group_mark == settled ||
            !are_groups(written, *group_marks, integer_digits)) {
            return invalid(written, settled == 0     ? "its marks do not part groups of digits"
                                    : settled == '.' ? "a point stands before decimals here"
                                                     : "a comma stands before decimals here");
        }
    }
    const unsigned decimals = written.digits - integer_digits;
    if (decimals > max_decimals || !read_coefficient(written, number.value.coefficient)) {
        return Diagnostic{.code = DiagnosticCode::number_too_large,
                          .explanation = "`" + std::string{written.text.substr(0, 60)} +
                                         "` has more than 38 digits or 36 decimals",
                          .remedy = "Write the number with fewer digits."};
    }
    number.value.scale = static_cast<std::uint8_t>(decimals);
    return number;
}

}  // namespace cellbook
