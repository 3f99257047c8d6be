#include "ledger/property/property_move.hpp"

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

/// Who gives up and who takes, and how much, among the postings of one role or of two.
struct Sides {
    PartyId credited{};
    PartyId debited{};
    Amount credit{};  ///< positive
    Amount debit{};

    void add(PartyId party, const Amount& amount) {
        if (amount.minor < 0) {
            credited = party;
            credit = {-amount.minor, amount.commodity};
        } else if (amount.minor > 0) {
            debited = party;
            debit = amount;
        }
    }
    [[nodiscard]] bool moves() const {
        return credited.valid() && debited.valid() && credited != debited;
    }
};

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
    if (titles.moves()) {
        return PropertyMove{
            PropertyMove::What::title,    cell, titles.credited, titles.debited, titles.debit,
            levies_of(transaction, chart)};
    }
    if (deposits.moves()) {
        // A tenant's claim grows with the owner's debt, and falls with it.
        bool claim_grows = false;
        for (const Posting& posting : transaction.postings) {
            claim_grows = claim_grows || (role_of(chart[posting.account]) == Role::deposit &&
                                          posting.amount.minor > 0);
        }
        return PropertyMove{
            claim_grows ? PropertyMove::What::deposit : PropertyMove::What::deposit_return, cell,
            deposits.credited, deposits.debited, deposits.debit};
    }
    if (improvements.debited.valid() && !improvements.credited.valid()) {
        return PropertyMove{
            PropertyMove::What::improvement, cell, improvements.debited, {}, improvements.debit};
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
