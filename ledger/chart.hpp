/// The chart: every party, account, commodity and word that a book has named, by number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ledger/account.hpp"
#include "ledger/commodity.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/identity.hpp"
#include "ledger/named_list.hpp"
#include "ledger/party.hpp"

namespace cellbook {

/// Interns names and keeps what has been declared of them. Numbers are given in order of first
/// mention and never change; references stay valid while the chart lives. One thread at a time
/// looks names up; what a number stands for may be read from any.
class Chart {
public:
    /// The account of that name, made (undeclared) when it is new; its party is made with it.
    /// *Errors*: those of `split_account_name`.
    Result<AccountId> account(std::string_view name);
    /// The same for a name that the chart is known not to have, without looking it up.
    Result<AccountId> add_account(std::string_view name);
    PartyId party(std::string_view name);
    CommodityId commodity(std::string_view symbol);
    WordId word(std::string_view text);

    /// For who is about to look names up and would rather wait now: the first look-up of a sort
    /// otherwise indexes all its names.
    void index_names() const;

    [[nodiscard]] AccountId find_account(std::string_view name) const;
    [[nodiscard]] PartyId find_party(std::string_view name) const;
    [[nodiscard]] CommodityId find_commodity(std::string_view symbol) const;
    [[nodiscard]] WordId find_word(std::string_view text) const;

    const Account& operator[](AccountId id) const { return accounts_[id]; }
    const Party& operator[](PartyId id) const { return parties_[id]; }
    const Commodity& operator[](CommodityId id) const { return commodities_[id]; }
    const std::string& operator[](WordId id) const { return words_[id]; }
    Account& operator[](AccountId id) { return accounts_[id]; }
    Party& operator[](PartyId id) { return parties_[id]; }
    Commodity& operator[](CommodityId id) { return commodities_[id]; }

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
    static std::string_view name_of(const Account& account) { return account.name; }
    static std::string_view name_of(const Party& party) { return party.name; }
    static std::string_view name_of(const Commodity& commodity) { return commodity.symbol; }
    static std::string_view name_of(const std::string& word) { return word; }

    NamedList<AccountId, Account, name_of> accounts_{};
    NamedList<PartyId, Party, name_of> parties_{};
    NamedList<CommodityId, Commodity, name_of> commodities_{};
    NamedList<WordId, std::string, name_of> words_{};
};

}  // namespace cellbook
