/// The identities that statements must fulfil, held between kept rows and the stream.
#pragma once

#include <string>
#include <vector>

#include "ledger/book/check_failure.hpp"
#include "ledger/entry_source.hpp"

namespace cellbook {

/// The checks by name.
const std::vector<std::string>& identity_names();

/// Checks the identities named (all, when none is) for every party and commodity, and so for every
/// set of parties; flows in every month. One side comes from the rows that a source keeps, the
/// other from one pass over its stream.
///
/// | check | one side, by kept rows | the other, by the stream |
/// | --- | --- | --- |
/// | `balance_sheet` | all of a party's accounts together | what exchanges at cost leave: the
/// translation line | | `net_income` | change of retained earnings, closed or not | income less
/// expenses, closing entries passed over | | `cash_flow` | closing less opening cash | what cash
/// was given for, and exchanges at cost |
///
/// A source that cannot be read is a failure of the first, not an exception.
std::vector<CheckFailure> check_identities(const EntrySource& source,
                                           const std::vector<std::string>& only);

}  // namespace cellbook
