/// What a report of the property register is of: a day, and words of names.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/property/property_register.hpp"
#include "ledger/query/pattern.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

struct PropertyScope {
    std::optional<Date> on{};  ///< at the end of this day; absent: `register_day`
    /// A row is shown when any of these is found in any of its names; none: all rows.
    std::vector<Pattern> words{};

    [[nodiscard]] bool shows(std::initializer_list<std::string_view> names) const;
};

/// The day on which a register is looked at where none is given: that of the last transaction;
/// without any, the last on which something in the register begins or ends.
Date register_day(const EntrySource& source, const PropertyRegister& property);

/// *Errors*: `register_empty`: the source registers no cell, so there is nothing to report on.
std::optional<Diagnostic> nothing_registered(const PropertyRegister& property);

// Cells of tables. What is not known is left empty.
Value party_value(PartyId party, const Chart& chart);
Value word_value(WordId word, const Chart& chart);
Value count_value(const std::optional<std::int64_t>& count);
Value decimal_value(const std::optional<Decimal>& number);
Value date_value(const std::optional<Date>& day);
/// The last day of a range that has an end.
Value last_day_value(const DateRange& range);
Value amount_value(const std::optional<Amount>& amount, const Chart& chart);
/// In the commodity's minor units; as written where they do not hold it.
Value price_value(const std::optional<RowPrice>& price, const Chart& chart);
Value standing_value(const RowOrigin& origin);
Value source_value(const RowOrigin& origin, const Chart& chart);

}  // namespace cellbook
