/// The register: postings one by one, with a running total.
#pragma once

#include <optional>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/table.hpp"
#include "ledger/statements/valuation.hpp"

namespace cellbook {

struct RegisterOptions {
    bool historical = false;          ///< the total begins with what stood before the period
    bool related = false;             ///< the other postings of the transactions that match
    std::optional<unsigned> depth{};  ///< account names are clipped
    /// Each amount valued, `end` being the last day of the report; the total adds values up.
    std::optional<ValuationOptions> valuation{};
};

/// The postings that match, by (date, sequence).
/// *Shape*: facts `date, id, description, account, commodity, amount, balance`; `balance` is the
/// running total of that commodity over the rows so far. Text: as hledger's `register`.
/// *Units*: debit positive, in the commodity's own decimals.
Table account_register(const EntrySource& source, const Query& query,
                       const RegisterOptions& options);

}  // namespace cellbook
