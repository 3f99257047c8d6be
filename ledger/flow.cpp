#include "ledger/flow.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <boost/container/small_vector.hpp>

namespace cellbook {

namespace {

/// What one party gives up, seen through one rule: one commodity, or nothing that can be named.
struct GivenUp {
    Amount amount{};
    bool any = false;
    bool several = false;
    bool receives = false;  ///< some other commodity moved the other way

    [[nodiscard]] bool named() const { return any && !several; }
};

template <class Share>
GivenUp given_up(const TransactionDraft& transaction, const Chart& chart, PartyId party,
                 Share share) {
    boost::container::small_vector<std::pair<CommodityId, Sum>, 4> sums;
    const int direction = transaction.reversal ? -1 : 1;
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart[posting.account];
        if (account.party != party) {
            continue;
        }
        const Sum part = share(account, Sum{posting.amount.minor} * direction);
        const CommodityId commodity = posting.amount.commodity;
        const auto known = std::find_if(
            sums.begin(), sums.end(), [&](const auto& entry) { return entry.first == commodity; });
        if (known == sums.end()) {
            sums.emplace_back(commodity, part);
        } else {
            known->second += part;
        }
    }
    GivenUp result;
    for (const auto& [commodity, sum] : sums) {
        if (sum < 0) {
            result.receives = true;
        } else if (sum > 0) {
            result.several =
                result.several || result.any || sum > std::numeric_limits<std::int64_t>::max();
            result.any = true;
            result.amount = {.minor = static_cast<std::int64_t>(sum * direction),
                             .commodity = commodity};
        }
    }
    return result;
}

GivenUp net_position(const TransactionDraft& transaction, const Chart& chart, PartyId party) {
    return given_up(transaction, chart, party, [](const Account& account, Sum amount) {
        return account.is_financial_position() ? -amount : Sum{0};
    });
}

void settle_parties(TransactionDraft& transaction, const Chart& chart) {
    Flow& flow = transaction.flow;
    if (flow.payer.valid() || flow.payee.valid()) {
        return;
    }
    std::array<PartyId, 2> parties{};
    std::size_t count = 0;
    for (const Posting& posting : transaction.postings) {
        const PartyId party = chart[posting.account].party;
        if (std::find(parties.begin(), parties.begin() + count, party) != parties.begin() + count) {
            continue;
        }
        if (count == parties.size()) {
            return;
        }
        parties[count++] = party;
    }
    if (count != parties.size()) {
        return;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const GivenUp net = net_position(transaction, chart, parties[i]);
        if (net.named() && !net.receives) {
            flow.payer = parties[i];
            flow.payee = parties[1 - i];
            return;
        }
    }
}

}  // namespace

void settle_flow(TransactionDraft& transaction, const Chart& chart) {
    settle_parties(transaction, chart);
    Flow& flow = transaction.flow;
    flow.amount.reset();
    if (!flow.payer.valid()) {
        return;
    }
    const GivenUp net = net_position(transaction, chart, flow.payer);
    if (net.any) {
        if (net.named()) {
            flow.amount = net.amount;
        }
        return;
    }
    const auto take = [&](auto share) {
        const GivenUp given = given_up(transaction, chart, flow.payer, share);
        if (given.named()) {
            flow.amount = given.amount;
        }
        return given.named();
    };
    const bool taken = take([](const Account& account, Sum amount) {
                           const bool claim = account.account_class == AccountClass::assets &&
                                              !account.non_financial;
                           return claim && amount < 0 ? -amount : Sum{0};
                       }) ||
                       take([](const Account& account, Sum amount) {
                           return account.account_class == AccountClass::expenses ? amount : Sum{0};
                       });
    if (!taken) {
        take([](const Account& account, Sum amount) {
            return account.non_financial && amount < 0 ? -amount : Sum{0};
        });
    }
}

}  // namespace cellbook
