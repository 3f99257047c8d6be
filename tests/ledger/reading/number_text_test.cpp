#include "ledger/reading/number_text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

/// `1234.50 , .` (value, group mark, decimal mark), or the name of the error.
std::string read(const std::string& text, char settled) {
    TextCursor cursor{text};
    DigitsAndMarks written;
    if (!take_digits(cursor, written)) return "none";
    if (!cursor.done()) return "rest " + std::string{cursor.rest()};
    const auto number = read_number(written, settled);
    Decimal plain;
    if (read_plain_number(written, settled, plain)) {
        REQUIRE(number);
        REQUIRE(plain == number->value);
    }
    if (!number) return std::string{to_string(number.error().code)};
    const auto shown = [](char mark) { return mark == 0 ? '-' : mark; };
    return to_string(number->value) + ' ' + shown(number->group_mark) + shown(number->decimal_mark);
}

}  // namespace

TEST_CASE("digits and marks are read as people mean them") {
    struct Case {
        std::string text;
        std::string unsettled;
        std::string with_point;
        std::string with_comma;
    };
    const std::vector<Case> cases{
        {"300", "300 --", "300 --", "300 --"},
        {"300.00", "300.00 -.", "300.00 -.", "number_invalid"},
        {"300,00", "300.00 -,", "number_invalid", "300.00 -,"},
        {"1.000", "number_ambiguous", "1.000 -.", "1000 .-"},
        {"1,000", "number_ambiguous", "1000 ,-", "1.000 -,"},
        {"0.125", "0.125 -.", "0.125 -.", "number_invalid"},
        {"1000.125", "1000.125 -.", "1000.125 -.", "number_invalid"},
        {"1,234.50", "1234.50 ,.", "1234.50 ,.", "number_invalid"},
        {"1.234,50", "1234.50 .,", "number_invalid", "1234.50 .,"},
        {"1,234,567", "1234567 ,-", "1234567 ,-", "number_invalid"},
        {"1,23,456.78", "123456.78 ,.", "123456.78 ,.", "number_invalid"},
        {"1 234.5", "1234.5  .", "1234.5  .", "number_invalid"},
        {"1'234.50", "1234.50 '.", "1234.50 '.", "number_invalid"},
        {"1'234", "1234 '-", "1234 '-", "1234 '-"},
        {".5", "0.5 -.", "0.5 -.", "number_invalid"},
        {"5.", "5 -.", "5 -.", "number_invalid"},
        {"1,000.", "1000 ,.", "1000 ,.", "number_invalid"},
        {"12,34.5", "number_invalid", "number_invalid", "number_invalid"},
        {"1.2.3", "number_invalid", "number_invalid", "number_invalid"},
        {"1,,000", "number_invalid", "number_invalid", "number_invalid"},
        {"1,234'567.0", "number_invalid", "number_invalid", "number_invalid"},
        {"999999999999999999", "999999999999999999 --", "999999999999999999 --",
         "999999999999999999 --"},
        {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999 --",
         "99999999999999999999999999999999999999 --", "99999999999999999999999999999999999999 --"},
        {"100000000000000000000000000000000000000", "number_too_large", "number_too_large",
         "number_too_large"},
        {"0.0000000000000000000000000000000000001", "number_too_large", "number_too_large",
         "number_invalid"},
        {"x", "none", "none", "none"},
        {".", "none", "none", "none"},
        {"12BOB", "rest BOB", "rest BOB", "rest BOB"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(read(one.text, 0) == one.unsettled);
        CHECK(read(one.text, '.') == one.with_point);
        CHECK(read(one.text, ',') == one.with_comma);
    }
}

TEST_CASE("more marks than any number has end it") {
    std::string text = "1";
    for (int i = 0; i < 30; ++i) text += ",000";
    TextCursor cursor{text};
    DigitsAndMarks written;
    REQUIRE(take_digits(cursor, written));
    CHECK(written.mark_count == DigitsAndMarks::most_marks);
    CHECK_FALSE(cursor.done());
}
