/// Whether every assertion of a book still holds, read off its journal alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/book/replay.hpp"
#include "ledger/book/store.hpp"

namespace cellbook {

struct AssertionFailure {
    std::int64_t seq = 0;
    std::string id{};
    std::string explanation{};
};

/// Goes through the transactions in (date, sequence) order, the days of `replay` giving it, and
/// compares what stands on asserted accounts with each assertion whose transaction still stands.
std::vector<AssertionFailure> failed_assertions(Store& store, Replay& replay);

}  // namespace cellbook
