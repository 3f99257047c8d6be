/// Proves a book: every hash, every balance, every derived row, from the journal alone.
#pragma once

#include <string>
#include <vector>

#include "ledger/book/check_failure.hpp"
#include "ledger/book/progress.hpp"
#include "ledger/book/store.hpp"

namespace cellbook {

/// The checks by name, in the order in which they are reported.
const std::vector<std::string>& audit_names();

/// Runs the checks named (all, when none is). One pass through the journal follows the chain with
/// names of its own and judges each entry as it stood when it was recorded; what follows from all
/// of them is then compared with the rows kept. A file that cannot be read is a failure of
/// `sqlite_integrity`, not an exception. At most 1000 failures are told.
std::vector<CheckFailure> audit(Store& store, const std::vector<std::string>& only,
                                const Progress& progress);

}  // namespace cellbook
