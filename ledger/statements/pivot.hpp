/// A pivot: lines named by something else than the account.
#pragma once

#include <string>

#include "ledger/chart.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// What a posting's line is called: by its account's `party` or that party's `sector`; by its
/// counterparty (`with`; `unallocated` when nobody is known); by its transaction's `kind`, `payer`,
/// `payee`, `product`, `cell`, `source`, `standing`; else by the value of a tag, the posting's own
/// before its transaction's. What has none is `(no kind)` and so on.
class Pivot {
public:
    explicit Pivot(std::string what) : what_{std::move(what)} {}

    [[nodiscard]] const std::string& what() const { return what_; }
    /// Whether the account alone says it, so that kept balances can.
    [[nodiscard]] bool is_of_accounts() const { return what_ == "party" || what_ == "sector"; }
    /// *Requires*: `is_of_accounts()`.
    [[nodiscard]] std::string name_of(AccountId account, const Chart& chart) const;
    [[nodiscard]] std::string name_of(const Transaction& transaction, const Posting& posting,
                                      const Chart& chart) const;

private:
    [[nodiscard]] std::string none() const { return "(no " + what_ + ")"; }

    std::string what_;
};

}  // namespace cellbook
