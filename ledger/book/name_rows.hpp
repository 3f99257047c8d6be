/// A book's names, read back from their rows.
#pragma once

#include "ledger/book/store.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"

namespace cellbook {

/// Brings chart and names to what the file holds. Names already there keep their ids, so this can
/// follow a file that another process writes. Throws `StorageError` when the rows contradict one
/// another.
///
/// Rows do not say which scales the chain has told among its names: that a scale is known may be
/// the word of a declaration. `names.scale_unsure` says so.
void load_names(Store& store, Chart& chart, ChainNames& names);

}  // namespace cellbook
