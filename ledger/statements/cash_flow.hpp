/// The cash flow statement: where cash came from and where it went, by the direct method.
#pragma once

#include <optional>
#include <string>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/period_table.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

struct CashFlowOptions {
    ReportColumns columns{};             ///< `historical` means nothing here
    bool aggregate = false;              ///< with what members of the set pay each other
    bool by_party = false;               ///< a statement of each party
    std::optional<unsigned> depth{};     ///< lines are clipped to so many parts, class and detail
    std::optional<std::string> pivot{};  ///< what names the lines: see `Pivot`
};

/// The cash flow of the parties that the query's party and sector terms name: opening cash, its
/// causes, closing cash. Cash accounts are assets whose detail begins with the part `cash` or
/// `bank`; terms on accounts choose among them, and money moved to the others is then a transfer.
///
/// Causes are a party's other postings in the transactions that moved its cash (`Consolidation`),
/// inflows positive:
///
/// | section | postings on |
/// | --- | --- |
/// | `operating` | income, expenses, receivables, payables, goods |
/// | `investing` | other things; other claims: loans granted, deposits given, capital |
/// | `financing` | other liabilities, equity |
/// | `opening_balances` | equity:opening |
/// | `other_changes` | equity:volume, equity:revaluation: losses, seizures (SNA 2008, ch. 12) |
/// | `transfers` | cash accounts that are not counted |
/// | `exchange` | what was given of one commodity for another |
/// | `holding_gains` | when valued: what prices did to cash held, and rounding |
///
/// Opening cash and the sections sum to closing cash, in each column and commodity. A set is
/// consolidated: what members pay each other is left out unless `aggregate`.
/// *Shape*: facts `party, section, account`, then as `PeriodTable`; `opening`, `change` and
/// `closing` are sections of their own; `unallocated` says how much of the causes is with nobody
/// known, in a set of several. *Units*: the commodity's own decimals, or the currency's when
/// valued.
Table cash_flow(const EntrySource& source, const Query& query, const CashFlowOptions& options);

}  // namespace cellbook
