#include "ledger/statements/account_role.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ledger/chart.hpp"

using namespace cellbook;

TEST_CASE("an account's role is told by its class and the first part of its detail") {
    struct Case {
        std::string account;
        AccountRole role;
    };
    Chart chart;
    for (const auto& [account, role] : {
             Case{"i1:income:rent", AccountRole::income},
             Case{"i1:expenses:cash", AccountRole::expenses},
             Case{"i1:assets:cash", AccountRole::cash},
             Case{"i1:Assets:Cash:box", AccountRole::cash},
             Case{"i1:assets:bank:union", AccountRole::cash},
             Case{"i1:assets:cashews", AccountRole::claim},
             Case{"i1:assets:loans:cash", AccountRole::claim},
             Case{"i1:assets", AccountRole::claim},
             Case{"i1:assets:goods:rice", AccountRole::thing},
             Case{"i1:liabilities:bank", AccountRole::liability},
             Case{"i1:equity:cash", AccountRole::equity},
         }) {
        INFO(account);
        CHECK(account_role(chart[*chart.account(account)]) == role);
    }
}
