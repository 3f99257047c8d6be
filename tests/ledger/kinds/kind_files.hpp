/// Kinds files for tests: a right one, and changes that make it wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

/// A kind of three roles with computed amounts, every line of it used.
inline const std::string raffle_file = R"(schema = "cellbook-kinds/1"
[[kind]]
name = "raffle_prize"
title = "Prize of a raffle, less what the section keeps"
sna = { payer = "D.75", payee = "D.75", section = "D.29" }
product = "raffle"
requires = ["payee"]
takes = ["cell"]
parameters = ["share", "account"]
defaults = { account = "expenses:prizes" }
[kind.amounts]
cut = "amount * share"
[kind.legs]
payer = [["{account}", "amount", "payee"], ["assets:cash", "-amount", "payee"]]
payee = [
    ["assets:cash", "amount", "payer"],
    ["income:prizes", "-amount", "payer"],
    ["expenses:levies", "cut", "section"],
    ["assets:cash", "-cut", "section"],
]
section = [["assets:cash", "cut", "payee"], ["income:levies", "-cut", "payee"]]
)";

/// The raffle file with the first `from` replaced by `to`.
inline std::string raffle_with(std::string_view from, std::string_view to) {
    std::string text = raffle_file;
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "the raffle file lacks " + std::string{from}
                                   : text.replace(at, from.size(), to);
}

/// `line:column code` of every problem.
inline std::vector<std::string> problems_of(const std::string& toml) {
    std::vector<std::string> texts;
    for (const auto& problem :
         KindTable::with_file(KindTable::standard(), toml, "raffle.toml").problems) {
        texts.push_back(std::to_string(problem.position.line) + ":" +
                        std::to_string(problem.position.column) + " " +
                        std::string{to_string(problem.code)});
    }
    return texts;
}

/// A change of the raffle file and what is said of it.
struct WrongFile {
    std::string from;
    std::string to;
    std::vector<std::string> problems;
};

}  // namespace cellbook
