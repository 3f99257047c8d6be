#include "ledger/statements/statement_lines.hpp"

#include <algorithm>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

/// What a name without party keeps of its detail.
std::string_view clipped_detail(const Account& account, const std::optional<unsigned>& depth) {
    if (!depth) return account.detail;
    if (*depth <= 1) return {};
    return clipped_name(account.detail, *depth - 1);
}

/// Place of each party in the order of names.
std::vector<std::uint32_t> party_ranks(const Chart& chart) {
    std::vector<PartyId> parties;
    for (std::uint32_t i = 0; i < chart.party_count(); ++i) parties.push_back(PartyId{i});
    std::ranges::sort(
        parties, [&](PartyId a, PartyId b) { return comes_before(chart[a].name, chart[b].name); });
    std::vector<std::uint32_t> ranks(parties.size());
    for (std::uint32_t i = 0; i < parties.size(); ++i) ranks[parties[i].value] = i;
    return ranks;
}

}  // namespace

StatementLines::StatementLines(const Query& query, const Chart& chart,
                               std::vector<AccountClass> classes, const StatementOptions& options)
    : chart_{chart}, options_{options}, lines_(chart.account_count(), no_line) {
    std::vector<AccountId> accounts;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        const bool is_part =
            std::ranges::find(classes, chart[AccountId{i}].account_class) != classes.end();
        if (is_part && query.matches_account(AccountId{i}, chart)) {
            accounts.push_back(AccountId{i});
        }
    }
    const std::vector<std::uint32_t> ranks =
        options.by_party ? party_ranks(chart) : std::vector<std::uint32_t>(chart.party_count());
    const auto order = [&](AccountId a, AccountId b) {
        const Account& one = chart[a];
        const Account& two = chart[b];
        const auto rank = ranks[one.party.value];
        const auto other_rank = ranks[two.party.value];
        if (rank != other_rank) return rank < other_rank ? -1 : 1;
        if (one.account_class != two.account_class) {
            return std::ranges::find(classes, one.account_class) <
                           std::ranges::find(classes, two.account_class)
                       ? -1
                       : 1;
        }
        const auto left = clipped_detail(one, options_.depth);
        const auto right = clipped_detail(two, options_.depth);
        return left == right ? 0 : comes_before(left, right) ? -1 : 1;
    };
    std::ranges::sort(accounts, [&](AccountId a, AccountId b) {
        const int which = order(a, b);
        return which == 0 ? a < b : which < 0;
    });
    for (const AccountId account : accounts) {
        if (first_.empty() || order(first_.back(), account) != 0) first_.push_back(account);
        lines_[account.value] = count() - 1;
    }
}

AccountClass StatementLines::section(LineId line) const {
    return chart_[first_[line]].account_class;
}

std::string StatementLines::name(LineId line) const {
    const Account& account = chart_[first_[line]];
    std::string name{to_string(account.account_class)};
    const auto detail = clipped_detail(account, options_.depth);
    if (!detail.empty()) name.append(":").append(detail);
    return name;
}

PartyId StatementLines::party(LineId line) const {
    return options_.by_party ? chart_[first_[line]].party : PartyId{};
}

std::vector<StatementLines::Part> StatementLines::parts() const {
    std::vector<Part> parts;
    for (LineId line = 0; line < count(); ++line) {
        if (parts.empty() || parts.back().party != party(line)) {
            parts.push_back({party(line), line, line});
        }
        parts.back().end = line + 1;
    }
    if (parts.empty() && !options_.by_party) parts.push_back({});
    return parts;
}

bool is_consolidated(const PartySet& set, const StatementOptions& options) {
    return !options.aggregate && !options.by_party && set.has_an_inside();
}

std::string whose(const PartySet& set, const Chart& chart, const StatementOptions& options) {
    if (set.size() == 1) {
        for (std::uint32_t i = 0; i < chart.party_count(); ++i) {
            if (set.contains(PartyId{i})) return chart[PartyId{i}].name;
        }
    }
    const bool all = PartySet{Query{}, chart}.size() == set.size();
    const std::string count = (all ? "all " : "") + std::to_string(set.size()) +
                              (set.size() == 1 ? " party" : " parties");
    if (options.by_party) return "each of " + count;
    if (set.size() == 0) return count;
    return count + (is_consolidated(set, options) ? ", consolidated" : ", added up");
}

}  // namespace cellbook
