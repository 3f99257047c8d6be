/// The trial balance: what every account opened with, its debits and credits, what it closes with.
#pragma once

#include <optional>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

struct TrialBalanceOptions {
    std::optional<unsigned> depth{};  ///< accounts below are added to the one they hang from
    bool empty = false;               ///< accounts that opened and closed at zero untouched too
};

/// Opening balances before the query's dates, debits and credits in them, closing balances.
///
/// Of a whole book, opening and closing balances sum to zero in each commodity and debits equal
/// credits, once the exchanges between commodities are set beside the accounts: what was given of
/// one commodity for another, at cost, stands on a line of its own in the text form. So does a
/// trial balance of one commodity, or of whole parties. Openings come from kept balances.
/// *Shape*: facts `account, commodity, opening, debit, credit, closing`, in the order of names,
/// then symbols; closing = opening + debit - credit. *Units*: opening and closing debit positive;
/// debit and credit not negative.
Table trial_balance(const EntrySource& source, const Query& query,
                    const TrialBalanceOptions& options);

}  // namespace cellbook
