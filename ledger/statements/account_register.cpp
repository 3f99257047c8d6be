#include "ledger/statements/account_register.hpp"

#include <algorithm>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

/// The postings to show of one transaction, whatever its date.
std::vector<const Posting*> picked_postings(const Transaction& transaction, const Query& query,
                                            const Chart& chart, bool related) {
    std::vector<const Posting*> matching;
    std::vector<const Posting*> others;
    for (const auto& posting : transaction->postings) {
        const bool matches = query.matches_undated(transaction, posting, chart);
        (matches ? matching : others).push_back(&posting);
    }
    if (!related) return matching;
    return matching.empty() ? matching : others;
}

Sums opening_total(const EntrySource& source, const Query& query, bool related) {
    Sums total;
    if (!query.dates().begin) return total;
    const Chart& chart = source.chart();
    const Scan scan{.dates = {.end = query.dates().begin},
                    .accounts = query.accounts(chart),
                    .any_order = true,
                    .ids = false};
    // Ids are looked at by `id:` alone, which narrows to single transactions: a total before them
    // would be of nothing.
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        for (const auto* posting : picked_postings(transaction, query, chart, related)) {
            total[posting->amount.commodity] += posting->amount.minor;
        }
        return true;
    });
    return total;
}

}  // namespace

Table account_register(const EntrySource& source, const Query& query,
                       const RegisterOptions& options) {
    using enum Column::Align;
    const Chart& chart = source.chart();
    Table table{.name = "register"};
    table.headed = false;
    table.styles = commodity_styles(chart);
    table.columns = {{"date", "Date"},
                     {"id", "Id"},
                     {"description", "What"},
                     {"account", "Account"},
                     {"commodity", "Commodity"},
                     {"amount", "Amount", right},
                     {"balance", "Balance", right}};
    Table::Layout layout;
    layout.columns = {{"date", "Date"},
                      {"description", "What"},
                      {"account", "Account"},
                      {"amount", "Amount", right},
                      {"balance", "Balance", right}};

    Sums running;
    if (options.historical) running = opening_total(source, query, options.related);
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart)};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!query.covers(transaction->date)) return true;
        bool first = true;
        for (const auto* posting : picked_postings(transaction, query, chart, options.related)) {
            const auto& [minor, commodity] = posting->amount;
            running[commodity] += minor;
            std::string account = chart[posting->account].name;
            if (options.depth) account = clipped_name(account, *options.depth);
            const TableAmount amount = table_amount(minor, commodity, chart);
            table.rows.push_back(
                {{transaction->date, transaction->id, transaction->description, account,
                  amount.commodity, amount, table_amount(running[commodity], commodity, chart)}});
            layout.rows.push_back({{first ? Value{transaction->date} : Value{},
                                    first ? Value{transaction->description} : Value{}, account,
                                    amount, table_amounts(running, chart)}});
            first = false;
        }
        return true;
    });
    table.layout = std::move(layout);
    return table;
}

}  // namespace cellbook
