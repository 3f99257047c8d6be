#include "ledger/transaction.hpp"

#include <algorithm>

#include "ledger/chart.hpp"

namespace cellbook {

std::vector<PartyId> parties_of(const TransactionDraft& transaction, const Chart& chart) {
    std::vector<PartyId> parties;
    for (const Posting& posting : transaction.postings) {
        const PartyId party = chart[posting.account].party;
        if (std::find(parties.begin(), parties.end(), party) == parties.end()) {
            parties.push_back(party);
        }
    }
    return parties;
}

PartyId counterparty(const TransactionDraft& transaction, const Posting& posting,
                     const Chart& chart) {
    if (posting.with.valid()) {
        return posting.with;
    }
    const PartyId own = chart[posting.account].party;
    PartyId other{};
    for (const Posting& candidate : transaction.postings) {
        const PartyId party = chart[candidate.account].party;
        if (party == own || party == other) {
            continue;
        }
        if (other.valid()) {
            return {};
        }
        other = party;
    }
    return other;
}

}  // namespace cellbook
