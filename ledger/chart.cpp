#include "ledger/chart.hpp"

namespace cellbook {

namespace {

template <class Id, class Things, class Index, class Make>
Id intern(Things& things, Index& index, std::string_view name, Make make) {
    if (const auto found = index.find(name); found != index.end()) {
        return found->second;
    }
    const Id id{static_cast<std::uint32_t>(things.size())};
    things.push_back(make());
    index.emplace(std::string{name}, id);
    return id;
}

template <class Index>
auto find_in(const Index& index, std::string_view name) -> typename Index::mapped_type {
    const auto found = index.find(name);
    return found == index.end() ? typename Index::mapped_type{} : found->second;
}

}  // namespace

Result<AccountId> Chart::account(std::string_view name) {
    if (const auto found = account_index_.find(name); found != account_index_.end()) {
        return found->second;
    }
    const auto split = split_account_name(name);
    if (!split) {
        return split.error();
    }
    Account account;
    account.name = name;
    account.party = party(split->party);
    account.account_class = split->account_class;
    account.detail = split->detail;
    account.non_financial = is_non_financial_by_name(*split);
    return intern<AccountId>(accounts_, account_index_, name, [&] { return std::move(account); });
}

PartyId Chart::party(std::string_view name) {
    return intern<PartyId>(parties_, party_index_, name, [&] {
        Party party;
        party.name = name;
        return party;
    });
}

CommodityId Chart::commodity(std::string_view symbol) {
    return intern<CommodityId>(commodities_, commodity_index_, symbol, [&] {
        Commodity commodity;
        commodity.symbol = symbol;
        return commodity;
    });
}

WordId Chart::word(std::string_view text) {
    return intern<WordId>(words_, word_index_, text, [&] { return std::string{text}; });
}

AccountId Chart::find_account(std::string_view name) const {
    return find_in(account_index_, name);
}

PartyId Chart::find_party(std::string_view name) const {
    return find_in(party_index_, name);
}

CommodityId Chart::find_commodity(std::string_view symbol) const {
    return find_in(commodity_index_, symbol);
}

WordId Chart::find_word(std::string_view text) const {
    return find_in(word_index_, text);
}

PartyId Chart::books_of(PartyId party) const {
    const Party& asked = (*this)[party];
    const bool rolls_up = asked.sector == Sector::businesses && !asked.quasi_corporation &&
                          asked.parent.valid() &&
                          (*this)[asked.parent].sector == Sector::households;
    return rolls_up ? asked.parent : party;
}

Sector Chart::sector_of(PartyId party) const {
    return (*this)[books_of(party)].sector;
}

}  // namespace cellbook
