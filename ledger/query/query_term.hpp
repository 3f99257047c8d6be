/// One term of a query: what it looks at and what it wants to find there.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/query/pattern.hpp"
#include "ledger/standing.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

enum class QueryField : std::uint8_t {
    account,
    party,
    sector,
    commodity,
    date,
    // What follows needs the transaction, and not only its postings' accounts and amounts' sum.
    amount,
    kind,
    with,
    description,
    code,
    source,
    id,
    status,
    standing,
    tag,
};
inline constexpr std::size_t query_field_count = 15;

/// `<`, `<=`, `=`, `>=` or `>` a number, with or without regard to the sign.
struct AmountTest {
    enum class Order : std::uint8_t { less, at_most, equal, at_least, greater };
    Order order = Order::equal;
    Decimal number{};
    bool with_sign = false;

    [[nodiscard]] bool holds_of(std::int64_t minor, std::uint8_t scale) const;
};

struct QueryTerm {
    QueryField field = QueryField::account;
    bool negated = false;
    std::optional<Pattern> pattern{};
    std::optional<Pattern> tag_value{};
    DateRange dates{};
    AmountTest amount{};
    Status status = Status::unmarked;
    Standing standing = Standing::observed;
    Sector sector = Sector::unclassified;

    /// `bare`: what a word without prefix looks at. *Errors*: `query_invalid`, `period_invalid`.
    static Result<QueryTerm> parse(std::string_view text, Date today,
                                   QueryField bare = QueryField::account);

    [[nodiscard]] bool holds_of_account(AccountId account, const Chart& chart) const;
    [[nodiscard]] bool holds_of_party(PartyId party, const Chart& chart) const;
    [[nodiscard]] bool holds_of_commodity(CommodityId commodity, const Chart& chart) const;
    /// For fields that look at the transaction.
    [[nodiscard]] bool holds_of(const Transaction& transaction, const Posting& posting,
                                const Chart& chart) const;

private:
    [[nodiscard]] bool holds_of_text(const std::string& text) const;
    [[nodiscard]] bool holds_of_word(WordId word, const Chart& chart) const;
    [[nodiscard]] bool holds_of_tags(const Transaction& transaction, const Posting& posting,
                                     const Chart& chart) const;
    /// Answers by word, since few kinds and sources stand on many transactions: 0 not asked yet.
    mutable std::vector<char> word_answers_{};
    /// Answers by text: descriptions recur, and expressions are slow to try.
    mutable std::unordered_map<std::string, bool> text_answers_{};
};

/// Whether a field is judged on accounts alone.
constexpr bool is_account_field(QueryField field) {
    return field <= QueryField::sector;
}

}  // namespace cellbook
