/// One stream of entries, from a journal in memory or a book on disk.
///
/// Every statement is a fold over this stream, or over the balances that a source keeps by
/// account, commodity and month; no statement knows which source it reads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/date.hpp"
#include "ledger/digest.hpp"
#include "ledger/entry.hpp"
#include "ledger/money.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Which transactions a fold needs, as far as a source can use it to read less. A source may
/// yield more than asked (except outside `dates`): folds filter for themselves.
struct Scan {
    DateRange dates{};
    std::optional<std::vector<AccountId>> accounts{};  ///< those touching any of these suffice
    /// The fold does not care for order: transactions then come in sequence, as they were recorded,
    /// which is what a source reads fastest; else by (date, sequence).
    bool any_order = false;
    /// The fold looks at ids. A journal in memory has to hash every entry to know ids that its text
    /// does not give, so a fold that does not need them says so and meets them empty.
    bool ids = true;
    /// The fold looks at date, kind, source, standings, flow and reversal, and meets all else
    /// empty, which saves a source most of its reading. It may be visited from another thread, one
    /// by one in order, and asks the source for nothing meanwhile.
    bool flow_alone = false;
};

/// Sum of an account's postings in one commodity within one month.
struct MonthBalance {
    AccountId account{};
    CommodityId commodity{};
    Month month{};
    Sum sum = 0;
};

/// Where an entry came from; kept outside the chain.
struct Provenance {
    std::string file{};
    std::uint32_t line = 0;
    std::string imported_at{};  ///< UTC, ISO 8601; empty for a journal in memory
};

class EntrySource {
public:
    virtual ~EntrySource() = default;

    [[nodiscard]] virtual const Chart& chart() const = 0;

    /// Calls `visit` for each transaction; stops when it returns false.
    virtual void for_each_transaction(
        const Scan& scan, const std::function<bool(const Transaction&)>& visit) const = 0;
    /// Every declaration in the chain's order, with its sequence number.
    virtual void for_each_declaration(
        const std::function<bool(std::int64_t, const Declaration&)>& visit) const = 0;
    /// Sums by account, commodity and month for months in [from, to); absent ends are open. Ordered
    /// by account id, commodity id, month.
    virtual void for_each_month_balance(
        std::optional<Month> from, std::optional<Month> to,
        const std::function<void(const MonthBalance&)>& visit) const = 0;

    /// Sums by account and commodity over all time, ordered by account id, then commodity id. Zero
    /// sums are left out.
    virtual void for_each_total(
        const std::function<void(AccountId, CommodityId, Sum)>& visit) const = 0;
    /// Place in the chain of the transaction that reverses the one at `seq`, if any.
    [[nodiscard]] virtual std::optional<std::int64_t> reversed_by(std::int64_t seq) const = 0;

    [[nodiscard]] virtual std::optional<Transaction> find_transaction(
        std::string_view id) const = 0;
    [[nodiscard]] virtual Provenance provenance(std::int64_t seq) const = 0;

    [[nodiscard]] virtual std::int64_t entry_count() const = 0;
    [[nodiscard]] virtual std::int64_t transaction_count() const = 0;
    /// First and last day of any transaction.
    [[nodiscard]] virtual std::optional<std::pair<Date, Date>> span() const = 0;
    /// Hash of the last entry. A journal in memory computes it when first asked.
    [[nodiscard]] virtual Hash digest() const = 0;
};

/// Balances of `dates` by account and commodity: whole months from the kept rows, the edges of the
/// range from the stream. Zero sums are left out.
std::vector<std::pair<std::pair<AccountId, CommodityId>, Sum>> balances_in(
    const EntrySource& source, const DateRange& dates);

}  // namespace cellbook
