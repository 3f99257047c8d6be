#include "ledger/book/assertion_audit.hpp"

#include <map>
#include <optional>

#include "ledger/book/assertions.hpp"

namespace cellbook {

namespace {

class AssertionAudit {
public:
    AssertionAudit(Store& store, Replay& replay) : store_(store), replay_(replay) {}

    std::vector<AssertionFailure> run() {
        for (const auto& [account, place, posting] : replay_.derived().assertions()) {
            watched_[account];
        }
        if (watched_.empty()) {
            return {};
        }
        for (const auto& [day, seqs] : replay_.derived().tally().days()) {
            unpack(seqs.bytes(), [&](std::uint64_t seq) { pass(static_cast<std::int64_t>(seq)); });
        }
        return std::move(failures_);
    }

private:
    void pass(std::int64_t seq) {
        const std::string body = store_.body(seq).value_or("");
        const auto read = replay_.read(seq, body);
        const auto* found = read ? std::get_if<const Transaction*>(&*read) : nullptr;
        if (found == nullptr) {
            return;
        }
        const Transaction& transaction = **found;
        const bool stands = !replay_.derived().reversed_by(seq);
        for (const Posting& posting : transaction->postings) {
            balances_[posting.account][posting.amount.commodity] += posting.amount.minor;
            if (posting.assertion && stands) {
                judge(transaction, posting);
            }
        }
    }

    const std::vector<AccountId>& accounts(const Posting& posting) {
        auto& known = watched_[posting.account][posting.assertion->inclusive];
        if (known.empty()) {
            known =
                asserted_accounts(posting.account, posting.assertion->inclusive, replay_.chart());
        }
        return known;
    }

    void judge(const Transaction& transaction, const Posting& posting) {
        Sums sums;
        for (const AccountId account : accounts(posting)) {
            for (const auto& [commodity, sum] : balances_[account]) {
                sums[commodity] += sum;
            }
        }
        const auto wrong = contradiction(*posting.assertion, sums);
        if (!wrong) {
            return;
        }
        const Commodity& commodity = replay_.chart()[wrong->commodity];
        failures_.push_back({transaction.seq(), transaction->id,
                             "`" + replay_.chart()[posting.account].name + "` stands at " +
                                 to_decimal_text(wrong->found, commodity.scale) + " " +
                                 commodity.symbol + ", not at " +
                                 to_decimal_text(wrong->expected, commodity.scale) + " " +
                                 commodity.symbol + " as asserted"});
    }

    Store& store_;
    Replay& replay_;
    std::map<AccountId, std::map<bool, std::vector<AccountId>>> watched_{};
    std::map<AccountId, Sums> balances_{};
    std::vector<AssertionFailure> failures_{};
};

}  // namespace

std::vector<AssertionFailure> failed_assertions(Store& store, Replay& replay) {
    return AssertionAudit{store, replay}.run();
}

}  // namespace cellbook
