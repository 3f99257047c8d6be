/// Reads events: a CSV with a header, a row an event of some kind, booked by the kinds engine.
#pragma once

#include <string>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/reading/scale_survey.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Reads `path` into `sink`, a draft a row. As `read_journal` in all else.
bool read_events(TextFiles& files, const std::string& path, const KindTable& kinds, Chart& chart,
                 EntrySink& sink, const SettleScales& settle = {});

/// As `survey_journal`.
void survey_events(TextFiles& files, const std::string& path, ScaleSurvey& survey);

/// Whether a text that begins so is an events file: its header names `date` and `kind`.
bool looks_like_events(std::string_view first_line);

}  // namespace cellbook
