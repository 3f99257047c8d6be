/// What is due and unpaid: the kind that another kind becomes when its payment is put off.
#pragma once

#include "ledger/diagnostic.hpp"
#include "ledger/kinds/kind.hpp"

namespace cellbook {

/// `inner` booked on account under the name of `outer` (a kind with `of`, such as `charge`): who
/// would have paid owes, who would have been paid has a claim. Amounts, parameters, what must be
/// given, product and attributes are the inner kind's.
/// *Errors*: `kind_not_chargeable` when `inner` pays nothing that could be put off.
Result<Kind> put_off(const Kind& outer, const Kind& inner);

}  // namespace cellbook
