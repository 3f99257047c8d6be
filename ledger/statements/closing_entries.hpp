/// Closing entries: income and expenses of a period brought to retained earnings.
#pragma once

#include <functional>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"

namespace cellbook {

/// Whether a transaction closes accounts (kind `closing`), or reverses one that did. What has been
/// earned and spent is not changed by it, so statements of income and of cash pass it over.
bool is_closing(const TransactionDraft& transaction, const Chart& chart);

/// The accounts that closing entries bring income and expenses to: every such entry books on one
/// of them, so it is found through their lists, at no cost when nothing was ever closed.
std::vector<AccountId> retained_earnings_accounts(const Chart& chart);

/// Calls `visit` for each closing entry within `dates`, in no order that matters: sums of kept
/// balances less what these did are sums without them.
void for_each_closing_entry(const EntrySource& source, const DateRange& dates,
                            const std::function<void(const Transaction&)>& visit);

struct ClosingOptions {
    Date date{};  ///< of the entries
};

/// An entry for each party, by name: what the postings that match have left on its accounts of
/// income and expenses, in each commodity, goes to `equity:retained earnings`. Entries recorded
/// before count, so that closing a period again closes only what has come to it since.
/// Names are made in `chart`, which knows all of the source's: its own, or a copy.
std::vector<TransactionDraft> closing_entries(const EntrySource& source, const Query& query,
                                              const ClosingOptions& options, Chart& chart);

}  // namespace cellbook
