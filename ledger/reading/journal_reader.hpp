/// Reads journal text: the common core of hledger's and ledger's formats, with our declarations.
#pragma once

#include <string>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Reads `path` and what it includes into `sink`, in file order. Goes on after an error; every
/// diagnostic carries file, line, column and the line. Names are interned in `chart`.
/// Commodities whose scale is not known yet: `Commodity::scale_known` is false; their amounts come
/// at the scale that the chart holds for them, and an amount with more decimals is reported as
/// `amount_too_precise`. Call `survey_journal` first to settle them. Returns whether the sink let
/// it read to the end.
bool read_journal(TextFiles& files, const std::string& path, Chart& chart, EntrySink& sink);

/// Settles in `chart` the scale of every commodity that no directive declares: the most decimals of
/// any of its amounts in `path` and what it includes. Fast: reports nothing, balances nothing.
void survey_journal(TextFiles& files, const std::string& path, Chart& chart);

}  // namespace cellbook
