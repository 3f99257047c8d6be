/// Exact money: integer amounts at their commodity's scale, 128-bit sums, overflow as an error.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "ledger/decimal.hpp"
#include "ledger/identity.hpp"

namespace cellbook {

/// An integer number of minor units of one commodity. Debit is positive, credit negative.
struct Amount {
    std::int64_t minor = 0;
    CommodityId commodity{};
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// A sum of amounts of one commodity. 2^63 amounts of 2^63 minor units fit, so adding amounts
/// never overflows in practice; `narrow` says when a sum is too large to be an amount again.
using Sum = Int128;

/// *Errors*: `amount_overflow`.
Result<std::int64_t> narrow(Sum sum);

/// Sums by commodity, in the order of commodity ids, without zeros unless they were put there.
using Sums = std::map<CommodityId, Sum>;

}  // namespace cellbook
