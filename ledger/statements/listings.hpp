/// Listings: what a book names, each a table of facts with a row a thing.
#pragma once

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Accounts that match, in the order of names; when the query looks at transactions or dates,
/// those with a posting that matches.
/// *Shape*: `account, party, sector, class, financial, declared, opened, closed`; text: the names.
Table account_list(const EntrySource& source, const Query& query);

/// Parties that match on name and sector, in the order of names; the unnamed one is left out.
/// *Shape*: `party, sector, parent, quasi_corporation, declared, opened, closed, accounts`.
Table party_list(const EntrySource& source, const Query& query);

/// Commodities that match, by symbol. *Shape*: `commodity, scale, declared`.
Table commodity_list(const EntrySource& source, const Query& query);

/// Prices of the commodities and dates that match, in the order declared.
/// *Shape*: `date, commodity, price, currency, source`; one commodity costs so much of currency.
Table price_list(const EntrySource& source, const Query& query);

/// The transactions that match, every posting a row: what `print` shows, as facts.
/// *Shape*: `date, recorded, id, status, code, description, kind, payer, payee, product, cell,
/// quantity, unit_price, standing, source, account, commodity, amount, cost_commodity, cost,
/// counterparty`.
Table posting_list(const EntrySource& source, const Query& query);

}  // namespace cellbook
