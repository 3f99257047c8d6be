/// Query terms: what a person types to say which postings are meant.
#pragma once

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

/// A filter over (transaction, posting). Terms of one type are alternatives, different types must
/// all hold, `not:` excludes. Terms: bare word or acct:, party:, sector:, kind:, with:, desc:,
/// date:, amt:, cur:, tag:, status:, standing:, source:, code:, not:. Words are case-insensitive
/// regular expressions, as in hledger.
class Query {
public:
    Query();
    Query(Query&&) noexcept;
    Query& operator=(Query&&) noexcept;
    ~Query();

    /// *Errors*: `query_invalid` (unknown prefix with the nearest, bad expression, bad date or
    /// amount).
    static Result<Query> parse(std::span<const std::string> terms, Date today);

    [[nodiscard]] bool matches(const Transaction& transaction, const Posting& posting,
                               const Chart& chart) const;
    /// Whether any posting matches.
    [[nodiscard]] bool matches(const Transaction& transaction, const Chart& chart) const;

    /// Dates that the terms confine it to.
    [[nodiscard]] const DateRange& dates() const;
    /// Whether it looks at nothing but accounts (their party and sector too), commodities and
    /// dates, so that kept balances can answer it.
    [[nodiscard]] bool kept_balances_suffice() const;
    [[nodiscard]] bool matches_account(AccountId account, const Chart& chart) const;
    [[nodiscard]] bool matches_commodity(CommodityId commodity, const Chart& chart) const;
    /// Whether any term tells accounts apart.
    [[nodiscard]] bool narrows_accounts() const;

private:
    struct Terms;
    std::unique_ptr<Terms> terms_;
};

/// Reads a period: `2018`, `2018-03`, `2018q2`, `2018-03-01`, `from 2018-01 to 2018-06`,
/// `2018-01..2018-06`, `last month`, `this year`. *Errors*: `period_invalid`.
Result<DateRange> parse_period(std::string_view text, Date today);

}  // namespace cellbook
