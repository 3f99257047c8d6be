/// Balance assertions hold by (date, sequence), whatever the order in which entries came in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// What stands on an account at a point of (date, seq, posting) order: kept months before, and the
/// month itself from its transactions. Holds the last month asked for.
class AccountHistory {
public:
    explicit AccountHistory(Chain& chain) : chain_(chain) {}

    /// After posting `posting` of the transaction at `place`, and all before it.
    [[nodiscard]] Sums after(AccountId account, const Place& place, std::uint32_t posting);
    /// At the end of a day.
    [[nodiscard]] Sums at_end_of(AccountId account, Date day);

private:
    struct Move {
        Place place{};
        std::uint32_t posting = 0;
        CommodityId commodity{};
        std::int64_t minor = 0;
    };
    void load(AccountId account, Month month);

    Chain& chain_;
    AccountId account_{};
    Month month_{};
    std::int64_t entries_ = -1;  ///< of the chain when the month was loaded
    Sums before_{};
    std::vector<Move> moves_{};
};

/// The accounts an assertion speaks of: the account itself and, when it is inclusive, those below.
std::vector<AccountId> asserted_accounts(AccountId account, bool inclusive, const Chart& chart);

/// What the assertion of `posting` finds, when it does not hold: the sum that stands there instead
/// and of which commodity.
struct BrokenAssertion {
    CommodityId commodity{};
    Sum expected = 0;
    Sum found = 0;
};
std::optional<BrokenAssertion> contradiction(const BalanceAssertion& assertion, Sums& sums);
std::optional<BrokenAssertion> broken(const BalanceAssertion& assertion,
                                      const std::vector<AccountId>& accounts, const Place& place,
                                      std::uint32_t posting, AccountHistory& history);

/// Collects the assertions that new entries make, or may break, and judges them at the end.
class AssertionJudge {
public:
    AssertionJudge(Chain& chain, const Chart& chart);

    void note(const TransactionDraft& content, std::int64_t seq, const ReadEntry& entry);
    /// *Errors*: `assertion_failed` (a new one does not hold), `assertion_broken` (a new entry
    /// changes what a recorded one asserts; both are named).
    [[nodiscard]] std::vector<Diagnostic> judge();

private:
    struct Told {
        Position position{};
        std::string excerpt{};
    };
    struct Earliest {
        Place place{};
        std::string name{};
        Told told{};
    };
    struct New {
        StandingAssertion at{};
        Told told{};
    };

    void note_touch(AccountId account, const TransactionDraft& content, std::int64_t seq,
                    const ReadEntry& entry);
    void judge_new(const New& assertion, std::vector<Diagnostic>& complaints);
    void judge_recorded(AccountId touched, const Earliest& earliest,
                        std::vector<Diagnostic>& complaints);

    Chain& chain_;
    const Chart& chart_;
    AccountHistory history_;
    bool any_recorded_;  ///< before the first new entry
    std::vector<New> new_{};
    std::map<AccountId, Earliest> touched_{};
    std::map<std::pair<Place, std::uint32_t>, bool> judged_{};
};

}  // namespace cellbook
