/// Accounts: `party:class:detail...`, where the class is one of five.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/date.hpp"
#include "ledger/identity.hpp"

namespace cellbook {

enum class AccountClass : std::uint8_t { assets, liabilities, equity, income, expenses };
std::string_view to_string(AccountClass account_class);
/// `assets:cash:box`: a name without its party, with the class's own word.
std::string name_within(AccountClass account_class, std::string_view detail);

/// The parts of an account's name, as views into it.
/// `inmates:i0042:assets:cash:box` -> party `inmates:i0042`, class assets, detail `cash:box`.
struct AccountName {
    std::string_view party;  ///< empty: the unnamed party
    AccountClass account_class = AccountClass::assets;
    std::string_view detail;  ///< what follows the class word; may be empty
};

/// Splits at the first class word (assets, liabilities, equity, income or revenues, expenses;
/// singular or plural, any case). *Errors*: `account_without_class`, `account_name_invalid` (an
/// empty part, blanks at the ends of one, or what journal text would not take for a name).
Result<AccountName> split_account_name(std::string_view name);

/// Whether a party can be declared under this name: it is what precedes the class word of its
/// accounts, so it holds no such word itself.
bool is_party_name(std::string_view name);

/// Whether an asset is one in SNA 2008's sense of a financial claim or a non-financial thing
/// (SNA 2008, 3.36-3.38 and chapters 10 and 11). Only assets are ever non-financial.
bool is_non_financial_by_name(const AccountName& name);

struct Account {
    std::string name;
    PartyId party{};
    AccountClass account_class = AccountClass::assets;
    bool non_financial = false;
    bool declared = false;
    DateRange life{};  ///< postings outside are refused
    std::uint32_t detail_size = 0;

    /// What follows the class word of the name; may be empty.
    [[nodiscard]] std::string_view detail() const {
        return std::string_view{name}.substr(name.size() - detail_size);
    }

    /// Financial assets, liabilities and equity: what must cancel across parties.
    [[nodiscard]] bool is_financial_position() const {
        return account_class == AccountClass::liabilities ||
               account_class == AccountClass::equity ||
               (account_class == AccountClass::assets && !non_financial);
    }
};

}  // namespace cellbook
