#include "ledger/statements/statement_lines.hpp"

#include <algorithm>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

/// What a name without party keeps of its detail.
std::string_view clipped_detail(const Account& account, const std::optional<unsigned>& depth) {
    if (!depth) return account.detail();
    if (*depth <= 1) return {};
    return clipped_name(account.detail(), *depth - 1);
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

StatementLines::StatementLines(const EntrySource& source, const Query& query,
                               std::vector<AccountClass> classes, const StatementOptions& options)
    : chart_{source.chart()},
      options_{options},
      classes_{std::move(classes)},
      lines_(chart_.account_count(), no_line) {
    if (options_.pivot) pivot_.emplace(*options_.pivot);
    if (options_.by_party) ranks_ = party_ranks(chart_);
    if (is_of_accounts()) {
        name_accounts(query);
    } else {
        name_postings(source, query);
    }
}

bool StatementLines::has_part(AccountId account) const {
    return std::ranges::find(classes_, chart_[account].account_class) != classes_.end();
}

PartyId StatementLines::party_of(AccountId account) const {
    return options_.by_party ? chart_[account].party : PartyId{};
}

StatementLines::Name StatementLines::account_name(AccountId account) const {
    return {party_of(account), chart_[account].account_class,
            clipped_detail(chart_[account], options_.depth)};
}

bool StatementLines::before(const Name& a, const Name& b) const {
    if (a.party != b.party) return ranks_[a.party.value] < ranks_[b.party.value];
    if (a.section != b.section) {
        return std::ranges::find(classes_, a.section) < std::ranges::find(classes_, b.section);
    }
    return comes_before(a.detail, b.detail);
}

void StatementLines::name_accounts(const Query& query) {
    std::vector<std::pair<Name, AccountId>> named;
    for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
        const AccountId account{i};
        if (!has_part(account) || !query.matches_account(account, chart_)) continue;
        Name name = account_name(account);
        if (pivot_) name.detail = *spelt_.insert(pivot_->name_of(account, chart_)).first;
        named.emplace_back(name, account);
    }
    std::ranges::stable_sort(
        named, [&](const auto& a, const auto& b) { return before(a.first, b.first); });
    for (const auto& [name, account] : named) {
        if (names_.empty() || names_.back() != name) names_.push_back(name);
        lines_[account.value] = count() - 1;
    }
}

void StatementLines::name_postings(const EntrySource& source, const Query& query) {
    const Scan scan{.accounts = query.accounts(chart_), .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        for (const Posting& posting : transaction->postings) {
            if (!has_part(posting.account) ||
                !query.matches_undated(transaction, posting, chart_)) {
                continue;
            }
            Name name = account_name(posting.account);
            name.detail = *spelt_.insert(pivot_->name_of(transaction, posting, chart_)).first;
            of_postings_.try_emplace(name, no_line);
        }
        return true;
    });
    for (const auto& entry : of_postings_) names_.push_back(entry.first);
    std::ranges::sort(names_, [&](const Name& a, const Name& b) { return before(a, b); });
    for (LineId line = 0; line < count(); ++line) of_postings_[names_[line]] = line;
}

LineId StatementLines::of(const Transaction& transaction, const Posting& posting) const {
    if (is_of_accounts()) return of(posting.account);
    if (!has_part(posting.account)) return no_line;
    const std::string detail = pivot_->name_of(transaction, posting, chart_);
    const auto found = of_postings_.find(
        {party_of(posting.account), chart_[posting.account].account_class, detail});
    return found == of_postings_.end() ? no_line : found->second;
}

LineRule StatementLines::rule() const {
    if (is_of_accounts()) return {.of_account = [this](AccountId account) { return of(account); }};
    return {.of_posting = [this](const Transaction& transaction, const Posting& posting) {
        return of(transaction, posting);
    }};
}

AccountClass StatementLines::section(LineId line) const {
    return names_[line].section;
}

std::string StatementLines::name(LineId line) const {
    const std::string_view detail = names_[line].detail;
    return pivot_ ? std::string{detail} : name_within(names_[line].section, detail);
}

PartyId StatementLines::party(LineId line) const {
    return names_[line].party;
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
