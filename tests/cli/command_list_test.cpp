#include <catch2/catch.hpp>
#include <set>

#include "cli/command.hpp"

using namespace cellbook::cli;

TEST_CASE("commands are found by name and alias, and no name is taken twice") {
    std::set<std::string> names;
    for (const auto& command : commands()) {
        CHECK(names.insert(command.name).second);
        CHECK(find_command(command.name) == &command);
        for (const auto& alias : command.aliases) {
            CHECK(names.insert(alias).second);
            CHECK(find_command(alias) == &command);
        }
        CHECK_FALSE(command.summary.empty());
        CHECK_FALSE(command.group.empty());
    }
    CHECK(find_command("nothing") == nullptr);
}

TEST_CASE("the commands that a user of hledger expects are there") {
    for (const auto* name : {"init",        "import",       "add",
                             "reverse",     "lock",         "print",
                             "plot",        "accounts",     "parties",
                             "commodities", "kinds",        "prices",
                             "stats",       "balance",      "bal",
                             "register",    "reg",          "trialbalance",
                             "tb",          "check",        "rebuild",
                             "sql",         "export",       "close",
                             "cashflow",    "cf",           "incomestatement",
                             "is",          "balancesheet", "bs",
                             "index"}) {
        INFO(name);
        CHECK(find_command(name) != nullptr);
    }
}
