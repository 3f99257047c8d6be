/// Who paid whom and how much, as far as the postings tell.
#pragma once

#include "ledger/chart.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Sets the flow's amount and, where nothing was said and exactly two parties transact in one
/// direction, payer and payee. The amount is, in this order, what the payer's books show of: its
/// net financial position given up; financial assets given up (a loan, a debt settled);
/// expenses (what was given in kind and used up); non-financial assets given up. The first that
/// names exactly one commodity counts; a reversal's amount is negative.
/// *Requires*: postings complete and balanced.
void settle_flow(TransactionDraft& transaction, const Chart& chart);

}  // namespace cellbook
