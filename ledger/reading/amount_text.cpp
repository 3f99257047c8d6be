#include "ledger/reading/amount_text.hpp"

#include <string>

namespace cellbook {

namespace {

constexpr std::string_view remedy =
    "Write a number and a commodity, as in 300.00 BOB or $-3; quote names that hold other than "
    "letters.";

bool refuse(Diagnostic& why, std::uint32_t column, std::string explanation) {
    why = {.code = DiagnosticCode::amount_invalid,
           .explanation = std::move(explanation),
           .remedy = std::string{remedy},
           .position = {.column = column}};
    return false;
}

bool is_symbol_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '%' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool take_sign(TextCursor& cursor, bool& negative) {
    const char c = cursor.peek();
    if (c != '-' && c != '+') return false;
    negative = c == '-';
    ++cursor.at;
    cursor.skip_blanks();
    return true;
}

/// What stands here instead of a number, for the explanation.
std::string what_is_here(const TextCursor& cursor) {
    return cursor.done() ? "the line ends"
                         : "`" + std::string{cursor.rest().substr(0, 40)} + "` stands";
}

bool refuse_expression(const TextCursor& cursor, Diagnostic& why) {
    why = {.code = DiagnosticCode::syntax_unsupported,
           .explanation = "amount expressions in parentheses are not supported",
           .remedy = "Write the amount that the expression comes to.",
           .position = {.column = cursor.column()}};
    return false;
}

}  // namespace

bool take_symbol(TextCursor& cursor, std::string_view& symbol, Diagnostic& why) {
    const std::uint32_t column = cursor.column();
    std::size_t begin = cursor.at;
    if (cursor.take('"')) {
        const std::size_t end = cursor.line.find('"', ++begin);
        if (end == std::string_view::npos) {
            return refuse(why, column, "the quote of this commodity is not closed");
        }
        symbol = cursor.line.substr(begin, end - begin);
        cursor.at = end + 1;
        const bool named = !symbol.empty() && symbol.find(';') == std::string_view::npos;
        return named || refuse(why, column, "a quoted commodity has no name or holds a semicolon");
    }
    while (is_symbol_character(cursor.peek())) ++cursor.at;
    symbol = cursor.line.substr(begin, cursor.at - begin);
    return true;
}

bool take_amount(TextCursor& cursor, AmountText& out, Diagnostic& why) {
    out.begin = cursor.at;
    out.negative = false;
    out.symbol_left = false;
    out.spaced = false;
    if (cursor.peek() == '(') return refuse_expression(cursor, why);
    bool has_sign = take_sign(cursor, out.negative);
    if (!take_symbol(cursor, out.symbol, why)) return false;
    if (!out.symbol.empty()) {
        out.symbol_left = true;
        out.spaced = is_blank(cursor.peek());
        cursor.skip_blanks();
        bool negative = false;
        if (take_sign(cursor, negative)) {
            if (has_sign) return refuse(why, cursor.column(), "an amount has two signs");
            has_sign = true;
            out.negative = negative;
        }
    }
    out.number_begin = cursor.at;
    if (!take_digits(cursor, out.digits)) {
        return refuse(why, cursor.column(), what_is_here(cursor) + " where a number should");
    }
    if (out.symbol_left) return true;
    const std::size_t after_number = cursor.at;
    cursor.skip_blanks();
    const bool spaced = cursor.at != after_number;
    if (!take_symbol(cursor, out.symbol, why)) return false;
    out.spaced = spaced && !out.symbol.empty();
    return true;
}

}  // namespace cellbook
