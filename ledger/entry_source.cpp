#include "ledger/entry_source.hpp"

#include <map>

namespace cellbook {

namespace {

using Balances = std::map<std::pair<AccountId, CommodityId>, Sum>;

void add_stream(const EntrySource& source, const DateRange& dates, Balances& balances) {
    const Scan scan{.dates = dates, .accounts = {}, .any_order = true, .ids = false};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (dates.contains(transaction->date)) {
            for (const Posting& posting : transaction->postings) {
                balances[{posting.account, posting.amount.commodity}] += posting.amount.minor;
            }
        }
        return true;
    });
}

/// The first month that lies in the range as a whole, from its begin.
std::optional<Month> first_whole_month(const DateRange& dates) {
    if (!dates.begin) {
        return {};
    }
    const Month month = dates.begin->month();
    return *dates.begin == first_day(month) ? month : Month{month.index + 1};
}

/// The month in which the range ends: those before it lie in the range as a whole.
std::optional<Month> last_month(const DateRange& dates) {
    return dates.end ? std::optional{dates.end->month()} : std::nullopt;
}

}  // namespace

std::vector<std::pair<std::pair<AccountId, CommodityId>, Sum>> balances_in(
    const EntrySource& source, const DateRange& dates) {
    Balances balances;
    const auto from = first_whole_month(dates);
    const auto to = last_month(dates);
    std::vector<std::pair<std::pair<AccountId, CommodityId>, Sum>> found;
    if (!from && !to) {
        source.for_each_total([&](AccountId account, CommodityId commodity, Sum sum) {
            if (sum != 0) {
                found.push_back({{account, commodity}, sum});
            }
        });
    } else if (from && to && *to <= *from) {
        add_stream(source, dates, balances);
    } else {
        source.for_each_month_balance(from, to, [&](const MonthBalance& kept) {
            balances[{kept.account, kept.commodity}] += kept.sum;
        });
        if (from && *dates.begin < first_day(*from)) {
            add_stream(source, {dates.begin, first_day(*from)}, balances);
        }
        if (to && first_day(*to) < *dates.end) {
            add_stream(source, {first_day(*to), dates.end}, balances);
        }
    }
    for (const auto& [key, sum] : balances) {
        if (sum != 0) {
            found.emplace_back(key, sum);
        }
    }
    return found;
}

}  // namespace cellbook
