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

/// Values postings one by one, or leaves them as they are.
class PostingValues {
public:
    PostingValues(const EntrySource& source, const Query& query, const RegisterOptions& options) {
        if (!options.valuation) return;
        valuation_.emplace(source, *options.valuation);
        const auto span = source.span();
        if (query.dates().end) {
            last_ = Date{query.dates().end->days - 1};
        } else if (span) {
            last_ = std::max(span->second, valuation_->last_price().value_or(span->second));
        }
    }

    [[nodiscard]] Amount of(const Amount& amount, Date posted) {
        if (!valuation_) return amount;
        const Sums value = valuation_->value(
            {{amount.minor, amount.commodity, valuation_->day_of(posted, last_)}});
        if (value.empty()) return {0, amount.commodity};
        const auto minor = narrow(value.begin()->second);
        return minor ? Amount{*minor, value.begin()->first} : amount;
    }
    [[nodiscard]] std::vector<std::string> notes() const {
        return valuation_ ? valuation_->notes() : std::vector<std::string>{};
    }

private:
    std::optional<Valuation> valuation_{};
    Date last_{};
};

Sums opening_total(const EntrySource& source, const Query& query, bool related,
                   PostingValues& values) {
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
            const Amount value = values.of(posting->amount, transaction->date);
            total[value.commodity] += value.minor;
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

    PostingValues values{source, query, options};
    Sums running;
    if (options.historical) running = opening_total(source, query, options.related, values);
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart)};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!query.covers(transaction->date)) return true;
        bool first = true;
        for (const auto* posting : picked_postings(transaction, query, chart, options.related)) {
            const auto [minor, commodity] = values.of(posting->amount, transaction->date);
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
    table.notes = values.notes();
    return table;
}

}  // namespace cellbook
