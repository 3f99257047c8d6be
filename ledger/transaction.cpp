#include "ledger/transaction.hpp"

#include <algorithm>

#include "ledger/chart.hpp"

namespace cellbook {

void clear(TransactionDraft& draft) {
    draft.date = {};
    draft.recorded.reset();
    draft.status = Status::unmarked;
    draft.code.clear();
    draft.description.clear();
    draft.comment.clear();
    draft.id.clear();
    draft.kind = {};
    draft.source = {};
    draft.flow = {};
    draft.standings = {};
    draft.low.reset();
    draft.high.reset();
    draft.nonobserved = false;
    draft.reversal.reset();
    draft.tags.clear();
    draft.postings.clear();
}

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
