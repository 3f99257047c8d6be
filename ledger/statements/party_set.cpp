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

void add_note_of_nobody(const PartySet& set, Table& table) {
    if (set.size() > 0) return;
    table.notes.emplace_back("no party that keeps books is meant: `cellbook parties` lists them");
}

}  // namespace cellbook
