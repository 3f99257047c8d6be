/// Transactions: dated postings that balance for every party at cost.
///
/// A `TransactionDraft` is what a reader, the kinds or a program puts together; `Transaction` is
/// what the balance rule (`ledger/balance_rule.hpp`) lets through, and cannot exist unbalanced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"
#include "ledger/identity.hpp"
#include "ledger/money.hpp"
#include "ledger/standing.hpp"

namespace cellbook {

class Chart;

enum class Status : std::uint8_t { unmarked, pending, cleared };

/// A free tag, in the order written. Reserved tags become fields and do not stand here.
struct Tag {
    WordId name{};
    std::string value{};
    friend bool operator==(const Tag&, const Tag&) = default;
};

/// What a posting's amount is worth in another commodity. `total` is what is stored and balanced;
/// it carries the sign of the posting's amount. `unit` is the unit price as written with `@`.
struct Cost {
    Amount total{};
    std::optional<Decimal> unit{};
    friend bool operator==(const Cost&, const Cost&) = default;
};

/// Claim that an account stands at `expected` after this posting, in (date, sequence) order.
struct BalanceAssertion {
    Amount expected{};
    bool inclusive = false;  ///< `=*`: with sub-accounts
    bool total = false;      ///< `==`: no other commodity stands on the account
    friend bool operator==(const BalanceAssertion&, const BalanceAssertion&) = default;
};

struct Posting {
    AccountId account{};
    Amount amount{};
    std::optional<Cost> cost{};
    PartyId with{};  ///< counterparty as given by `with:`; see `counterparty()`
    Status status = Status::unmarked;
    std::optional<BalanceAssertion> assertion{};
    std::vector<Tag> tags{};
    std::string comment{};
    bool elided = false;    ///< only in drafts: the amount is to be inferred
    bool assigned = false;  ///< only in drafts: the amount brings the account to `assertion`

    friend bool operator==(const Posting&, const Posting&) = default;
};

/// Who paid whom, for what. `amount` is set by the balance rule from the postings.
struct Flow {
    PartyId payer{};
    PartyId payee{};
    WordId product{};
    WordId cell{};
    std::optional<Decimal> quantity{};
    std::optional<Decimal> unit_price{};
    std::optional<Amount> amount{};
    friend bool operator==(const Flow&, const Flow&) = default;
};

/// Names the transaction that this one reverses, and why.
struct Reversal {
    std::string of_id{};
    std::string reason{};
    friend bool operator==(const Reversal&, const Reversal&) = default;
};

struct TransactionDraft {
    Date date{};
    std::optional<Date> recorded{};  ///< absent: its own date
    Status status = Status::unmarked;
    std::string code{};
    std::string description{};
    std::string comment{};
    std::string id{};  ///< empty in a draft: to be derived
    WordId kind{};
    WordId source{};
    Flow flow{};
    Standings standings{};
    std::optional<Decimal> low{};  ///< range of an estimate, in the flow's commodity
    std::optional<Decimal> high{};
    bool nonobserved = false;  ///< SNA 2008, 6.39-6.48: an attribute, not a sector
    std::optional<Reversal> reversal{};
    std::vector<Tag> tags{};
    std::vector<Posting> postings{};

    friend bool operator==(const TransactionDraft&, const TransactionDraft&) = default;
};

/// Makes it as a default one, but for the memory of its lists and texts: readers use one draft for
/// a million transactions.
void clear(TransactionDraft& draft);

/// A balanced transaction: read through `->`, never changed.
class Transaction {
public:
    const TransactionDraft* operator->() const { return &content_; }
    const TransactionDraft& operator*() const { return content_; }

    /// Place in the book's chain; 0 until recorded.
    [[nodiscard]] std::int64_t seq() const { return seq_; }
    [[nodiscard]] Date recorded() const { return content_.recorded.value_or(content_.date); }
    /// Takes the content back, for a transaction that is to be changed and balanced anew.
    TransactionDraft into_draft() && { return std::move(content_); }

private:
    friend class BalanceRule;      // the only judge of drafts
    friend class CanonicalReader;  // gives back what was balanced when it was recorded
    Transaction() = default;
    explicit Transaction(TransactionDraft content) : content_(std::move(content)) {}

    TransactionDraft content_{};
    std::int64_t seq_ = 0;
};

/// The parties of a transaction's postings, each once, in order of first mention.
std::vector<PartyId> parties_of(const TransactionDraft& transaction, const Chart& chart);

/// The other side of a posting: `with:` where given; else the other of exactly two parties; else
/// nobody known (shown as unallocated).
PartyId counterparty(const TransactionDraft& transaction, const Posting& posting,
                     const Chart& chart);

}  // namespace cellbook
