/// The three balances of a kind, proven for all amounts at once.
#pragma once

#include <string>
#include <vector>

#include "ledger/kinds/kind.hpp"

namespace cellbook {

/// A way in which a kind's legs fail the balances.
struct KindImbalance {
    std::string role;  ///< in whose books; empty: across the parties
    std::string what;  ///< in figures
};

/// Treats every amount that is not a sum of others as a symbol, so that what holds here holds for
/// every event: each role's legs cancel (or leave `amount` against `amount2`, an exchange);
/// over the roles, legs on financial assets, liabilities and equity cancel; and with more than two
/// roles they cancel for each pair, so that every flow has its counterparty.
/// An account that a parameter names counts as what its default is.
std::vector<KindImbalance> check_balances(const Kind& kind);

/// Whether the account given for parameter `name` must be of the same nature (financial or not) as
/// its default for the kind to balance: false when the parameter's own legs cancel, as in a gift.
bool nature_is_fixed(const Kind& kind, std::string_view name);

/// Whether a class and detail such as `assets:cash` is a financial asset, a liability or equity.
bool is_financial_account(std::string_view account);

/// Whether an event that leaves out optional parameters has no such leg.
bool is_optional(const Kind& kind, const KindLeg& leg);

}  // namespace cellbook
