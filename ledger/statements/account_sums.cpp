#include "ledger/statements/account_sums.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace cellbook {

namespace {

AccountSums sum_kept_balances(const EntrySource& source, const Query& query,
                              const DateRange& dates) {
    const Chart& chart = source.chart();
    AccountSums sums;
    for (const auto& [place, sum] : balances_in(source, dates)) {
        const auto& [account, commodity] = place;
        if (query.matches_account(account, chart) && query.matches_commodity(commodity, chart)) {
            sums.add(account, commodity, sum);
        }
    }
    return sums;
}

}  // namespace

AccountSums sum_postings(const EntrySource& source, const Query& query, const SumOptions& options) {
    DateRange dates = query.dates();
    if (options.historical) dates.begin.reset();
    if (query.kept_balances_suffice() && !options.zeros) {
        return sum_kept_balances(source, query, dates);
    }
    const Chart& chart = source.chart();
    AccountSums sums;
    const Scan scan{.dates = dates, .accounts = query.accounts(chart), .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!options.historical && !query.covers(transaction->date)) return true;
        for (const auto& posting : transaction->postings) {
            if (!query.matches_undated(transaction, posting, chart)) continue;
            sums.add(posting.account, posting.amount.commodity, posting.amount.minor);
        }
        return true;
    });
    return sums;
}

bool comes_before(std::string_view a, std::string_view b) {
    // A colon counts as less than any other character, so that parts are compared first.
    const auto rank = [](char c) { return c == ':' ? 0 : static_cast<unsigned char>(c) + 1; };
    const std::size_t shared = std::min(a.size(), b.size());
    std::size_t at = 0;
    for (std::uint64_t x = 0, y = 0; at + sizeof x <= shared; at += sizeof x) {
        std::memcpy(&x, a.data() + at, sizeof x);
        std::memcpy(&y, b.data() + at, sizeof y);
        if (x != y) break;  // most names of a party begin alike: eight characters at a time
    }
    while (at < shared && a[at] == b[at]) ++at;
    return at < shared ? rank(a[at]) < rank(b[at]) : a.size() < b.size();
}

std::string_view clipped_name(std::string_view name, unsigned depth) {
    if (depth == 0) return "...";
    std::size_t end = 0;
    for (; depth > 0; --depth) {
        end = name.find(':', end);
        if (end == std::string_view::npos) return name;
        ++end;
    }
    return name.substr(0, end - 1);
}

std::vector<AccountId> accounts_in_order(const AccountSums& sums, const Chart& chart) {
    std::vector<AccountId> accounts;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        if (!sums.of(AccountId{i}).empty()) accounts.push_back(AccountId{i});
    }
    std::ranges::sort(accounts, [&](AccountId a, AccountId b) {
        return comes_before(chart[a].name, chart[b].name);
    });
    return accounts;
}

}  // namespace cellbook
