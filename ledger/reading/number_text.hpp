/// Numbers as people write them: digit groups, and a point or a comma before the decimals.
#pragma once

#include <array>
#include <cstdint>

#include "ledger/decimal.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

/// Digits and marks as they stand, before it is known which mark is which.
struct DigitsAndMarks {
    static constexpr std::size_t most_marks = 24;
    struct Mark {
        char character = 0;
        std::uint16_t digits_before = 0;
    };

    std::string_view text{};
    std::uint64_t value = 0;  ///< of all digits, as long as they are not more than 18
    std::uint16_t digits = 0;
    std::uint16_t mark_count = 0;
    std::array<Mark, most_marks> marks;  // those below mark_count are set
};

/// Takes digits and marks (point, comma, apostrophe; a space between digits); false when there is
/// no digit here. More than `most_marks` marks or 10,000 digits end the number.
bool take_digits(TextCursor& cursor, DigitsAndMarks& out);

/// What digits and marks mean.
struct Number {
    Decimal value{};  ///< never negative
    char decimal_mark = 0;
    char group_mark = 0;
};

/// Reads digits and marks, where `settled` is the decimal mark if a directive has settled it, else
/// 0. *Errors*, without position: `number_ambiguous` (`1.000` and `1,000`, unless settled),
/// `number_invalid` (marks that are no groups), `number_too_large`.
Result<Number> read_number(const DigitsAndMarks& written, char settled);

/// `read_number` for the common case of few digits and no mark or a decimal mark that cannot be
/// taken for another; false: ask `read_number`.
inline bool read_plain_number(const DigitsAndMarks& written, char settled, Decimal& out) {
    if (written.digits > 18 || written.mark_count > 1) return false;
    std::uint16_t decimals = 0;
    if (written.mark_count == 1) {
        const auto mark = written.marks[0];
        decimals = static_cast<std::uint16_t>(written.digits - mark.digits_before);
        if (settled != 0 ? mark.character != settled
                         : decimals == 3 || (mark.character != '.' && mark.character != ',')) {
            return false;
        }
    }
    out.coefficient = written.value;
    out.scale = static_cast<std::uint8_t>(decimals);
    return true;
}

}  // namespace cellbook
