/// The lines of a statement: accounts without their party, of one set of parties or party by party.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/party_set.hpp"
#include "ledger/statements/period_sums.hpp"
#include "ledger/statements/period_table.hpp"
#include "ledger/statements/pivot.hpp"

namespace cellbook {

/// What a person asks of an income statement or a balance sheet.
struct StatementOptions {
    ReportColumns columns{};
    bool by_party = false;   ///< a statement a party, one after the other
    bool aggregate = false;  ///< a set's statement is the sum of its members', nothing eliminated
    bool empty = false;      ///< accounts that come to zero too
    std::optional<unsigned> depth{};     ///< of the name without party: 1 is the class alone
    std::optional<std::string> pivot{};  ///< what names the lines instead: see `Pivot`
};

/// `class:detail` for each account of some classes that a query is about: accounts of that name,
/// of whatever party, share a line, unless parties are told apart. With a pivot, what it makes of
/// their postings, class by class.
class StatementLines {
public:
    /// A pivot that looks at transactions reads the stream once to learn its lines' names.
    StatementLines(const EntrySource& source, const Query& query, std::vector<AccountClass> classes,
                   const StatementOptions& options);

    /// Whether an account alone says its line, so that kept balances can answer.
    [[nodiscard]] bool is_of_accounts() const { return !pivot_ || pivot_->is_of_accounts(); }
    /// `no_line` for accounts that are no part of it. *Requires*: `is_of_accounts()`.
    [[nodiscard]] LineId of(AccountId account) const { return lines_[account.value]; }
    [[nodiscard]] LineId of(const Transaction& transaction, const Posting& posting) const;
    /// The above as sums take it. *Requires*: this outlives it.
    [[nodiscard]] LineRule rule() const;
    /// Lines are numbered by party, in the order of names, then class as given, then name.
    [[nodiscard]] LineId count() const { return static_cast<LineId>(names_.size()); }
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
    /// What a line is called: its party where parties are told apart, class, and name. Names of
    /// accounts are views of the chart's, since there may be very many of them.
    struct Name {
        PartyId party{};
        AccountClass section = AccountClass::assets;
        std::string_view detail{};
        friend auto operator<=>(const Name&, const Name&) = default;
    };
    using Names = std::map<Name, LineId>;

    [[nodiscard]] bool has_part(AccountId account) const;
    [[nodiscard]] PartyId party_of(AccountId account) const;
    [[nodiscard]] Name account_name(AccountId account) const;
    void name_accounts(const Query& query);
    void name_postings(const EntrySource& source, const Query& query);
    [[nodiscard]] bool before(const Name& a, const Name& b) const;

    const Chart& chart_;
    StatementOptions options_;
    std::vector<AccountClass> classes_;
    std::optional<Pivot> pivot_{};
    std::vector<std::uint32_t> ranks_{};  ///< of parties, where they are told apart
    std::set<std::string> spelt_{};       ///< what the pivot made
    std::vector<LineId> lines_{};         ///< by account
    std::vector<Name> names_{};           ///< by line
    Names of_postings_{};
};

/// Whose statement it is: a party's name, `12 parties, consolidated`, `12 parties, added up`,
/// `each of 12 parties`.
std::string whose(const PartySet& set, const Chart& chart, const StatementOptions& options);

/// Whether a statement of the set leaves out what lies inside it.
bool is_consolidated(const PartySet& set, const StatementOptions& options);

}  // namespace cellbook
