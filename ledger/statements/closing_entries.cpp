#include "ledger/statements/closing_entries.hpp"

#include <limits>
#include <map>

#include "ledger/kinds/leg_check.hpp"
#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

bool is_closed(const Account& account) {
    return account.account_class == AccountClass::income ||
           account.account_class == AccountClass::expenses;
}

/// Amounts of at most 64 bits each that make up a sum.
std::vector<std::int64_t> parts_of(Sum sum) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> parts;
    while (sum > most || sum < -most) {
        parts.push_back(sum > 0 ? most : -most);
        sum -= parts.back();
    }
    parts.push_back(static_cast<std::int64_t>(sum));
    return parts;
}

void post(TransactionDraft& entry, AccountId account, CommodityId commodity, Sum sum) {
    for (const std::int64_t minor : parts_of(sum)) {
        entry.postings.push_back({.account = account, .amount = {minor, commodity}});
    }
}

}  // namespace

bool is_closing(const TransactionDraft& transaction, const Chart& chart) {
    return transaction.kind.valid() && chart[transaction.kind] == closing_kind;
}

std::vector<AccountId> retained_earnings_accounts(const Chart& chart) {
    std::vector<AccountId> accounts;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        if (is_retained_earnings(chart[AccountId{i}])) accounts.push_back(AccountId{i});
    }
    return accounts;
}

void for_each_closing_entry(const EntrySource& source, const DateRange& dates,
                            const std::function<void(const Transaction&)>& visit) {
    const Chart& chart = source.chart();
    const WordId closing = chart.find_word(closing_kind);
    if (!closing) return;
    std::vector<AccountId> accounts = retained_earnings_accounts(chart);
    if (accounts.empty()) return;
    const Scan scan{
        .dates = dates, .accounts = std::move(accounts), .any_order = true, .ids = false};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (transaction->kind == closing && dates.contains(transaction->date)) visit(transaction);
        return true;
    });
}

std::vector<TransactionDraft> closing_entries(const EntrySource& source, const Query& query,
                                              const ClosingOptions& options, Chart& chart) {
    const AccountSums sums = sum_postings(source, query, {});
    std::map<std::string_view, TransactionDraft> by_party;
    std::map<PartyId, Sums> results;
    for (const AccountId account : accounts_in_order(sums, chart)) {
        if (!is_closed(chart[account])) continue;
        const PartyId party = chart[account].party;
        TransactionDraft& entry = by_party[chart[party].name];
        for (const auto& [commodity, sum] : sums.of(account)) {
            if (sum == 0) continue;
            post(entry, account, commodity, -sum);
            results[party][commodity] += sum;
        }
    }
    std::vector<TransactionDraft> entries;
    for (const auto& [party, result] : results) {
        TransactionDraft& entry = by_party[chart[party].name];
        const std::string& name = chart[party].name;
        const auto retained =
            chart.account((name.empty() ? "" : name + ":") + std::string{retained_earnings});
        for (const auto& [commodity, sum] : result) post(entry, *retained, commodity, sum);
        entry.date = options.date;
        entry.kind = chart.word(closing_kind);
        entry.description = "income and expenses closed";
    }
    for (auto& [name, entry] : by_party) {
        if (!entry.postings.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace cellbook
