/// Amounts as people write them: sign, symbol and number, the symbol on either side.
#pragma once

#include <string_view>

#include "ledger/diagnostic.hpp"
#include "ledger/reading/number_text.hpp"
#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

struct AmountText {
    bool negative = false;
    DigitsAndMarks digits{};
    std::string_view symbol{};  ///< without quotes; empty: none
    bool symbol_left = false;
    bool spaced = false;    ///< blanks between symbol and number
    std::size_t begin = 0;  ///< where the amount stands in its line
    std::size_t number_begin = 0;
};

/// Takes `300.00 BOB`, `BOB 300.00`, `Bs300`, `-$3`, `$-3`, `10 "jam, tins"`; leaves blanks behind
/// it. False with `why` (position: column alone) when there is no amount here. *Errors*:
/// `amount_invalid`, `syntax_unsupported` (expressions).
bool take_amount(TextCursor& cursor, AmountText& out, Diagnostic& why);

/// Takes a symbol, quoted or of letters and currency signs; false with `why` when a quote is left
/// open or holds nothing. An absent symbol is empty.
bool take_symbol(TextCursor& cursor, std::string_view& symbol, Diagnostic& why);

}  // namespace cellbook
