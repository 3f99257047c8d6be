/// Accounts as a tree: each line with all below it.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/period_sums.hpp"

namespace cellbook {

/// Figures of one account, ordered by column and commodity.
struct NamedFigures {
    std::string name{};
    std::vector<PeriodFigure> figures{};
};

struct TreeLine {
    std::string label{};
    std::vector<PeriodFigure> figures{};  ///< of the account and all below it, zeros left out
    unsigned indent = 0;
};

struct AccountTreeOptions {
    bool elide = true;   ///< parents with one child and nothing of their own join it
    bool empty = false;  ///< accounts that come to zero too
};

/// The tree's lines from top to bottom, each indented two more than its parent.
/// *Requires*: `accounts` in the order of reports.
std::vector<TreeLine> account_tree(const std::vector<NamedFigures>& accounts,
                                   const AccountTreeOptions& options);

}  // namespace cellbook
