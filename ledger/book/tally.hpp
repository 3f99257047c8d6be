/// What follows from transactions by addition: balances by month, and where each account's
/// transactions stand. Kept by a book in memory, written out by a book on disk, and made anew by
/// its check.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/book/packed_list.hpp"
#include "ledger/date.hpp"
#include "ledger/identity.hpp"
#include "ledger/money.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// A transaction's place in (date, sequence) order.
struct Place {
    Date date{};
    std::int64_t seq = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

class Tally {
public:
    Tally() = default;
    Tally(Tally&&) = default;
    Tally& operator=(Tally&&) = default;

    struct MonthSum {
        Month month{};
        CommodityId commodity{};
        Sum sum = 0;
    };
    /// The transactions that touch an account in a month: `seq * 32 + day of month`, ascending.
    struct MonthPlaces {
        Month month{};
        PackedList places{};
    };

    /// Adds the amounts. *Requires*: `seq` greater than any before, when places are added too.
    void add_sums(const TransactionDraft& transaction);
    void add_places(const TransactionDraft& transaction, std::int64_t seq);
    void add_sum(AccountId account, const MonthSum& sum);

    /// By month, then commodity. Sums may be zero.
    [[nodiscard]] std::vector<MonthSum> sums(AccountId account) const;
    /// By month.
    [[nodiscard]] const std::vector<MonthPlaces>& places(AccountId account) const;
    /// Those that anything was added to, in the order in which that first happened.
    [[nodiscard]] const std::vector<AccountId>& accounts() const { return accounts_; }
    /// Sequence numbers of each day's transactions.
    [[nodiscard]] const std::map<Date, PackedList>& days() const { return days_; }

    /// Adds to `sums` what stands on `account` before the first day of `month`.
    void add_before(AccountId account, Month month, Sums& sums) const;
    /// Places of the account's transactions within `month`, unsorted, after those in `places`.
    void places_in(AccountId account, Month month, std::vector<Place>& places) const;

private:
    /// Entries mostly come by date, so what is added to stands apart: one cache line an account.
    struct alignas(64) AccountSums {
        MonthSum latest{};  ///< of the last month, there of the last commodity
        std::vector<MonthSum> before{};
        bool any = false;
    };
    /// What is kept of an account stands at its slot: a batch of a few entries needs little room,
    /// whatever the accounts' numbers are.
    using Slot = std::uint32_t;
    static constexpr Slot no_slot = 0xffffffffU;

    [[nodiscard]] Slot find_slot(AccountId account) const {
        return account.value < slots_.size() ? slots_[account.value] : no_slot;
    }
    Slot slot_of(AccountId account);

    std::vector<Slot> slots_{};  ///< by account
    std::vector<AccountId> accounts_{};
    std::vector<AccountSums> sums_{};                 ///< by slot
    std::vector<std::vector<MonthPlaces>> places_{};  ///< by slot, as far as any were added
    std::map<Date, PackedList> days_{};
    Date last_day_{};
    PackedList* last_list_ = nullptr;  ///< of `last_day_`: entries mostly come by date
};

/// `seq * 32 + day of month` and back.
std::uint64_t pack_place(const Place& place);
/// Absent when the month has no such day.
std::optional<Place> unpack_place(Month month, std::uint64_t packed);

}  // namespace cellbook
