#include "ledger/statements/account_role.hpp"

#include <algorithm>
#include <string_view>

namespace cellbook {

namespace {

bool begins_with_part(std::string_view detail, std::string_view part) {
    const std::string_view first = detail.substr(0, detail.find(':'));
    return std::ranges::equal(first, part, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

}  // namespace

AccountRole account_role(const Account& account) {
    switch (account.account_class) {
        case AccountClass::income:
            return AccountRole::income;
        case AccountClass::expenses:
            return AccountRole::expenses;
        case AccountClass::liabilities:
            return AccountRole::liability;
        case AccountClass::equity:
            return AccountRole::equity;
        case AccountClass::assets:
            break;
    }
    if (account.non_financial) return AccountRole::thing;
    const bool cash =
        begins_with_part(account.detail(), "cash") || begins_with_part(account.detail(), "bank");
    return cash ? AccountRole::cash : AccountRole::claim;
}

}  // namespace cellbook
