/// What a transaction does to a cell: read off its postings, whatever its kind is called.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// A transaction that names a cell and moves one of these:
/// - `assets:cells` out of one party's books and into another's: the title goes with it (a sale, a
///   gift, a seizure; a reversal takes it back);
/// - a deposit, `assets:deposits` of a tenant against `liabilities:anticretico` of an owner: the
///   use of the cell goes to the tenant, and back when the deposit is returned;
/// - `assets:improvements` of one party: the cell was improved.
struct PropertyMove {
    enum class What : std::uint8_t { title, deposit, deposit_return, improvement };
    What what = What::title;
    WordId cell{};
    PartyId from{};   ///< seller; owner who lets; tenant who gives back; owner who improves
    PartyId to{};     ///< buyer; tenant; owner; nobody
    Amount amount{};  ///< price, deposit, outlay: positive
    Sums levies{};    ///< on `expenses:levies` of both, with a sale
};

/// Absent when the transaction does nothing to a cell.
std::optional<PropertyMove> property_move(const TransactionDraft& transaction, const Chart& chart);

/// The accounts that such transactions touch, in order of their numbers.
std::vector<AccountId> property_accounts(const Chart& chart);

}  // namespace cellbook
