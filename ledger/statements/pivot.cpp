#include "ledger/statements/pivot.hpp"

#include <algorithm>

namespace cellbook {

std::string Pivot::name_of(AccountId account, const Chart& chart) const {
    const PartyId party = chart[account].party;
    if (what_ == "sector") return std::string{to_string(chart.sector_of(party))};
    const std::string& name = chart[party].name;
    return name.empty() ? none() : name;
}

std::string Pivot::name_of(const Transaction& transaction, const Posting& posting,
                           const Chart& chart) const {
    if (is_of_accounts()) return name_of(posting.account, chart);
    const auto word = [&](WordId id) { return id ? chart[id] : none(); };
    const auto party = [&](PartyId id) { return id ? chart[id].name : none(); };
    if (what_ == "with") {
        const PartyId other = counterparty(*transaction, posting, chart);
        return other ? chart[other].name : "unallocated";
    }
    if (what_ == "kind") return word(transaction->kind);
    if (what_ == "source") return word(transaction->source);
    if (what_ == "product") return word(transaction->flow.product);
    if (what_ == "cell") return word(transaction->flow.cell);
    if (what_ == "payer") return party(transaction->flow.payer);
    if (what_ == "payee") return party(transaction->flow.payee);
    if (what_ == "standing") return std::string{to_string(transaction->standings.weakest())};
    const WordId name = chart.find_word(what_);
    for (const auto* tags : {&posting.tags, &transaction->tags}) {
        const auto tag = std::ranges::find(*tags, name, &Tag::name);
        if (name && tag != tags->end()) return tag->value.empty() ? none() : tag->value;
    }
    return none();
}

}  // namespace cellbook
