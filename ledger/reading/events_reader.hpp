/// Reads events: a CSV with a header, a row an event of some kind, booked by the kinds engine.
///
/// *Shape*: schemas/events.json describes the columns. Any order; `date`, `kind`, `payer`,
/// `commodity` and `amount` (or `amount2` and `rate`) must be there. `tag:NAME` columns become
/// tags.
#pragma once

#include <string>
#include <string_view>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/reading/scale_survey.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Reads `path` into `sink`, a draft a row; as `read_journal` in all else. Goes on after an error:
/// every diagnostic carries file, line, column and the line.
/// *Errors*: `events_header_invalid`, `events_column_unknown`, `events_column_twice`,
/// `events_row_length`, `events_quote_invalid`, `text_not_utf8`, `date_invalid`, `number_invalid`,
/// `number_too_large`, `event_field_invalid`, `event_field_missing`, and those of `EventBooker`.
bool read_events(TextFiles& files, const std::string& path, const KindTable& kinds, Chart& chart,
                 EntrySink& sink, const SettleScales& settle = {});

/// As `survey_journal`.
void survey_events(TextFiles& files, const std::string& path, ScaleSurvey& survey);

/// Settles the scales of an event's commodities, as `read_events` does for a row.
void settle_scales(const Event& event, Chart& chart, const SettleScales& settle = {});

/// Whether a text that begins so is an events file: its first line that is neither empty nor a
/// comment (`#`) is a header that names `date` and `kind`. `beginning` may end anywhere
/// behind that line.
bool looks_like_events(std::string_view beginning);

}  // namespace cellbook
