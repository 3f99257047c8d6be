#include "ledger/property/property_move.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace cellbook {

namespace {

enum class Role : std::uint8_t { none, cell, improvement, deposit, deposit_owed };

bool stands_under(std::string_view detail, std::string_view above) {
    return detail.starts_with(above) &&
           (detail.size() == above.size() || detail[above.size()] == ':');
}

Role role_of(const Account& account) {
    const std::string_view detail = account.detail();
    if (account.account_class == AccountClass::liabilities) {
        return stands_under(detail, "anticretico") ? Role::deposit_owed : Role::none;
    }
    if (account.account_class != AccountClass::assets) return Role::none;
    if (stands_under(detail, "cells")) return Role::cell;
    if (stands_under(detail, "improvements")) return Role::improvement;
    return stands_under(detail, "deposits") ? Role::deposit : Role::none;
}

/// What each party has more or less of, by the postings of one role or of two: a seller may revalue
/// a cell in the transaction that sells it, and a price may stand in parts.
class Sides {
public:
    struct Side {
        PartyId party{};
        CommodityId commodity{};
        Sum change = 0;
    };

    void add(PartyId party, const Amount& amount) {
        const auto same = std::ranges::find_if(sides_, [&](const Side& side) {
            return side.party == party && side.commodity == amount.commodity;
        });
        if (same == sides_.end()) {
            sides_.push_back({party, amount.commodity, amount.minor});
        } else {
            same->change += amount.minor;
        }
    }
    /// Who has less, or null.
    [[nodiscard]] const Side* giver() const {
        const auto found =
            std::ranges::find_if(sides_, [](const Side& side) { return side.change < 0; });
        return found == sides_.end() ? nullptr : &*found;
    }
    /// Who has more, or null.
    [[nodiscard]] const Side* taker() const {
        const auto found =
            std::ranges::find_if(sides_, [](const Side& side) { return side.change > 0; });
        return found == sides_.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool move() const {
        return giver() != nullptr && taker() != nullptr && giver()->party != taker()->party;
    }

private:
    std::vector<Side> sides_{};
};

/// The most that an amount can be where the sum is larger.
Amount amount_of(const Sides::Side& side) {
    const auto held = narrow(side.change);
    return {held ? *held : std::numeric_limits<std::int64_t>::max(), side.commodity};
}

Sums levies_of(const TransactionDraft& transaction, const Chart& chart) {
    Sums levies;
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart[posting.account];
        if (account.account_class == AccountClass::expenses &&
            stands_under(account.detail(), "levies")) {
            levies[posting.amount.commodity] += posting.amount.minor;
        }
    }
    return levies;
}

}  // namespace

std::optional<PropertyMove> property_move(const TransactionDraft& transaction, const Chart& chart) {
    if (!transaction.flow.cell) return {};
    Sides titles;
    Sides deposits;
    Sides improvements;
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart[posting.account];
        const Role role = role_of(account);
        if (role == Role::cell) titles.add(account.party, posting.amount);
        if (role == Role::improvement) improvements.add(account.party, posting.amount);
        if (role == Role::deposit || role == Role::deposit_owed) {
            deposits.add(account.party, posting.amount);
        }
    }
    const WordId cell = transaction.flow.cell;
    if (titles.move()) {
        return PropertyMove{PropertyMove::What::title,  cell,
                            titles.giver()->party,      titles.taker()->party,
                            amount_of(*titles.taker()), levies_of(transaction, chart)};
    }
    if (deposits.move()) {
        // A tenant's claim grows with the owner's debt, and falls with it.
        bool claim_grows = false;
        for (const Posting& posting : transaction.postings) {
            claim_grows = claim_grows || (role_of(chart[posting.account]) == Role::deposit &&
                                          posting.amount.minor > 0);
        }
        return PropertyMove{
            claim_grows ? PropertyMove::What::deposit : PropertyMove::What::deposit_return, cell,
            deposits.giver()->party, deposits.taker()->party, amount_of(*deposits.taker())};
    }
    if (improvements.taker() != nullptr && improvements.giver() == nullptr) {
        return PropertyMove{PropertyMove::What::improvement,
                            cell,
                            improvements.taker()->party,
                            {},
                            amount_of(*improvements.taker())};
    }
    return {};
}

std::vector<AccountId> property_accounts(const Chart& chart) {
    std::vector<AccountId> accounts;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        const Role role = role_of(chart[AccountId{i}]);
        if (role != Role::none && role != Role::deposit) accounts.push_back(AccountId{i});
    }
    return accounts;
}

}  // namespace cellbook
