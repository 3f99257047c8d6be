#include "ledger/statements/party_set.hpp"

namespace cellbook {

PartySet::PartySet(const Query& query, const Chart& chart) : members_(chart.party_count()) {
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        const PartyId party = chart[AccountId{i}].party;
        if (members_[party.value] || !query.matches_party(party, chart)) continue;
        members_[party.value] = true;
        ++size_;
    }
}

PartySet::PartySet(PartyId only) : members_(only.value + std::size_t{1}), size_{1} {
    members_[only.value] = true;
}

}  // namespace cellbook
