/// Sums by account and commodity: what balances are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"

namespace cellbook {

/// Sums by account, as `Sums` by commodity. An account that nothing was added to has none.
class AccountSums {
public:
    void add(AccountId account, CommodityId commodity, Sum sum) {
        if (account.value >= sums_.size()) sums_.resize(account.value + std::size_t{1});
        sums_[account.value][commodity] += sum;
    }
    [[nodiscard]] const Sums& of(AccountId account) const {
        static const Sums none;
        return account.value < sums_.size() ? sums_[account.value] : none;
    }
    /// One more than the largest account that anything was added to.
    [[nodiscard]] std::uint32_t account_bound() const {
        return static_cast<std::uint32_t>(sums_.size());
    }

private:
    std::vector<Sums> sums_;
};

struct SumOptions {
    /// From the beginning of the book: the query's dates only end the sum.
    bool historical = false;
    /// Accounts whose postings sum to zero are wanted too, as zeros.
    bool zeros = false;
};

/// Sums of the postings that match, from the kept balances where they can tell.
AccountSums sum_postings(const EntrySource& source, const Query& query, const SumOptions& options);

/// Account names in the order of reports: part by part, so that a parent stands before its
/// children and they before its next sibling.
bool comes_before(std::string_view a, std::string_view b);

/// The first `depth` parts of a name; `...` for none.
std::string_view clipped_name(std::string_view name, unsigned depth);

/// Accounts that anything was added to, in the order of reports.
std::vector<AccountId> accounts_in_order(const AccountSums& sums, const Chart& chart);

}  // namespace cellbook
