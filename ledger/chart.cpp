#include "ledger/chart.hpp"

#include <utility>

namespace cellbook {

Result<AccountId> Chart::account(std::string_view name) {
    if (const AccountId known = find_account(name)) {
        return known;
    }
    return add_account(name);
}

Result<AccountId> Chart::add_account(std::string_view name) {
    const auto split = split_account_name(name);
    if (!split) {
        return split.error();
    }
    Account account;
    account.name = name;
    account.party = party(split->party);
    account.account_class = split->account_class;
    account.detail_size = static_cast<std::uint32_t>(split->detail.size());
    account.non_financial = is_non_financial_by_name(*split);
    return accounts_.add(std::move(account));
}

PartyId Chart::party(std::string_view name) {
    if (const PartyId known = find_party(name)) {
        return known;
    }
    Party party;
    party.name = name;
    return parties_.add(std::move(party));
}

CommodityId Chart::commodity(std::string_view symbol) {
    if (const CommodityId known = find_commodity(symbol)) {
        return known;
    }
    Commodity commodity;
    commodity.symbol = symbol;
    return commodities_.add(std::move(commodity));
}

WordId Chart::word(std::string_view text) {
    const WordId known = find_word(text);
    return known ? known : words_.add(std::string{text});
}

void Chart::index_names() const {
    accounts_.take_up();
    parties_.take_up();
    commodities_.take_up();
    words_.take_up();
}

AccountId Chart::find_account(std::string_view name) const {
    return accounts_.find(name);
}

PartyId Chart::find_party(std::string_view name) const {
    return parties_.find(name);
}

CommodityId Chart::find_commodity(std::string_view symbol) const {
    return commodities_.find(symbol);
}

WordId Chart::find_word(std::string_view text) const {
    return words_.find(text);
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
