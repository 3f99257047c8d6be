/// A book's names, read back from their rows.
#pragma once

#include "ledger/book/store.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"

namespace cellbook {

/// Brings chart and names to what the file holds. Names already there keep their ids, so this can
/// follow a file that another process writes. Throws `StorageError` when the rows contradict one
/// another.
void load_names(Store& store, Chart& chart, ChainNames& names);

}  // namespace cellbook
