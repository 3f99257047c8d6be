/// Query terms: what a person types to say which postings are meant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/date.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

enum class QueryField : std::uint8_t;

/// A filter over (transaction, posting). Terms of one type are alternatives, different types must
/// all hold, and `not:` excludes.
///
/// | term | holds of a posting when |
/// | --- | --- |
/// | `WORD`, `acct:WORD` | its account's name matches |
/// | `party:WORD` | the account's party matches, or the party at whose books that one is shown |
/// | `sector:NAME` | its party's books belong to that sector |
/// | `with:WORD` | its counterparty matches (`unallocated`: nobody is known) |
/// | `cur:WORD` | its commodity's whole symbol matches |
/// | `amt:N`, `amt:<N`, `amt:>=N` | its amount compares so; without its sign unless N has one |
/// | `kind:` `desc:` `code:` `source:` `id:WORD` | its transaction's matches (an id begins so) |
/// | `date:PERIOD` | its transaction's date lies in it |
/// | `status:*`, `status:!`, `status:` | it or its transaction is cleared, pending, neither |
/// | `standing:NAME` | the weakest standing of its transaction's figures is that one |
/// | `tag:NAME`, `tag:NAME=WORD` | it or its transaction has such a tag, reserved ones too |
///
/// WORD is a case-insensitive regular expression that may match anywhere, as in hledger.
/// *Requires*: one query is asked about one chart, by one thread, since it remembers its answers.
class Query {
public:
    Query();
    Query(Query&&) noexcept;
    Query& operator=(Query&&) noexcept;
    ~Query();

    /// *Errors*: `query_invalid` (unknown prefix with the nearest, bad expression, bad date or
    /// amount).
    static Result<Query> parse(std::span<const std::string> terms, Date today);
    /// The same, where a word without prefix looks at `bare` instead of accounts: a party's name in
    /// statements of parties.
    static Result<Query> parse(std::span<const std::string> terms, Date today, QueryField bare);
    /// Leaves only what lies in `dates` too.
    void confine(const DateRange& dates);

    [[nodiscard]] bool matches(const Transaction& transaction, const Posting& posting,
                               const Chart& chart) const;
    /// Whether any posting matches and no posting is excluded: `print not:cash` shows transactions
    /// that leave cash alone.
    [[nodiscard]] bool matches(const Transaction& transaction, const Chart& chart) const;
    /// As `matches`, whatever the date: for balances that begin before the period.
    [[nodiscard]] bool matches_undated(const Transaction& transaction, const Posting& posting,
                                       const Chart& chart) const;
    /// Whether the terms on dates hold of a day.
    [[nodiscard]] bool covers(Date day) const;

    /// The shortest range that holds every day of `covers`.
    [[nodiscard]] const DateRange& dates() const;
    /// Whether it looks at nothing but accounts (their party and sector too), commodities and
    /// one unbroken range of dates, so that kept balances can answer it.
    [[nodiscard]] bool kept_balances_suffice() const;
    /// Whether it looks at nothing but dates, kinds, sources and standings, which a scan of flows
    /// alone brings.
    [[nodiscard]] bool flow_suffices() const;
    /// As `matches`, of a transaction that may lack all else. *Requires*: `flow_suffices()`.
    [[nodiscard]] bool matches_flow(const Transaction& transaction, const Chart& chart) const;
    [[nodiscard]] bool matches_account(AccountId account, const Chart& chart) const;
    [[nodiscard]] bool matches_commodity(CommodityId commodity, const Chart& chart) const;
    /// Whether the terms on parties and sectors hold of a party.
    [[nodiscard]] bool matches_party(PartyId party, const Chart& chart) const;
    [[nodiscard]] bool narrows_commodities() const;
    /// Whether any term tells accounts apart.
    [[nodiscard]] bool narrows_accounts() const;
    /// The accounts of `chart` that match, or nothing when every account does.
    [[nodiscard]] std::optional<std::vector<AccountId>> accounts(const Chart& chart) const;

private:
    struct Terms;
    std::unique_ptr<Terms> terms_;
};

}  // namespace cellbook
