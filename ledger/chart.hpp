/// The chart: every party, account, commodity and word that a book has named, by number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ledger/account.hpp"
#include "ledger/commodity.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/identity.hpp"
#include "ledger/name_index.hpp"
#include "ledger/party.hpp"
#include "ledger/stable_list.hpp"

namespace cellbook {

/// Interns names and keeps what has been declared of them. Numbers are given in order of first
/// mention and never change; references stay valid while the chart lives.
class Chart {
public:
    /// The account of that name, made (undeclared) when it is new; its party is made with it.
    /// *Errors*: those of `split_account_name`.
    Result<AccountId> account(std::string_view name);
    PartyId party(std::string_view name);
    CommodityId commodity(std::string_view symbol);
    WordId word(std::string_view text);

    [[nodiscard]] AccountId find_account(std::string_view name) const;
    [[nodiscard]] PartyId find_party(std::string_view name) const;
    [[nodiscard]] CommodityId find_commodity(std::string_view symbol) const;
    [[nodiscard]] WordId find_word(std::string_view text) const;

    const Account& operator[](AccountId id) const { return accounts_[id.value]; }
    const Party& operator[](PartyId id) const { return parties_[id.value]; }
    const Commodity& operator[](CommodityId id) const { return commodities_[id.value]; }
    const std::string& operator[](WordId id) const { return words_[id.value]; }
    Account& operator[](AccountId id) { return accounts_[id.value]; }
    Party& operator[](PartyId id) { return parties_[id.value]; }
    Commodity& operator[](CommodityId id) { return commodities_[id.value]; }

    [[nodiscard]] std::size_t account_count() const { return accounts_.size(); }
    [[nodiscard]] std::size_t party_count() const { return parties_.size(); }
    [[nodiscard]] std::size_t commodity_count() const { return commodities_.size(); }
    [[nodiscard]] std::size_t word_count() const { return words_.size(); }

    /// The party at whose books `party`'s are shown: a business that is no quasi-corporation rolls
    /// up to its parent household (SNA 2008, 4.21 and 4.155 ff.), every other party to itself.
    [[nodiscard]] PartyId books_of(PartyId party) const;
    /// The sector of `books_of(party)`.
    [[nodiscard]] Sector sector_of(PartyId party) const;

private:
    StableList<Account> accounts_{};
    StableList<Party> parties_{};
    StableList<Commodity> commodities_{};
    StableList<std::string> words_{};
    NameIndex<AccountId> account_index_{};
    NameIndex<PartyId> party_index_{};
    NameIndex<CommodityId> commodity_index_{};
    NameIndex<WordId> word_index_{};
};

}  // namespace cellbook
