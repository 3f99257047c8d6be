/// The header of an events file: which column is which field of an event.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/reading/csv_records.hpp"

namespace cellbook {

enum class EventField : std::uint8_t {
    date,
    kind,
    payer,
    payee,
    amount,
    commodity,
    amount2,
    commodity2,
    rate,
    product,
    quantity,
    cell,
    standing,
    low,
    high,
    source,
    recorded,
    id,
    note,
    // columns tag:NAME that are fields all the same
    unit_price,
    standing_price,
    standing_quantity,
    standing_party,
    standing_date,
    nonobserved,
    tag,      ///< a free tag, a role or a parameter
    ignored,  ///< reported, and passed over
};

struct EventColumn {
    EventField field = EventField::ignored;
    std::string name{};  ///< the field's, or the tag's
};

/// Reports, in its own column, each unknown or repeated name of the header; such a column is passed
/// over, so that the rows are checked too.
/// *Errors*: `events_column_unknown`, `events_column_twice`, `events_header_invalid`.
/// Returns no columns when one is missing that every event needs.
std::vector<EventColumn> read_events_header(const std::vector<CsvField>& fields,
                                            const KindTable& kinds,
                                            const std::function<void(Diagnostic)>& report);

}  // namespace cellbook
