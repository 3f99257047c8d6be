/// The table of kinds as a person reads it.
#pragma once

#include <string_view>

#include "ledger/kinds/kind_table.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Every kind, in the order of the table of kinds.
/// *Shape*: `kind, title, payer_sna, payee_sna, product`; SNA 2008 transaction codes.
Table kind_list(const KindTable& kinds);

/// What one kind books. *Shape*: `kind, role, account, amount`, a row a leg; `amount` is the
/// formula. *Errors*: `kind_unknown`.
Result<Table> kind_legs(const KindTable& kinds, std::string_view name);

}  // namespace cellbook
