/// The three balances: the one way from a draft to a transaction.
#pragma once

#include <string>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Completes a draft and checks it. In order:
///  1. each party's one elided amount is inferred (several commodities: one posting each);
///  2. two commodities without a price, when exactly two remain in a party's books, are taken as
///     exchanged at the rate they imply: the later-mentioned side's total becomes the cost of the
///     first;
///  3. the transaction sums to zero at cost, per commodity, as a whole and for every party;
///  4. with several parties, financial assets, liabilities and equity sum to zero across the
///     parties in each commodity, uncosted;
///  5. the flow's amount is settled: what the payer's financial position gave to others, or, when
///     nothing financial moved between parties, the payer's expenses.
/// *Errors*: `transaction_empty`, `elided_twice`, `elided_not_inferable`, `unbalanced`,
/// `unbalanced_within_tolerance`, `party_unbalanced`, `claims_unbalanced`, `amount_overflow`. No
/// position: the caller knows it. *Source*: quadruple entry, SNA 2008, 3.111-3.121.
class BalanceRule {
public:
    explicit BalanceRule(const Chart& chart) : chart_(chart) {}
    [[nodiscard]] Result<Transaction> balance(TransactionDraft draft) const;

private:
    const Chart& chart_;
};

}  // namespace cellbook
