#include "ledger/distribution/household_use.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace cellbook {

namespace {

struct Named {
    std::string_view part;
    HouseholdUse use;
};

constexpr std::array expense_uses{
    Named{"depreciation", HouseholdUse::production},
    Named{"goods_sold", HouseholdUse::production},
    Named{"materials", HouseholdUse::production},
    Named{"purchases", HouseholdUse::production},
    Named{"upkeep", HouseholdUse::production},
    Named{"wages", HouseholdUse::production},
    Named{"dues", HouseholdUse::taxes},
    Named{"entry", HouseholdUse::taxes},
    Named{"gate", HouseholdUse::taxes},
    Named{"levies", HouseholdUse::taxes},
    Named{"allowance", HouseholdUse::distribution},
    Named{"drawings", HouseholdUse::distribution},
    Named{"gifts", HouseholdUse::distribution},
    Named{"interest", HouseholdUse::distribution},
    Named{"transfers", HouseholdUse::distribution},
    Named{"forgiven", HouseholdUse::capital},
};

bool is_part(std::string_view detail, std::string_view part) {
    const std::string_view first = detail.substr(0, detail.find(':'));
    return std::ranges::equal(first, part, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

}  // namespace

HouseholdUse household_use(const Account& account) {
    const std::string_view detail = account.detail();
    if (account.account_class == AccountClass::income) {
        return is_part(detail, "forgiven") ? HouseholdUse::capital : HouseholdUse::income;
    }
    if (account.account_class != AccountClass::expenses) return HouseholdUse::position;
    for (const Named& named : expense_uses) {
        if (is_part(detail, named.part)) return named.use;
    }
    return HouseholdUse::consumption;
}

}  // namespace cellbook
