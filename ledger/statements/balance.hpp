/// Balances of accounts: sums of their postings, over periods or from the beginning.
#pragma once

#include <optional>
#include <string>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/period_table.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

struct BalanceOptions {
    /// Periods as columns; historical: what stands at the end, not what changed in the period.
    ReportColumns columns{};
    bool tree = false;   ///< text: a line an account with all below it, indented
    bool elide = true;   ///< text: parents with one child and nothing of their own join it
    bool empty = false;  ///< accounts that come to zero too
    bool total = true;   ///< text: the sum below
    std::optional<unsigned> depth{};     ///< accounts below are added to the one they hang from
    std::optional<std::string> pivot{};  ///< what names the lines: see `Pivot`
};

/// The balances of the postings that match.
/// *Shape*: facts `account, commodity, amount`, a row for each account and commodity that is not
/// zero, in the order of names, then symbols; sub-accounts are not in their parents' amounts, in a
/// tree's facts neither. With an interval, a comparison, an average or a row total: `account`, then
/// as `PeriodTable`. Text: as hledger's `balance`.
/// *Units*: debit positive, in the commodity's own decimals. *Requires*: the source outlives the
/// table, whose rows are made when they are gone through.
Table balance(const EntrySource& source, const Query& query, const BalanceOptions& options);

}  // namespace cellbook
