/// Whether a transaction's postings are what its kind says.
#pragma once

#include <optional>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// The check `kinds`, for transactions however they were written down: each posting must be
/// explained by a leg of the kind (an account that is the leg's or lies below it, of the party that
/// plays the role, with the leg's sign), and each leg that is not optional must be there. All signs
/// may be turned round in a reversal and in kinds whose amount may be negative.
///
/// Parties come from the flow and from the tags of the other roles. A flow that names none is tried
/// both ways, and one party alone may keep its side of the books only. A parameter's account is the
/// tag's; without a tag, any account of the class of its default. For assets:cash another financial
/// asset may stand in, such as assets:deposits, except assets:receivable: what is due is `charge`.
///
/// A closing entry may close any number of one party's accounts of income and expenses, whatever
/// the signs, against equity:retained earnings.
///
/// *Errors*: `kind_unknown`, `kind_not_chargeable`, `event_field_missing` (`charge` without `of`),
/// `kind_legs_unexplained`, `kind_legs_missing`. Nothing: the legs are right, or there is no kind.
std::optional<Diagnostic> check_legs(const TransactionDraft& transaction, const KindTable& kinds,
                                     const Chart& chart);

/// Whether closing entries bring what they close to this account.
bool is_retained_earnings(const Account& account);

}  // namespace cellbook
