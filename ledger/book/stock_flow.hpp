/// The stock-flow identity: what an account opens a month with, and what flows in it, is what it
/// closes with.
#pragma once

#include <functional>
#include <string>

#include "ledger/book/replay.hpp"
#include "ledger/book/store.hpp"

namespace cellbook {

/// Holds the kept rows against the stream that `replay` has followed, for every account, commodity
/// and month: closing by the kept rows less opening by the kept rows is what the stream says has
/// flowed; and the kept total is what the last month closes with. Tells the first month of each
/// account and commodity in which that fails, in figures.
void check_stock_flow(const Store& store, const Replay& replay,
                      const std::function<void(std::string)>& fail);

}  // namespace cellbook
