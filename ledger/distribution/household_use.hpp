/// What a household earns by or spends on, told by the account.
#pragma once

#include <cstdint>

#include "ledger/account.hpp"

namespace cellbook {

/// By the first part of an account's detail, as the standard kinds book it (schemas/kinds.toml):
///
/// | use | accounts | SNA 2008 |
/// | --- | --- | --- |
/// | income | income, but what is below | B.2, B.3, D.1, D.4, D.6, D.7 |
/// | production | expenses: depreciation, goods_sold, materials, purchases, upkeep, wages | P.2,
/// D.1, P.51c | | taxes | expenses: dues, entry, gate, levies | D.2, D.5, D.759 | | distribution |
/// expenses: allowance, drawings, gifts, interest, transfers | D.4, D.6, D.7 | | capital | income
/// and expenses: forgiven | D.9 | | consumption | every other of expenses, in-kind food of the
/// state among them | P.31, D.63 | | position | assets, liabilities, equity | |
enum class HouseholdUse : std::uint8_t {
    income,
    production,    ///< costs of what the household makes or trades itself
    taxes,         ///< what sections, the council and the gate take
    distribution,  ///< property income and current transfers paid
    capital,       ///< debts forgiven, which are no income and no consumption
    consumption,   ///< actual final consumption
    position,
};

HouseholdUse household_use(const Account& account);

}  // namespace cellbook
