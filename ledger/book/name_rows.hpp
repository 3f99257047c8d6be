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

/// Which scales the chain has told among its names, as who writes the next entry must know. That a
/// scale is known does not say so: a declaration may have told it, as what it is about.
/// *Requires*: `load_names`.
void load_scales_told(Store& store, const Chart& chart, ChainNames& names);

}  // namespace cellbook
