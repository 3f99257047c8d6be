/// Consolidation: what lies inside a set of parties, and so goes out of the set's statement.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/account_role.hpp"
#include "ledger/statements/party_set.hpp"

namespace cellbook {

/// What is looked at: the flows of an income statement, the positions of a balance sheet, or why
/// cash came and went. Cash is a stock that is held, and goods and cells stay where they are, so
/// neither is a position here.
enum class Mutual : std::uint8_t {
    income_and_expenses,
    claims_and_debts,  ///< claims against liabilities and equity
    causes_of_cash,    ///< a party's other postings in a transaction that moved its cash
};

/// Who stands on the other side of a posting.
enum class OtherSide : std::uint8_t {
    not_asked,  ///< the posting is no member's, or none of those looked at
    nobody,     ///< an entry within one party's own books: wear, stock used, a closing entry
    unknown,    ///< somebody, but the books do not say who: unallocated
    outside,    ///< a party that is not in the set
    member,
};

struct Share {
    OtherSide side = OtherSide::not_asked;
    /// The posting's own amount; of a cause of cash, its sign turned, and its cost where the
    /// party's cash moved in another commodity.
    Amount amount{};
    /// How much of `amount` is eliminated; of its sign.
    std::int64_t eliminated_minor = 0;
};

/// Judges transactions posting by posting.
///
/// Two members' postings are eliminated when each knows the other as its counterparty and both
/// sides are in the same transaction and commodity: income of one against expenses of the other,
/// claims of one against debts of the other; what is left, income against income, expenses against
/// expenses and so on, where one passes on to the other what it had booked. As much goes out on
/// one side as on the other, so eliminations sum to zero in each commodity, a set's net income is
/// the sum of its members', and its balance sheet balances as theirs do. So what only one side
/// books stays: the cost of goods sold to a member, since the goods are gone; income from what the
/// member keeps as an asset, which the set has produced for itself (SNA 2008, 6.99 and 10.32).
/// Where a side is larger than the other, its postings go out in the order they are written.
///
/// Causes of cash go out when both members' cash moved between them: all of what one paid for
/// against all of what the other was paid for, so stock and claims too. An expense beside a
/// non-financial asset of the same amount (goods used up in a sale) moved no cash and is no cause.
/// *Source*: SNA 2008, 3.197.
class Consolidation {
public:
    /// *Requires*: set and chart outlive it, and the chart does not grow.
    Consolidation(const PartySet& set, Mutual mutual, const Chart& chart);

    /// Counts only cash accounts of which `counts` holds; the others become causes.
    void count_cash(const std::function<bool(AccountId)>& counts);
    [[nodiscard]] bool counts_as_cash(AccountId account) const { return counted_[account.value]; }

    /// One share a posting; valid until the next call.
    std::span<const Share> judge(const TransactionDraft& transaction);

private:
    struct Leg {
        PartyId one{};  ///< the pair's smaller party
        PartyId two{};
        CommodityId commodity{};
        std::uint32_t posting = 0;
        bool of_one = false;
        bool credit_class = false;  ///< income or debts; else expenses or claims
        std::int64_t open_minor = 0;
    };
    using Legs = std::vector<Leg*>;

    struct Tie {
        PartyId own{};
        PartyId other{};
        CommodityId commodity{};
    };

    void look(const TransactionDraft& transaction);
    void look_for_cash(const TransactionDraft& transaction);
    [[nodiscard]] bool is_looked_at(std::uint32_t posting, AccountId account, PartyId own) const;
    [[nodiscard]] Amount amount_of(const Posting& posting, PartyId own) const;
    void settle(std::span<Leg> pair);
    void match(Legs& left, Legs& right);

    const PartySet& set_;
    const Chart& chart_;
    bool causes_ = false;
    std::vector<AccountRole> roles_{};
    std::vector<bool> counted_{};  ///< as cash
    bool looked_at_[7]{};
    std::vector<Tie> ties_{};            ///< cash that moved, and between whom
    std::vector<bool> moved_no_cash_{};  ///< by posting
    std::vector<Share> shares_{};
    std::vector<Leg> legs_{};
    Legs sides_[2][2]{};  ///< of one of two parties, by class
};

struct ConsolidationOptions {
    Mutual mutual = Mutual::income_and_expenses;
    bool historical = false;  ///< the query's dates only end it
};

/// Calls `visit` for each posting that matches the query and is not wholly with somebody outside:
/// eliminated, unallocated, or a member's of which something stays. Each transaction is judged
/// whole, whatever the query leaves of it. One pass over the stream; none when the set has no
/// inside.
void for_each_share(
    const EntrySource& source, const Query& query, const PartySet& set,
    const ConsolidationOptions& options,
    const std::function<void(const Transaction&, const Posting&, const Share&)>& visit);

/// Sums by line, commodity and period, the last two numbers of the caller's own.
class ShareSums {
public:
    struct Place {
        std::uint32_t line = 0;
        CommodityId commodity{};
        std::uint32_t period = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    void add(const Place& place, Sum sum) { sums_[place] += sum; }
    [[nodiscard]] Sum at(const Place& place) const;
    /// What is not zero, by line, commodity and period.
    [[nodiscard]] std::vector<std::pair<Place, Sum>> sorted() const;
    [[nodiscard]] bool empty() const { return sums_.empty(); }

private:
    struct PlaceHash {
        std::size_t operator()(const Place& place) const;
    };
    std::unordered_map<Place, Sum, PlaceHash> sums_{};
};

struct ConsolidationSums {
    ShareSums eliminated{};   ///< consolidated = aggregate - eliminated
    ShareSums unallocated{};  ///< of somebody unknown: left in
    ShareSums one_sided{};    ///< a member's, but without the same amount on its side: left in
};

/// Adds up shares. `line_of` and `period_of` number what the caller wants told apart, such as the
/// accounts' names without their party, and months; a posting whose period is absent is left out.
/// *Shape*: debit positive, as postings are.
ConsolidationSums consolidation_sums(
    const EntrySource& source, const Query& query, const PartySet& set,
    const ConsolidationOptions& options,
    const std::function<std::uint32_t(const Transaction&, const Posting&)>& line_of,
    const std::function<std::optional<std::uint32_t>(Date)>& period_of);

}  // namespace cellbook
