/// Reads journal text: the common core of hledger's and ledger's formats, with our declarations.
#pragma once

#include <string>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/reading/scale_survey.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Reads `path` and what it includes into `sink`, in file order. Goes on after an error; every
/// diagnostic carries file, line, column and the line. Returns whether the sink let it read to the
/// end.
///
/// Names are interned in `chart`. Amounts need a scale, so the reader sets there `scale` and
/// `scale_known` of commodities, by their directive or, at the first amount of one that nothing
/// has settled, through `settle` (absent: it surveys `path`). All else that a declaration says
/// is the sink's to apply.
bool read_journal(TextFiles& files, const std::string& path, Chart& chart, EntrySink& sink,
                  const SettleScales& settle = {});

/// Counts the decimals of every amount (costs and assertions too) in `path` and what it includes.
/// Reports nothing; what cannot be read is passed over, since the reader will say so.
void survey_journal(TextFiles& files, const std::string& path, ScaleSurvey& survey);

}  // namespace cellbook
