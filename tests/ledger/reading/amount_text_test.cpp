#include "ledger/reading/amount_text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

/// `-|300.00|BOB|left spaced|rest`, or `CODE column`.
std::string read(const std::string& line) {
    TextCursor cursor{line};
    AmountText amount;
    Diagnostic why{};
    if (!take_amount(cursor, amount, why)) {
        return std::string{to_string(why.code)} + ' ' + std::to_string(why.position.column);
    }
    return std::string{amount.negative ? "-" : "+"} + '|' + std::string{amount.digits.text} + '|' +
           std::string{amount.symbol} + '|' + (amount.symbol_left ? "left" : "right") +
           (amount.spaced ? " spaced" : "") + '|' + std::string{cursor.rest()};
}

}  // namespace

TEST_CASE("amounts have their sign and symbol on either side") {
    struct Case {
        std::string line;
        std::string read;
    };
    const std::vector<Case> cases{
        {"300.00 BOB", "+|300.00|BOB|right spaced|"},
        {"BOB 300.00", "+|300.00|BOB|left spaced|"},
        {"Bs300", "+|300|Bs|left|"},
        {"-$3", "-|3|$|left|"},
        {"$-3", "-|3|$|left|"},
        {"$ -3", "-|3|$|left spaced|"},
        {"- 3 BOB", "-|3|BOB|right spaced|"},
        {"+3BOB", "+|3|BOB|right|"},
        {"3€", "+|3|€|right|"},
        {"10 \"jam, tins\" @ 2 CIG", "+|10|jam, tins|right spaced| @ 2 CIG"},
        {"\"jam, tins\" 10", "+|10|jam, tins|left spaced|"},
        {"1 000 BOB", "+|1 000|BOB|right spaced|"},
        {"300", "+|300||right|"},
        {"300 ; note", "+|300||right|; note"},
        {"300 = 5", "+|300||right|= 5"},
        {"1,000.00 BOB  ; x", "+|1,000.00|BOB|right spaced|  ; x"},
        {"", "amount_invalid 1"},
        {"BOB", "amount_invalid 4"},
        {"-", "amount_invalid 2"},
        {"-$-3", "amount_invalid 4"},
        {"; note", "amount_invalid 1"},
        {"10 \"jam", "amount_invalid 4"},
        {"10 \"\"", "amount_invalid 4"},
        {"10 \"a;b\"", "amount_invalid 4"},
        {"(2 * 3)", "syntax_unsupported 1"},
    };
    for (const Case& one : cases) {
        INFO(one.line);
        CHECK(read(one.line) == one.read);
    }
}
