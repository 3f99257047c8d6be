/// The lines of a statement: accounts without their party, of one set of parties or party by party.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/party_set.hpp"
#include "ledger/statements/period_sums.hpp"
#include "ledger/statements/period_table.hpp"

namespace cellbook {

/// What a person asks of an income statement or a balance sheet.
struct StatementOptions {
    ReportColumns columns{};
    bool by_party = false;   ///< a statement a party, one after the other
    bool aggregate = false;  ///< a set's statement is the sum of its members', nothing eliminated
    bool empty = false;      ///< accounts that come to zero too
    std::optional<unsigned> depth{};  ///< of the name without party: 1 is the class alone
};

/// `class:detail` for each account of some classes that a query is about: accounts of that name,
/// of whatever party, share a line, unless parties are told apart.
class StatementLines {
public:
    StatementLines(const Query& query, const Chart& chart, std::vector<AccountClass> classes,
                   const StatementOptions& options);

    /// `no_line` for accounts that are no part of it.
    [[nodiscard]] LineId of(AccountId account) const { return lines_[account.value]; }
    /// Lines are numbered by party, in the order of names, then class as given, then name.
    [[nodiscard]] LineId count() const { return static_cast<LineId>(first_.size()); }
    [[nodiscard]] AccountClass section(LineId line) const;
    [[nodiscard]] std::string name(LineId line) const;
    /// Absent where parties are not told apart.
    [[nodiscard]] PartyId party(LineId line) const;

    /// A run of lines of one party, or all of them.
    struct Part {
        PartyId party{};
        LineId begin = 0;
        LineId end = 0;
    };
    [[nodiscard]] std::vector<Part> parts() const;

private:
    const Chart& chart_;
    StatementOptions options_;
    std::vector<LineId> lines_{};     ///< by account
    std::vector<AccountId> first_{};  ///< an account of each line
};

/// Whose statement it is: a party's name, `12 parties, consolidated`, `12 parties, added up`,
/// `each of 12 parties`.
std::string whose(const PartySet& set, const Chart& chart, const StatementOptions& options);

/// Whether a statement of the set leaves out what lies inside it.
bool is_consolidated(const PartySet& set, const StatementOptions& options);

}  // namespace cellbook
