/// What an account is to the statements: finer than its class.
#pragma once

#include <cstdint>

#include "ledger/account.hpp"

namespace cellbook {

enum class AccountRole : std::uint8_t {
    income,
    expenses,
    cash,   ///< money at hand or in a bank, of whatever commodity: assets:cash, assets:bank
    claim,  ///< any other financial asset: owed by somebody, or a share in somebody
    thing,  ///< a non-financial asset
    liability,
    equity,
};

/// Cash is told by the first part of an asset's detail, which is `cash` or `bank` in any case.
AccountRole account_role(const Account& account);

}  // namespace cellbook
