#include "ledger/statements/trial_balance.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

struct Line {
    Sum opening = 0;
    Sum debit = 0;
    Sum credit = 0;

    [[nodiscard]] Sum closing() const { return opening + debit - credit; }
    void post(Sum minor, bool before) {
        if (before) {
            opening += minor;
        } else if (minor >= 0) {
            debit += minor;
        } else {
            credit -= minor;
        }
    }
    void add(const Line& other) {
        opening += other.opening;
        debit += other.debit;
        credit += other.credit;
    }
    [[nodiscard]] bool is_zero() const { return opening == 0 && debit == 0 && credit == 0; }
};

using Lines = std::map<CommodityId, Line>;

/// Lines by account, and of the exchanges between commodities.
struct Ledger {
    std::vector<Lines> accounts{};
    Lines exchanges{};
};

Ledger read_ledger(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Ledger ledger;
    ledger.accounts.resize(chart.account_count());
    const auto begin = query.dates().begin;
    const Scan scan{
        .dates = {.end = query.dates().end}, .accounts = query.accounts(chart), .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        const bool before = begin && transaction->date < *begin;
        if (!before && !query.covers(transaction->date)) return true;
        for (const auto& posting : transaction->postings) {
            if (!query.matches_undated(transaction, posting, chart)) continue;
            const auto& [minor, commodity] = posting.amount;
            ledger.accounts[posting.account.value][commodity].post(minor, before);
            if (!posting.cost) continue;
            ledger.exchanges[commodity].post(-Sum{minor}, before);
            const Amount& cost = posting.cost->total;
            ledger.exchanges[cost.commodity].post(cost.minor, before);
        }
        return true;
    });
    return ledger;
}

Row line_row(const std::string& name, CommodityId commodity, const Line& line, const Chart& chart,
             Row::Role role) {
    const auto amount = [&](Sum sum) { return table_amount(sum, commodity, chart); };
    return {{name, chart[commodity].symbol, amount(line.opening), amount(line.debit),
             amount(line.credit), amount(line.closing())},
            role};
}

void add_rows(Table& table, const std::string& name, const Lines& lines, const Chart& chart,
              Row::Role role, bool zeros) {
    const auto first = static_cast<std::ptrdiff_t>(table.rows.size());
    for (const auto& [commodity, line] : lines) {
        if (zeros || !line.is_zero()) {
            table.rows.push_back(line_row(name, commodity, line, chart, role));
        }
    }
    std::ranges::sort(table.rows.begin() + first, table.rows.end(), {},
                      [](const Row& row) { return std::get<std::string>(row.cells[1]); });
}

}  // namespace

Table trial_balance(const EntrySource& source, const Query& query,
                    const TrialBalanceOptions& options) {
    using enum Column::Align;
    const Chart& chart = source.chart();
    Table table{.name = "trialbalance", .caption = "Trial balance"};
    table.styles = commodity_styles(chart);
    table.columns = {{"account", "Account"},        {"commodity", "Commodity", left, true},
                     {"opening", "Opening", right}, {"debit", "Debit", right},
                     {"credit", "Credit", right},   {"closing", "Closing", right}};

    const Ledger ledger = read_ledger(source, query);
    const auto order = [](const std::string& a, const std::string& b) {
        return comes_before(a, b);
    };
    std::map<std::string, Lines, decltype(order)> named;
    Lines totals = ledger.exchanges;
    for (std::uint32_t i = 0; i < ledger.accounts.size(); ++i) {
        const std::string& name = chart[AccountId{i}].name;
        for (const auto& [commodity, line] : ledger.accounts[i]) {
            named[options.depth ? std::string{clipped_name(name, *options.depth)} : name][commodity]
                .add(line);
            totals[commodity].add(line);
        }
    }
    for (const auto& [name, lines] : named) {
        add_rows(table, name, lines, chart, Row::Role::fact, options.empty);
    }
    add_rows(table, "exchanged at cost", ledger.exchanges, chart, Row::Role::subtotal, false);
    add_rows(table, "total", totals, chart, Row::Role::total, true);
    return table;
}

}  // namespace cellbook
