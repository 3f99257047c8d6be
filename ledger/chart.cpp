#include "ledger/chart.hpp"

#include <utility>

namespace cellbook {

namespace {

const std::string& name_in(const Account& account) {
    return account.name;
}
const std::string& name_in(const Party& party) {
    return party.name;
}
const std::string& name_in(const Commodity& commodity) {
    return commodity.symbol;
}
const std::string& name_in(const std::string& word) {
    return word;
}

template <class Id, class Things>
Id find_in(const Things& things, const NameIndex<Id>& index, std::string_view name) {
    return index.find(name, [&](Id id) { return std::string_view{name_in(things[id.value])}; });
}

template <class Id, class Things, class Thing>
Id add_to(Things& things, NameIndex<Id>& index, Thing thing) {
    const Id id{static_cast<std::uint32_t>(things.size())};
    index.add(name_in(thing), id);
    things.push_back(std::move(thing));
    return id;
}

}  // namespace

Result<AccountId> Chart::account(std::string_view name) {
    if (const AccountId known = find_account(name)) {
        return known;
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
    return add_to(accounts_, account_index_, std::move(account));
}

PartyId Chart::party(std::string_view name) {
    if (const PartyId known = find_party(name)) {
        return known;
    }
    Party party;
    party.name = name;
    return add_to(parties_, party_index_, std::move(party));
}

CommodityId Chart::commodity(std::string_view symbol) {
    if (const CommodityId known = find_commodity(symbol)) {
        return known;
    }
    Commodity commodity;
    commodity.symbol = symbol;
    return add_to(commodities_, commodity_index_, std::move(commodity));
}

WordId Chart::word(std::string_view text) {
    const WordId known = find_word(text);
    return known ? known : add_to(words_, word_index_, std::string{text});
}

AccountId Chart::find_account(std::string_view name) const {
    return find_in(accounts_, account_index_, name);
}

PartyId Chart::find_party(std::string_view name) const {
    return find_in(parties_, party_index_, name);
}

CommodityId Chart::find_commodity(std::string_view symbol) const {
    return find_in(commodities_, commodity_index_, symbol);
}

WordId Chart::find_word(std::string_view text) const {
    return find_in(words_, word_index_, text);
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
